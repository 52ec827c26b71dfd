using System.Text;
using Mp.Codecs;
using Mp.Runtime.Tests.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

/// <summary>The limits are the same in every framing, at their defaults and at both ends of what may be set.</summary>
public sealed class FrameLimitTests
{
    /// <summary>The names of all framings, for theories.</summary>
    public static TheoryData<string> Names => [.. Framings.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Depth_IsTakenUpToTheLimit(string name)
    {
        foreach (int limit in (int[])[1, 2, 64])
        {
            var limits = new WireLimits { MaxDepth = limit };

            Assert.Equal(Verdict.Accepted, Read(name, limits, Nested(limit)));
            Assert.Equal(Verdict.TooDeep, Read(name, limits, Nested(limit + 1)));
        }

        Assert.Equal(64, new WireLimits().MaxDepth);
        Assert.Equal(Verdict.TooDeep, Read(name, new WireLimits(), Nested(65)));
    }

    /// <summary>Depth is counted in what nobody reads, too: nothing is passed over before it was counted.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Depth_OfElementsThatNobodyAskedFor_Counts(string name)
    {
        byte[] body = [0x93, 0xa1, (byte)'p', 0x01, .. Enumerable.Repeat((byte)0x91, 65), 0xc0];

        Assert.Equal(Verdict.TooDeep, Read(name, new WireLimits(), body));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_AreTakenUpToTheLimit(string name)
    {
        foreach (int limit in (int[])[16, 65_536, 16 * 1024 * 1024 / 64])
        {
            var limits = new WireLimits { MaxValues = limit };

            // The array itself is one of them, and the port name is none.
            Assert.Equal(Verdict.Accepted, Read(name, limits, Encoded.Body("p", new int[limit - 1])));
            Assert.Equal(Verdict.TooManyValues, Read(name, limits, Encoded.Body("p", new int[limit])));
            Assert.Equal(Verdict.Accepted, Read(name, limits, Encoded.Body("p", new object?[limit])));
            Assert.Equal(Verdict.TooManyValues, Read(name, limits, Encoded.Body("p", new object?[limit + 1])));
        }

        Assert.Equal(65_536, new WireLimits().MaxValues);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_OfMaps_CountKeysAndValues(string name)
    {
        var limits = new WireLimits { MaxValues = 21 };
        Dictionary<string, object?> map = Enumerable.Range(0, 11).ToDictionary(key => $"{key}", static key => (object?)key);

        Assert.Equal(Verdict.TooManyValues, Read(name, limits, Encoded.Body("p", map)));
        map.Remove("0");
        Assert.Equal(Verdict.Accepted, Read(name, limits, Encoded.Body("p", map)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void FrameBytes_AreTakenUpToTheLimit(string name)
    {
        foreach (int limit in (int[])[1024, 100_000])
        {
            byte[] frame = Write(name, Encoded.Body("p", new string('x', limit)));
            byte[] fitting = Write(name, Encoded.Body("p", new string('x', (2 * limit) - frame.Length - Prefix(name))));
            var limits = new WireLimits { MaxFrameBytes = limit - (2 * Prefix(name)) };

            Assert.Equal(Verdict.Accepted, ReadBytes(name, limits, fitting));
            Assert.Equal(Verdict.FrameTooLong, ReadBytes(name, limits with { MaxFrameBytes = fitting.Length - Prefix(name) - 1 }, fitting));
        }

        Assert.Equal(16 * 1024 * 1024, new WireLimits().MaxFrameBytes);
    }

    /// <summary>More than is accepted is not waited for.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void FrameBytes_BeyondTheLimit_AreRefusedBeforeTheyCame(string name)
    {
        byte[] frame = Write(name, Encoded.Body("p", Enumerable.Repeat<object?>("abc", 500).ToArray()));
        IFrameReader reader = Create(name, new WireLimits { MaxFrameBytes = 1024 });

        int end = 0;
        Verdict verdict;
        do
        {
            end++;
            verdict = reader.Read(frame.AsSpan(0, end), out _, out _);
        }
        while (verdict == Verdict.Incomplete);

        Assert.Equal(Verdict.FrameTooLong, verdict);
        Assert.InRange(end, 1, 1025);
    }

    /// <summary>T8: a claim of gigabytes costs what has come, a few bytes.</summary>
    [Theory]
    [InlineData("msgpack", "00000005DDFFFFFFFF")]
    [InlineData("msgpack", "00000008" + "92A170" + "DDFFFFFFFF")]
    [InlineData("msgpack", "00000008" + "92A170" + "DFFFFFFFFF")]
    [InlineData("msgpack", "00000008" + "92A170" + "DBFFFFFFFF")]
    [InlineData("msgpack", "00000008" + "92A170" + "C6FFFFFFFF")]
    [InlineData("msgpack", "00000008" + "92A170" + "C9FFFFFFFF")]
    [InlineData("msgpack", "00000008" + "92A170" + "DD0FFFFFFF")]
    [InlineData("cbor", "9AFFFFFFFF")]
    [InlineData("cbor", "82616B" + "9AFFFFFFFF")]
    [InlineData("cbor", "82616B" + "BAFFFFFFFF")]
    [InlineData("cbor", "82616B" + "7AFFFFFFFF")]
    [InlineData("cbor", "82616B" + "5AFFFFFFFF")]
    [InlineData("cbor", "82616B" + "9A0FFFFFFF")]
    [InlineData("cbor", "82616B" + "5F5A0FFFFFFF")]
    public void ClaimedLength_IsRefused_AndAllocatesNothingLikeIt(string name, string hex)
    {
        byte[] frame = Convert.FromHexString(hex);
        IFrameReader reader = Create(name, new WireLimits { MaxValues = int.MaxValue });
        long before = GC.GetAllocatedBytesForCurrentThread();

        Verdict verdict = reader.Read(frame, out _, out _);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
        Assert.True(verdict is Verdict.Truncated or Verdict.FrameTooLong, $"{verdict}");
    }

    /// <summary>T8: a claim that the limits allow is waited for, and costs nothing meanwhile.</summary>
    [Theory]
    [InlineData("msgpack", "00FFFFFF92A170")]
    [InlineData("cbor", "82616B7A00FFFF00")]
    [InlineData("cbor", "82616B9A0000FF00")]
    public void ClaimedLength_WithinTheLimits_AllocatesNothingLikeIt(string name, string hex)
    {
        byte[] frame = Convert.FromHexString(hex);
        IFrameReader reader = Create(name, new WireLimits());
        long before = GC.GetAllocatedBytesForCurrentThread();

        Verdict verdict = reader.Read(frame, out _, out _);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
        Assert.Equal(Verdict.Incomplete, verdict);
    }

    /// <summary>T9: nesting that would overrun any stack, if one went down into it.</summary>
    [Theory]
    [InlineData("msgpack", "91", "C0")]
    [InlineData("msgpack", "81A0", "C0")]
    [InlineData("cbor", "81", "F6")]
    [InlineData("cbor", "9F", "")]
    [InlineData("cbor", "A160", "F6")]
    [InlineData("cbor", "BF60", "")]
    [InlineData("json", "5B", "")]
    [InlineData("json", "7B2261223A", "")]
    public void Nesting_OfAHundredThousand_IsRefused(string name, string level, string end)
    {
        string nested = string.Concat(Enumerable.Repeat(level, 100_000)) + end;
        string hex = name switch
        {
            "msgpack" => $"{3 + (nested.Length / 2):X8}" + "92A170" + nested,
            "cbor" => "826170" + nested,
            _ => "5B2270222C" + nested,
        };

        Verdict whole = ReadBytes(name, new WireLimits(), Convert.FromHexString(hex));

        Assert.Equal(Verdict.TooDeep, whole);
    }

    /// <summary>Tags nest without being levels: they are passed over, however many.</summary>
    [Fact]
    public void Tags_OfAHundredThousand_ArePassedOver()
    {
        byte[] frame = [0x82, 0x61, 0x70, .. Enumerable.Repeat((byte)0xc6, 100_000), 0x01];

        Assert.Equal(Verdict.Accepted, ReadBytes("cbor", new WireLimits(), frame));
    }

    /// <summary>T11: text that is no text is refused when it comes, not when somebody reads it.</summary>
    [Theory]
    [InlineData("C3", nameof(Verdict.NotUtf8))] // cut off
    [InlineData("C328", nameof(Verdict.NotUtf8))]
    [InlineData("A9", nameof(Verdict.NotUtf8))]
    [InlineData("C080", nameof(Verdict.NotUtf8))] // longer than need be
    [InlineData("E080AF", nameof(Verdict.NotUtf8))]
    [InlineData("EDA080", nameof(Verdict.NotUtf8))] // half a surrogate pair
    [InlineData("EDA080EDB080", nameof(Verdict.NotUtf8))] // a pair of them
    [InlineData("F4908080", nameof(Verdict.NotUtf8))] // beyond Unicode
    [InlineData("FF", nameof(Verdict.NotUtf8))]
    [InlineData("EFBFBF", nameof(Verdict.Accepted))]
    [InlineData("F48FBFBF", nameof(Verdict.Accepted))]
    public void Text_ThatIsNoUtf8_IsRefusedEverywhere(string hex, string expected)
    {
        byte[] text = Convert.FromHexString(hex);
        byte[] head = [(byte)text.Length];
        byte fix = (byte)(0xa0 | text.Length);
        byte cbor = (byte)(0x60 | text.Length);

        Assert.Equal(expected, $"{Read("msgpack", new WireLimits(), [0x92, 0xa0, fix, .. text])}");
        Assert.Equal(expected, $"{Read("msgpack", new WireLimits(), [0x92, 0xa0, 0xd9, .. head, .. text])}");
        Assert.Equal(expected, $"{Read("msgpack", new WireLimits(), [0x92, 0xa0, 0x81, fix, .. text, 0xc0])}");
        Assert.Equal(expected, $"{Read("msgpack", new WireLimits(), [0x91, fix, .. text])}");
        Assert.Equal(expected, $"{ReadBytes("cbor", new WireLimits(), [0x82, 0x60, cbor, .. text])}");
        Assert.Equal(expected, $"{ReadBytes("cbor", new WireLimits(), [0x82, 0x60, 0xa1, cbor, .. text, 0xf6])}");
        Assert.Equal(expected, $"{ReadBytes("cbor", new WireLimits(), [0x81, cbor, .. text])}");
        Assert.Equal(expected, $"{ReadBytes("json", new WireLimits(), [.. "[\"\",\""u8, .. text, .. "\"]"u8])}");
        Assert.Equal(expected, $"{ReadBytes("json", new WireLimits(), [.. "[\"\",{\""u8, .. text, .. "\":1}]"u8])}");
        Assert.Equal(expected, $"{ReadBytes("json", new WireLimits(), [.. "[\"\",\"\\n"u8, .. text, .. "\"]"u8])}");
    }

    [Theory]
    [InlineData(64, nameof(Verdict.Accepted))]
    [InlineData(65, nameof(Verdict.NumberTooLong))]
    public void JsonNumber_IsTakenUpToItsLimit(int length, string expected)
    {
        string integer = new('9', length);
        string fraction = "0." + new string('1', length - 2);
        string negative = "-1e" + new string('0', length - 3);

        foreach (string number in (string[])[integer, fraction, negative])
        {
            byte[] frame = Encoding.ASCII.GetBytes($"[\"p\",{number}]");
            Assert.Equal(expected, $"{ReadBytes("json", new WireLimits(), frame)}");
        }
    }

    /// <summary>The text of an error says why and where, and nothing of what was sent.</summary>
    [Theory]
    [InlineData("json", "[\"p\",\"a secret word\",hush]")]
    [InlineData("json", "[\"p\",{\"a secret word\":1,\"a secret word\":1}]")]
    [InlineData("json", "[\"p\",\"a secret word\\ud800\"]")]
    public void Exception_SaysNothingOfTheContent(string name, string text)
    {
        IFrameReader reader = Create(name, new WireLimits());

        var error = Assert.Throws<WireFormatException>(
            () => reader.TryRead(Encoding.UTF8.GetBytes(text), out _, out _));

        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.ToString(), StringComparison.Ordinal);
        Assert.Null(error.InnerException);
        Assert.Contains($"byte {error.Offset}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryVerdict_HasATextOfItsOwn()
    {
        Verdict[] refusals = [.. Enum.GetValues<Verdict>().Where(static verdict => verdict > Verdict.Incomplete)];

        Assert.Equal(refusals.Length, refusals.Select(VerdictText.Of).Distinct().Count());
        Assert.DoesNotContain(VerdictText.Of(Verdict.Accepted), refusals.Select(VerdictText.Of));
    }

    private static byte[] Nested(int depth) =>
        [0x92, 0xa1, (byte)'p', .. Enumerable.Repeat((byte)0x91, depth - 1), 0x90];

    private static int Prefix(string name) => name == "msgpack" ? sizeof(int) : 0;

    private static Verdict Read(string name, WireLimits limits, byte[] body)
    {
        // Bodies that no other framing could say are for this one only.
        byte[] frame = name == "msgpack" ? [.. Length(body), .. body] : Write(name, body);
        return ReadBytes(name, limits, frame);
    }

    private static byte[] Length(byte[] body) => Convert.FromHexString($"{body.Length:X8}");

    private static byte[] Write(string name, byte[] body)
    {
        Assert.True(Framings.TryParse(name, out Framing framing));
        return ReadFrame.Write(framing, body);
    }

    private static Verdict ReadBytes(string name, WireLimits limits, byte[] frame)
    {
        Verdict verdict = Create(name, limits).Read(frame, out int consumed, out _);
        Assert.True(verdict != Verdict.Accepted || consumed == frame.Length);
        return verdict;
    }

    private static IFrameReader Create(string name, WireLimits limits)
    {
        Assert.True(Framings.TryParse(name, out Framing framing));
        return Framings.CreateReader(framing, limits);
    }
}
