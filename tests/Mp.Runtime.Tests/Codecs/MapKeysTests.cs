using System.Text;
using Mp.Codecs;
using Mp.Codecs.MessagePack;
using Mp.Runtime.Tests.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.Codecs;

/// <summary>Whoever sends a map chooses its keys. That must not make the search for a key that is there twice slow.</summary>
public sealed class MapKeysTests
{
    private const int Keys = 20_000;

    private static readonly string[] Colliding =
        [.. Enumerable.Range(0, Keys).Select(static index => new string('x', 40) + Pairs(index))];

    /// <summary>T12: keys that collide under hashes that anybody can compute, 20,000 of them.</summary>
    [Fact]
    public void HashOf_KeysThatCollideElsewhere_TellsThemApart()
    {
        int different = Colliding.Select(static key => MapKeys.HashOf(Encoding.UTF8.GetBytes(key))).Distinct().Count();

        Assert.InRange(different, Keys * 99 / 100, Keys);
    }

    [Fact]
    public void Check_OfManyKeysThatCollideElsewhere_FindsTheOneThatIsThereTwice()
    {
        Verdict unique = MessagePackValidator.Check(MapOf(Colliding), 1, new WireLimits(), out _);
        Verdict repeated = MessagePackValidator.Check(MapOf([.. Colliding, Colliding[0]]), 1, new WireLimits(), out _);

        Assert.Equal(Verdict.Accepted, unique);
        Assert.Equal(Verdict.KeyTwice, repeated);
    }

    /// <summary>Keys of odd lengths that differ in their last byte only.</summary>
    [Fact]
    public void HashOf_KeysThatDifferAtTheEnd_TellsThemApart()
    {
        int different = Enumerable.Range(0, 256).Select(static end => MapKeys.HashOf([1, 2, (byte)end])).Distinct().Count();

        Assert.Equal(256, different);
    }

    [Fact]
    public void Check_OfAMapWithManyKeys_KeepsNothing()
    {
        byte[] map = MapOf([.. Enumerable.Range(0, 1000).Select(static index => $"key {index}")]);
        var limits = new WireLimits();
        _ = MessagePackValidator.Check(map, 1, limits, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();

        _ = MessagePackValidator.Check(map, 1, limits, out _);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    // "Aa" and "BB" have the same hash in the way that many languages once made one.
    private static string Pairs(int index) =>
        string.Concat(Enumerable.Range(0, 16).Select(bit => (index >> bit & 1) == 0 ? "Aa" : "BB"));

    private static byte[] MapOf(string[] keys) =>
    [
        0xdf, .. Convert.FromHexString($"{keys.Length:X8}"), .. keys.SelectMany(static key => Encoded.Elements(key, 0)),
    ];
}
