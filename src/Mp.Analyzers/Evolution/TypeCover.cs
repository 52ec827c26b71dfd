using Mp.Analyzers.Sends;
using Mp.Generators.Contracts;

namespace Mp.Analyzers.Evolution;

/// <summary>Whether a type takes all values of the one that was there before.</summary>
internal static class TypeCover
{
    // What every double holds exactly.
    private static readonly string[] ExactInDouble = ["sbyte", "byte", "short", "ushort", "char", "int", "uint"];

    /// <summary>Whether whoever reads the one type can read, without loss, whatever is written as the other.</summary>
    public static bool Takes(TypeShape now, TypeShape was) => Covers(now, was, isRead: true);

    /// <summary>
    /// Whether, besides, what is written as the new type can be read as the old one, as long as the value is one that
    /// the old one has.
    /// </summary>
    public static bool Widens(TypeShape now, TypeShape was) => Covers(now, was, isRead: false);

    private static bool Covers(TypeShape now, TypeShape was, bool isRead)
    {
        if (was.IsNullable && !now.IsNullable)
        {
            return false;
        }

        return (now.Kind, was.Kind) switch
        {
            (TypeShapeKind.Object, _) => true,
            (TypeShapeKind.Integer or TypeShapeKind.Enum, TypeShapeKind.Integer or TypeShapeKind.Enum) =>
                IntegerRanges.Contains(now, was),
            (TypeShapeKind.Double, TypeShapeKind.Single) => true,

            // A number without a fraction is written as an integer only by those who have one.
            (TypeShapeKind.Double, TypeShapeKind.Integer) =>
                isRead && ExactInDouble.Contains(was.Name, StringComparer.Ordinal),
            (TypeShapeKind.String, TypeShapeKind.PortId) => true,
            (TypeShapeKind.PortId, TypeShapeKind.PortId) => true,
            _ => now.Kind == was.Kind
                && string.Equals(now.Name, was.Name, StringComparison.Ordinal)
                && now.Arguments.Count == was.Arguments.Count
                && now.Arguments
                    .Zip(was.Arguments, (one, other) => Covers(one, other, isRead))
                    .All(static fits => fits),
        };
    }
}
