using System.Globalization;
using Mp.CompilerServices;

namespace Mp.Runtime.Tests.CompilerServices;

/// <summary>Keys and items from a peer, who may have chosen them so that their own hash codes collide.</summary>
public sealed class ItemEqualityTests
{
    private const int Number = 1_000;

    // The hash code of a long is one half combined with the other by exclusive or: 0 for each of these.
    private static readonly long[] Colliding =
        [.. Enumerable.Range(0, Number).Select(static half => ((long)half << 32) | (uint)half)];

    [Fact]
    public void ItemsOfSets_ThatCollide_DoSoNoMore()
    {
        byte[] items = Encoded.Elements(Colliding);
        Assert.Single(Colliding.Select(static item => item.GetHashCode()).Distinct());

        AssertSpread(Coded.Read(CollectionCodecs.HashSet(BuiltInCodecs.Int64), items).Comparer);
        AssertSpread(((HashSet<long>)Coded.Read(CollectionCodecs.ISet(BuiltInCodecs.Int64), items)).Comparer);
        AssertSpread(((HashSet<long>)Coded.Read(CollectionCodecs.IReadOnlySet(BuiltInCodecs.Int64), items)).Comparer);
        AssertSpread(Coded.Read(CollectionCodecs.ImmutableHashSet(BuiltInCodecs.Int64), items).KeyComparer);
        AssertSpread(Coded.Read(CollectionCodecs.FrozenSet(BuiltInCodecs.Int64), items).Comparer);
    }

    [Fact]
    public void KeysOfDictionaries_ThatCollide_DoSoNoMore()
    {
        IKeyCodec<long> key = KeyCodecs.Integer<long>();
        byte[] map = Encoded.Elements(Colliding.ToDictionary(
            static item => item.ToString(CultureInfo.InvariantCulture),
            static _ => (object?)true));

        AssertSpread(Coded.Read(MapCodecs.Dictionary(key, BuiltInCodecs.Boolean), map).Comparer);
        AssertSpread(Coded.Read(MapCodecs.ConcurrentDictionary(key, BuiltInCodecs.Boolean), map).Comparer);
        AssertSpread(Coded.Read(MapCodecs.ImmutableDictionary(key, BuiltInCodecs.Boolean), map).KeyComparer);
        AssertSpread(Coded.Read(MapCodecs.FrozenDictionary(key, BuiltInCodecs.Boolean), map).Comparer);
    }

    [Fact]
    public void Values_OfEveryTypeWithAComparerOfItsOwn_HaveTheHashCodesOfTheirEquals()
    {
        Verify((byte)1, (byte)2);
        Verify(-1, 1);
        Verify(ulong.MaxValue, 1UL);
        Verify('a', 'b');
        Verify(DayOfWeek.Monday, DayOfWeek.Friday);
        Verify(new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
        Verify(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2));
        Verify(new TimeOnly(1), new TimeOnly(2));
        Verify(new TimeSpan(1), new TimeSpan(2));
        Verify(new DateTime(1, DateTimeKind.Utc), new DateTime(2, DateTimeKind.Utc));

        IEqualityComparer<DateTime> moments = ItemEquality<DateTime>.Comparer!;
        Assert.Equal(
            moments.GetHashCode(new DateTime(1, DateTimeKind.Utc)),
            moments.GetHashCode(new DateTime(1, DateTimeKind.Unspecified)));
        Assert.Same(StringComparer.Ordinal, ItemEquality<string>.Comparer);
        Assert.Null(ItemEquality<decimal>.Comparer);
    }

    // Two of a thousand may share a code by chance.
    private static void AssertSpread(IEqualityComparer<long> comparer) =>
        Assert.InRange(Colliding.Select(comparer.GetHashCode).Distinct().Count(), Number - 10, Number);

    private static void Verify<T>(T value, T other)
        where T : struct
    {
        IEqualityComparer<T> comparer = ItemEquality<T>.Comparer!;

        Assert.True(comparer.Equals(value, value));
        Assert.False(comparer.Equals(value, other));
        Assert.Equal(comparer.GetHashCode(value), comparer.GetHashCode(value));
        Assert.NotEqual(value.GetHashCode(), comparer.GetHashCode(value));
    }
}
