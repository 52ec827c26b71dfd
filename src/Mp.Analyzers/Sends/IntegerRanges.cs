using System.Globalization;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.Sends;

/// <summary>Which integers the types hold.</summary>
internal static class IntegerRanges
{
    /// <summary>The smallest and the largest integer of a type, or of the one beneath an enum.</summary>
    public static (decimal Least, decimal Most) Of(TypeShape integer) =>
        (integer.Kind == TypeShapeKind.Enum ? integer.Arguments[0].Name : integer.Name) switch
        {
            "sbyte" => (sbyte.MinValue, sbyte.MaxValue),
            "byte" => (byte.MinValue, byte.MaxValue),
            "short" => (short.MinValue, short.MaxValue),
            "ushort" => (ushort.MinValue, ushort.MaxValue),
            "char" => (char.MinValue, char.MaxValue),
            "int" => (int.MinValue, int.MaxValue),
            "uint" => (uint.MinValue, uint.MaxValue),
            "ulong" => (ulong.MinValue, ulong.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };

    /// <summary>Whether a type holds all integers that the other one holds.</summary>
    public static bool Contains(TypeShape wide, TypeShape narrow)
    {
        (decimal least, decimal most) = Of(wide);
        (decimal narrowLeast, decimal narrowMost) = Of(narrow);
        return narrowLeast >= least && narrowMost <= most;
    }

    /// <summary>The integer that a constant of C# is, if it is one.</summary>
    public static decimal? ValueOf(object? constant) => constant switch
    {
        char character => character,
        sbyte or byte or short or ushort or int or uint or long or ulong =>
            Convert.ToDecimal(constant, CultureInfo.InvariantCulture),
        _ => null,
    };
}
