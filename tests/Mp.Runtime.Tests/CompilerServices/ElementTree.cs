using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Mp.Runtime.Tests.CompilerServices;

/// <summary>Any elements that can travel, as reading them without a type returns them.</summary>
internal static class ElementTree
{
    private const int MaxItems = 20;

    private static readonly Gen<string> Texts =
        from runes in Gen.ArrayOf(Gen.Frequency(
            (8, Gen.Choose(0x20, 0x7e)),
            (1, Gen.Choose(0, 0x1f)),
            (1, Gen.Choose(0x80, 0xd7ff)),
            (1, Gen.Choose(0xe000, 0xffff)),
            (1, Gen.Choose(0x10000, 0x10ffff))))
        select string.Concat(runes.Select(char.ConvertFromUtf32));

    private static readonly Gen<long> Integers =
        from bits in Gen.Choose(0, 63)
        from low in Gen.Choose(0, int.MaxValue)
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        select (((long)high << 32) | (uint)low) >> bits;

    private static readonly Gen<object?> JsonScalars = Gen.OneOf(
        Gen.Constant<object?>(null),
        Gen.Elements<object?>(true, false),
        Integers.Select(static value => (object?)value),
        Gen.Elements<object?>(
            0L, 127L, 128L, 255L, 256L, 65535L, 65536L, 4294967295L, 4294967296L, long.MaxValue, long.MinValue,
            -1L, -32L, -33L, -128L, -129L, -32768L, -32769L, -2147483648L, -2147483649L,
            9223372036854775808UL, ulong.MaxValue),
        Integers.Select(static value => (object?)(value / 1024.0)),
        Gen.Elements<object?>(0.0, -0.0, 1.0, 0.1, 1e16, -1e300, 5e-324, double.MaxValue, double.MinValue, 1e-7),
        Texts.Select(static value => (object?)value));

    private static readonly Gen<object?> Scalars = Gen.Frequency(
        (6, JsonScalars),
        (1, Gen.Elements<object?>(double.NaN, double.PositiveInfinity, double.NegativeInfinity)),
        (1, Gen.ArrayOf(Gen.Choose(0, 255)).Select(static bytes => (object?)bytes.Select(b => (byte)b).ToArray())));

    /// <summary>Messages of any elements.</summary>
    public static Arbitrary<object?[]> Messages { get; } = Arb.From(ItemsOf(Tree(Scalars, 3)));

    /// <summary>Messages that JSON can express without loss.</summary>
    public static Arbitrary<object?[]> JsonMessages { get; } = Arb.From(ItemsOf(Tree(JsonScalars, 3)));

    /// <summary>The same cases each time; a failure is shown with the case that caused it.</summary>
    public static Config Config { get; } = Config.QuickThrowOnFailure
        .WithMaxTest(300)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20_260_101UL, 1UL), FSharpOption<int>.None)));

    private static Gen<object?> Tree(Gen<object?> scalars, int depth) => depth == 0
        ? scalars
        : Gen.Frequency(
            (5, scalars),
            (1, ItemsOf(Tree(scalars, depth - 1)).Select(static items => (object?)items)),
            (1, MapsOf(Tree(scalars, depth - 1))));

    private static Gen<object?[]> ItemsOf(Gen<object?> item) =>
        from count in Gen.Frequency((9, Gen.Choose(0, 4)), (1, Gen.Choose(15, MaxItems)))
        from items in Gen.ArrayOf(item, count)
        select items;

    private static Gen<object?> MapsOf(Gen<object?> item) =>
        from items in ItemsOf(item)
        from key in Texts
        select (object?)items.Index().ToDictionary(pair => key + pair.Index, pair => pair.Item);
}
