using System.Globalization;
using System.Numerics;
using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Arms;

/// <summary>Which elements the constants of patterns equal, and the types of parameters take.</summary>
internal static class ElementSets
{
    private const string PortId = "global::Mp.PortId";

    private static readonly ElementSet Numbers = new() { Integers = IntegerRange.All, Floating = FloatingSet.All };

    private static readonly Dictionary<string, ElementSet> ByName = new(StringComparer.Ordinal)
    {
        ["bool"] = new() { HasTrue = true, HasFalse = true },
        ["sbyte"] = Integers(sbyte.MinValue, sbyte.MaxValue),
        ["byte"] = Integers(byte.MinValue, byte.MaxValue),
        ["short"] = Integers(short.MinValue, short.MaxValue),
        ["ushort"] = Integers(ushort.MinValue, ushort.MaxValue),
        ["char"] = Integers(char.MinValue, char.MaxValue),
        ["int"] = Integers(int.MinValue, int.MaxValue),
        ["uint"] = Integers(uint.MinValue, uint.MaxValue),
        ["long"] = Integers(long.MinValue, long.MaxValue),
        ["ulong"] = Integers(ulong.MinValue, ulong.MaxValue),
        ["float"] = Numbers,
        ["double"] = Numbers,
        ["string"] = new() { Texts = TextSet.All },
        [PortId] = new() { Texts = TextSet.PortIds },
        ["object"] = ElementSet.Present,
        ["byte[]"] = Of(new NamedSet("byte[]", NamedSetBound.Compounds)),
        ["global::System.ReadOnlyMemory<byte>"] = Of(new NamedSet("byte[]", NamedSetBound.Compounds)),
    };

    /// <summary>What equals an element of a pattern.</summary>
    public static ElementSet Of(ConstantModel constant) => constant.Kind switch
    {
        ConstantKind.Any => ElementSet.Everything,
        ConstantKind.Null => new() { HasNull = true },
        ConstantKind.Boolean when constant.Value is "true" => new() { HasTrue = true },
        ConstantKind.Boolean => new() { HasFalse = true },
        ConstantKind.Integer or ConstantKind.UnsignedInteger => new()
        {
            Integers = IntegerRange.One(
                BigInteger.Parse(constant.Value.TrimEnd('U', 'L'), CultureInfo.InvariantCulture)),
        },
        ConstantKind.String => new() { Texts = TextSet.One(constant.Value) },
        ConstantKind.Floating => OfFloating(FloatingOf(constant.Value)),
        _ => throw new ArgumentOutOfRangeException(nameof(constant), constant.Kind, "No kind of constant."),
    };

    /// <summary>What a parameter takes.</summary>
    public static ElementSet Of(ElementModel element) => element.Kind switch
    {
        ElementKind.TypedPortId => ByName[PortId],
        ElementKind.Enum => Of(new NamedSet(element.Type, NamedSetBound.Integers)),
        _ => OfType(element.Type),
    };

    // Nullable types end in a question mark, also those that are because nobody says otherwise.
    private static ElementSet OfType(string type) => type.EndsWith("?", StringComparison.Ordinal)
        ? OfType(type.Substring(0, type.Length - 1)) with { HasNull = true }
        : ByName.TryGetValue(type, out ElementSet? known) ? known
        : Of(new NamedSet(type, IsCollection(type) ? NamedSetBound.Compounds : NamedSetBound.Anything));

    private static bool IsCollection(string type) =>
        type.EndsWith("[]", StringComparison.Ordinal)
        || type.StartsWith("global::System.Collections.Generic.", StringComparison.Ordinal);

    private static ElementSet OfFloating(double value) => new()
    {
        Floating = FloatingSet.One(value),
        Integers = IntegerOf(value) is { } integer && IntegerRange.All.Contains(IntegerRange.One(integer))
            ? IntegerRange.One(integer)
            : IntegerRange.None,
    };

    private static BigInteger? IntegerOf(double value) =>
        double.IsNaN(value) || double.IsInfinity(value) || Math.Floor(value) < value ? null : new BigInteger(value);

    private static double FloatingOf(string literal) => literal switch
    {
        "double.NaN" => double.NaN,
        "double.PositiveInfinity" => double.PositiveInfinity,
        "double.NegativeInfinity" => double.NegativeInfinity,
        _ => double.Parse(literal.TrimEnd('D'), NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static ElementSet Integers(BigInteger least, BigInteger most) =>
        new() { Integers = new IntegerRange(least, most) };

    private static ElementSet Of(NamedSet named) => new() { Named = new EquatableArray<NamedSet>([named]) };
}
