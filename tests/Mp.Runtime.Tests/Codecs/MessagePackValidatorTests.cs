using Mp.Codecs;
using Mp.Codecs.MessagePack;
using Mp.CompilerServices;
using Mp.Runtime.Tests.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.Codecs;

public sealed class MessagePackValidatorTests
{
    private static readonly WireLimits Limits = new();

    [Theory]
    [InlineData("C1")] // never used
    [InlineData("")] // nothing
    [InlineData("CC")] // lengths and values that are cut off
    [InlineData("CDFF")]
    [InlineData("CB00000000000000")]
    [InlineData("A3C3A9")]
    [InlineData("D9")]
    [InlineData("DA00")]
    [InlineData("C403FFFF")]
    [InlineData("D4")]
    [InlineData("D800")]
    [InlineData("C70105")]
    [InlineData("92C0")]
    [InlineData("81A161")]
    [InlineData("DDFFFFFFFF")] // a claim of 4 GiB, in five bytes
    [InlineData("DFFFFFFFFF")]
    [InlineData("DF7FFFFFFF")]
    [InlineData("DD7FFFFFFF")]
    [InlineData("DBFFFFFFFF")]
    [InlineData("DB7FFFFFFF")]
    [InlineData("C6FFFFFFFF")]
    [InlineData("C97FFFFFFF00")]
    [InlineData("A1FF")] // no UTF-8
    [InlineData("A2C080")] // overlong
    [InlineData("A3EDA080")] // half a surrogate pair
    [InlineData("8101C0")] // keys that are no text
    [InlineData("81C0C0")]
    [InlineData("81C401610C")]
    [InlineData("82A16101A16102")] // the same key twice
    [InlineData("82A16101D9016102")] // the same, in a longer form
    public void Check_OfWhatIsMalformed_Throws(string hex)
    {
        byte[] data = Convert.FromHexString(hex);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Verdict verdict = MessagePackValidator.Check(data, 1, Limits, out _);

        Assert.NotEqual(Verdict.Accepted, verdict);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    [Theory]
    [InlineData("C0")]
    [InlineData("82A16101A16202")]
    [InlineData("D40501")]
    [InlineData("C7020501FF")]
    [InlineData("C80001050A")]
    [InlineData("C900000001050A")]
    [InlineData("C600000001FF")]
    [InlineData("DB00000001" + "61")]
    [InlineData("DD00000001C0")]
    [InlineData("DE0001A0C0")]
    [InlineData("9192939495C0C0C0C0C0C0C0C0C0C0C0")]
    public void Check_OfWhatIsWellFormed_ReturnsItsLength(string hex)
    {
        byte[] data = Convert.FromHexString(hex);

        Verdict verdict = MessagePackValidator.Check([.. data, 0xc1], 1, Limits, out int length);

        Assert.Equal(Verdict.Accepted, verdict);
        Assert.Equal(data.Length, length);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public void Check_OfNesting_TakesItUpToTheLimit(int depth, bool expected)
    {
        byte[] data = [.. Enumerable.Repeat((byte)0x91, depth), 0xc0];

        Assert.Equal(expected, Accepts(data, 1, Limits));
    }

    [Fact]
    public void Check_OfTheDeepestThatIsWritten_Passes()
    {
        object? value = null;
        for (int depth = 0; depth < ElementWriter.MaxDepth; depth++)
        {
            value = new[] { value };
        }

        Assert.True(Accepts(Encoded.Elements(value), 1, Limits));
        Assert.Throws<MessageEncodingException>(() => Encoded.Elements((object?)new[] { value }));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Check_OfManyValues_TakesThemUpToTheLimit(int inner, bool expected)
    {
        byte[] data = Encoded.Elements(new int[inner]);

        Assert.Equal(expected, Accepts(data, 1, Limits with { MaxValues = 10 }));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(5000)]
    public void Check_OfAMapWithAKeyTwice_Throws(int count)
    {
        byte[] unique = MapOf(Enumerable.Range(0, count).Select(key => $"key {key}"));
        byte[] twice = MapOf(Enumerable.Range(0, count).Select(key => $"key {(key == count - 1 ? 0 : key)}"));

        Assert.True(Accepts(unique, 1, Limits));
        Assert.False(Accepts(twice, 1, Limits));
    }

    /// <summary>Keys that begin alike, end alike, or are each other's beginning, are different keys.</summary>
    [Fact]
    public void Check_OfKeysThatAreAlmostTheSame_Passes()
    {
        string[] keys = ["", "a", "a\0", "\0", "abcdefgh", "abcdefghZabcdefgh", "abcdefgh\0", "Zabcdefgh", "b"];

        Assert.True(Accepts(MapOf(keys), 1, Limits));
        Assert.True(Accepts(MapOf(keys.Concat(keys.Select(key => key + "2"))), 1, Limits));
    }

    [Theory]
    [InlineData("C0C1", nameof(Verdict.NoValue), 1)]
    [InlineData("C0A3C3A9", nameof(Verdict.Truncated), 1)]
    [InlineData("C082A16101A16102", nameof(Verdict.KeyTwice), 2)]
    [InlineData("C0920181C0C0", nameof(Verdict.KeyNotText), 4)]
    [InlineData("C0A1FF", nameof(Verdict.NotUtf8), 1)]
    public void Check_OfWhatIsMalformed_SaysWhyAndWhere(string hex, string expected, int where)
    {
        Verdict verdict = MessagePackValidator.Check(Convert.FromHexString(hex), 2, Limits, out int position);

        Assert.Equal(expected, verdict.ToString());
        Assert.Equal(where, position);
    }

    [Fact]
    public void Check_OfAKeyTwiceInAMapWithinAMap_Throws() =>
        Assert.False(Accepts([0x92, 0x81, 0xa1, 0x61, .. MapOf(["x", "y", "x"]), 0x01], 1, Limits));

    [Fact]
    public void Check_OfTheSameKeyInTwoMaps_Passes() =>
        Assert.True(Accepts([0x92, .. MapOf(["x"]), .. MapOf(["x"])], 1, Limits));

    [Fact]
    public void Check_OfAShortMessage_AllocatesNothing()
    {
        byte[] data = Encoded.Elements("order", 17, new Dictionary<string, object?> { ["a"] = 1, ["b"] = "c" });
        _ = MessagePackValidator.Check(data, 3, Limits, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();

        _ = MessagePackValidator.Check(data, 3, Limits, out _);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>Whatever comes, it is refused by one kind of exception, or every reader can go through it.</summary>
    [Fact]
    public void Check_OfMutatedAndRandomBytes_RefusesOrIsRight()
    {
        byte[] sample = Encoded.Elements(
            "tag",
            -5000L,
            1.5,
            new byte[] { 1, 2 },
            new object?[] { null, true, "é" },
            new Dictionary<string, object?> { ["k"] = 1, ["l"] = new[] { 1, 2 } });
        var random = new Random(2);
        int accepted = 0;
        for (int round = 0; round < 20_000; round++)
        {
            byte[] data = round % 2 == 0 ? [.. sample] : new byte[random.Next(1, 40)];
            if (round % 2 == 0)
            {
                data[random.Next(data.Length)] ^= (byte)(1 << random.Next(8));
                data = data[..random.Next(1, data.Length + 1)];
            }
            else
            {
                random.NextBytes(data);
            }

            int count = random.Next(1, 7);
            if (Accepts(data, count, Limits, out int length))
            {
                accepted++;
                ReadThrough(data.AsSpan(0, length), count);
            }
        }

        Assert.InRange(accepted, 1000, 19_000);
    }

    private static void ReadThrough(ReadOnlySpan<byte> data, int count)
    {
        var skipping = new ElementReader(data);
        for (int index = 0; index < count; index++)
        {
            ElementReader reading = skipping;
            Assert.True(skipping.TrySkip());
            if (DynamicCodecs.TryRead(ref reading, out _))
            {
                Assert.Equal(skipping.Position, reading.Position);
            }
        }

        Assert.True(skipping.IsAtEnd);
    }

    private static byte[] MapOf(IEnumerable<string> keys)
    {
        string[] all = [.. keys];
        return [0xde, (byte)(all.Length >> 8), (byte)all.Length, .. all.SelectMany(key => Encoded.Elements(key, 0))];
    }

    private static bool Accepts(byte[] data, int count, WireLimits limits) => Accepts(data, count, limits, out _);

    private static bool Accepts(byte[] data, int count, WireLimits limits, out int length) =>
        MessagePackValidator.Check(data, count, limits, out length) == Verdict.Accepted;
}
