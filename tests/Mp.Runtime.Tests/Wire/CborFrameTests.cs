using System.Buffers;
using Mp.Codecs;

using Mp.Runtime.Tests.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

public sealed class CborFrameTests
{
    [Fact]
    public void Write_OfEveryKind_IsItsShortestForm()
    {
        byte[] body = Encoded.Body(
            "p",
            null,
            true,
            false,
            23,
            24,
            -1,
            -257,
            65536,
            4294967296,
            ulong.MaxValue,
            long.MinValue,
            1.5,
            0.1,
            -0.0,
            double.NaN,
            double.PositiveInfinity,
            "é",
            new byte[] { 1, 2 },
            new object?[] { 1, Array.Empty<int>() },
            new Dictionary<string, object?> { ["k"] = 2 });

        string hex = Convert.ToHexString(ReadFrame.Write(Framing.Cbor, body));

        // Worked by hand from RFC 8949.
        Assert.Equal(
            "95" + "6170" + "F6" + "F5" + "F4" + "17" + "1818" + "20" + "390100" + "1A00010000" + "1B0000000100000000"
            + "1BFFFFFFFFFFFFFFFF" + "3B7FFFFFFFFFFFFFFF" + "FA3FC00000" + "FB3FB999999999999A" + "FA80000000"
            + "F97E00" + "FA7F800000" + "62C3A9" + "420102" + "820180" + "A1616B02",
            hex);
    }

    [Theory]
    [InlineData(0L, 0, "C100")]
    [InlineData(-1L, 0, "C120")]
    [InlineData(1_767_225_600L, 0, "C11A6955B900")]
    [InlineData(0L, 500_000_000, "C076313937302D30312D30315430303A30303A30302E355A")] // 1970-01-01T00:00:00.5Z
    public void Write_OfAMoment_IsItsTag(long seconds, int nanoseconds, string expected)
    {
        byte[] body = [0x92, 0xa0, .. Encoded.Timestamp(seconds, nanoseconds)];

        byte[] cbor = ReadFrame.Write(Framing.Cbor, body);

        Assert.Equal("8260" + expected, Convert.ToHexString(cbor));
        Assert.Equal(Encoded.Timestamp(seconds, nanoseconds), Assert.Single(Read(Convert.ToHexString(cbor))).Elements);
    }

    [Fact]
    public void Write_OfAnotherExtension_WritesNothing()
    {
        var output = new ArrayBufferWriter<byte>();
        byte[] body = [0x92, 0xa1, 0x70, 0xd4, 5, 0];

        var error = Assert.Throws<MessageEncodingException>(
            () => Framings.WriterOf(Framing.Cbor).Write(body, output));

        Assert.Contains("CBOR", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, output.WrittenCount);
    }

    // The examples of RFC 8949, appendix A, that are values here.
    [Theory]
    [InlineData("00", 0L)]
    [InlineData("17", 23L)]
    [InlineData("1818", 24L)]
    [InlineData("1903E8", 1000L)]
    [InlineData("1A000F4240", 1000000L)]
    [InlineData("1B000000E8D4A51000", 1000000000000L)]
    [InlineData("1BFFFFFFFFFFFFFFFF", ulong.MaxValue)]
    [InlineData("20", -1L)]
    [InlineData("3863", -100L)]
    [InlineData("3B7FFFFFFFFFFFFFFF", long.MinValue)]
    [InlineData("C248FFFFFFFFFFFFFFFF", ulong.MaxValue)] // bignums that fit
    [InlineData("C24A00000000000000000001", 1L)]
    [InlineData("C240", 0L)]
    [InlineData("C3480000000000000000", -1L)]
    [InlineData("C3487FFFFFFFFFFFFFFF", long.MinValue)]
    [InlineData("C25F4101420203FF", 66051L)]
    [InlineData("F90000", 0.0)]
    [InlineData("F98000", -0.0)]
    [InlineData("F93C00", 1.0)]
    [InlineData("FB3FF199999999999A", 1.1)]
    [InlineData("F93E00", 1.5)]
    [InlineData("F97BFF", 65504.0)]
    [InlineData("FA47C35000", 100000.0)]
    [InlineData("FA7F7FFFFF", 3.4028234663852886e+38)]
    [InlineData("F90001", 5.960464477539063e-8)]
    [InlineData("F9C400", -4.0)]
    [InlineData("F97C00", double.PositiveInfinity)]
    [InlineData("F97E00", double.NaN)]
    [InlineData("F9FC00", double.NegativeInfinity)]
    [InlineData("FB7FF0000000000000", double.PositiveInfinity)]
    [InlineData("F4", false)]
    [InlineData("F5", true)]
    [InlineData("F6", null)]
    [InlineData("F7", null)]
    [InlineData("60", "")]
    [InlineData("62225C", "\"\\")]
    [InlineData("62C3BC", "ü")]
    [InlineData("64F0908591", "\U00010151")]
    [InlineData("7F657374726561646D696E67FF", "streaming")]
    [InlineData("7FFF", "")]
    [InlineData("D818456449455446", "dIETF")] // tags that are passed over
    [InlineData("D82076687474703A2F2F7777772E6578616D706C652E636F6D", "http://www.example.com")]
    [InlineData("D9D9F7D818C101", null, 1L)]
    [InlineData("C073323031332D30332D32315432303A30343A3030", "2013-03-21T20:04:00")] // no moment: no offset
    public void TryRead_OfAValue_IsTheValue(string hex, object? expected, long? seconds = null)
    {
        ReadFrame frame = Assert.Single(ReadLoose("824170" + hex));

        if (seconds is { } moment)
        {
            Assert.Equal(Encoded.Timestamp(moment, 0), frame.Elements);
        }
        else
        {
            Assert.Equal([expected], frame.Values);
        }
    }

    [Theory]
    [InlineData("C074323031332D30332D32315432303A30343A30305A", 1363896240L, 0)] // 2013-03-21T20:04:00Z
    [InlineData("C11A514B67B0", 1363896240L, 0)]
    [InlineData("C1FB41D452D9EC200000", 1363896240L, 500_000_000)]
    [InlineData("C1F93800", 0L, 500_000_000)]
    [InlineData("C120", -1L, 0)]
    public void TryRead_OfAMoment_IsATimestamp(string hex, long seconds, int nanoseconds)
    {
        ReadFrame frame = Assert.Single(Read("8260" + hex));

        Assert.Equal(Encoded.Timestamp(seconds, nanoseconds), frame.Elements);
    }

    [Theory]
    [InlineData("9F61616163FF", 1)]
    [InlineData("826161820203", 1)]
    [InlineData("9F6161820203FF", 1)]
    [InlineData("82616182029FFF", 1)]
    [InlineData("8261619F02039F0405FFFF", 1)]
    [InlineData("826161BF6146F563416D7421FF", 1)]
    [InlineData("D9D9F7826161A0", 1)]
    public void TryRead_OfDefiniteAndIndefiniteLengths_WithAnyCut_IsOneFrame(string hex, int count)
    {
        byte[] stream = Convert.FromHexString(hex);
        for (int cut = 0; cut <= stream.Length; cut++)
        {
            ReadFrame frame = Assert.Single(ReadFrame.All(Reader(), stream, cut));

            Assert.Equal("a", frame.PortName);
            Assert.Equal(count, frame.Count);
        }
    }

    [Fact]
    public void TryRead_OfEverythingNested_IsTheTree()
    {
        // [_ "p", [1, [2, 3], [_ 4, 5]], {_ "Fun": true, "Amt": -2}, (_ h'01', h'02')]
        ReadFrame frame = Assert.Single(
            Read("9F6170" + "8301820203" + "9F0405FF" + "BF6346756EF563416D7421FF" + "5F41014102FFFF"));

        Assert.Equal(
            [
                new object?[] { 1L, new object?[] { 2L, 3L }, new object?[] { 4L, 5L } },
                new Dictionary<string, object?> { ["Fun"] = true, ["Amt"] = -2L },
                new byte[] { 1, 2 },
            ],
            frame.Values);
    }

    [Theory]
    [InlineData("80")] // []
    [InlineData("8140")] // [""], as Perl says it, and as we do
    [InlineData("8160")]
    [InlineData("81F6")]
    [InlineData("9FFF")]
    public void TryRead_OfAKeepAlive_IsAFrameOfNothing(string hex)
    {
        ReadFrame frame = Assert.Single(ReadLoose(hex));

        Assert.Equal("", frame.PortName);
        Assert.Equal(0, frame.Count);
    }

    [Theory]
    [InlineData("00", nameof(Verdict.NotAnArray), 1)]
    [InlineData("A0", nameof(Verdict.NotAnArray), 1)]
    [InlineData("FF", nameof(Verdict.NotAnArray), 1)]
    [InlineData("C1FF", nameof(Verdict.UnexpectedBreak), 2)]
    [InlineData("81F5", nameof(Verdict.NoPortName), 2)]
    [InlineData("8180", nameof(Verdict.NoPortName), 2)]
    [InlineData("8141FF80", nameof(Verdict.NoPortName), 3)] // bytes: from a node of Mp they are no text
    [InlineData("82601C", nameof(Verdict.NoValue), 2)]
    [InlineData("82601F", nameof(Verdict.NoValue), 2)]
    [InlineData("8260DF", nameof(Verdict.NoValue), 2)]
    [InlineData("8260E0", nameof(Verdict.UnknownSimpleValue), 3)]
    [InlineData("8260F818", nameof(Verdict.UnknownSimpleValue), 4)]
    [InlineData("8260F8FF", nameof(Verdict.UnknownSimpleValue), 4)]
    [InlineData("8260FF", nameof(Verdict.UnexpectedBreak), 3)]
    [InlineData("9F60C1FF", nameof(Verdict.UnexpectedBreak), 4)]
    [InlineData("8260BF6161FF", nameof(Verdict.UnexpectedBreak), 6)]
    [InlineData("8260A10102", nameof(Verdict.KeyNotText), 4)]
    [InlineData("8260A1F602", nameof(Verdict.KeyNotText), 4)]
    [InlineData("8260A2616101616102", nameof(Verdict.KeyTwice), 9)]
    [InlineData("8260A2616101416102", nameof(Verdict.KeyTwice), 9)]
    [InlineData("8260BF6161017F6161FF02FF", nameof(Verdict.KeyTwice), 12)]
    [InlineData("826061FF", nameof(Verdict.NotUtf8), 4)]
    [InlineData("826063EDA080", nameof(Verdict.NotUtf8), 6)]
    [InlineData("82607F61C361A9FF", nameof(Verdict.NotUtf8), 5)] // a character cut in two
    [InlineData("82607F4161FF", nameof(Verdict.ChunkOfAnotherType), 4)]
    [InlineData("82605F5F4161FFFF", nameof(Verdict.ChunkOfAnotherType), 4)]
    [InlineData("82607F00FF", nameof(Verdict.ChunkOfAnotherType), 4)]
    [InlineData("82603B8000000000000000", nameof(Verdict.NumberTooBig), 11)]
    [InlineData("8260C249010000000000000000", nameof(Verdict.NumberTooBig), 13)]
    [InlineData("8260C3488000000000000000", nameof(Verdict.NumberTooBig), 12)]
    [InlineData("82607BFFFFFFFFFFFFFFFF", nameof(Verdict.FrameTooLong), 11)] // claims beyond the longest frame
    [InlineData("82607A01000001", nameof(Verdict.FrameTooLong), 7)]
    [InlineData("82605B7FFFFFFFFFFFFFFF", nameof(Verdict.FrameTooLong), 11)]
    [InlineData("82609BFFFFFFFFFFFFFFFF", nameof(Verdict.FrameTooLong), 11)]
    [InlineData("8260BA00800001", nameof(Verdict.FrameTooLong), 7)]
    [InlineData("9BFFFFFFFFFFFFFFFF", nameof(Verdict.FrameTooLong), 9)]
    public void TryRead_OfWhatIsWrong_SaysWhyAndWhere(string hex, string expected, int offset)
    {
        byte[] stream = Convert.FromHexString(hex);
        CborFrameReader reader = Reader();
        long before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<WireFormatException>(() => reader.TryRead(stream, out _, out _));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
        Assert.Equal(expected, error.Reason.ToString());
        Assert.Equal(offset, error.Offset);
    }

    [Fact]
    public void TryRead_ByteByByte_RefusesTheSame()
    {
        byte[] stream = Convert.FromHexString("8461619F02039F0405FFFF" + "A1616102" + "63616263" + "83616101FF");
        var frames = new List<Verdict>();
        CborFrameReader reader = Reader();
        int consumed = 0;
        for (int end = 1; end <= stream.Length; end++)
        {
            Verdict verdict = reader.Read(stream.AsSpan(consumed, end - consumed), out int taken, out _);
            consumed += verdict == Verdict.Accepted ? taken : 0;
            frames.Add(verdict);
        }

        Assert.Equal(Verdict.UnexpectedBreak, frames[^1]);
        Assert.Equal(Verdict.Accepted, Assert.Single(frames[..^1], verdict => verdict != Verdict.Incomplete));
    }

    /// <summary>A long frame that trickles in is not read from its beginning each time.</summary>
    [Fact]
    public void TryRead_OfALongFrameByteByByte_LooksAtEachHeadOnce()
    {
        byte[] stream = ReadFrame.Write(Framing.Cbor, Encoded.Body("p", Enumerable.Repeat<object?>("x", 30_000).ToArray()));
        CborFrameReader reader = Reader();

        int whole = 0;
        for (int end = 1; end <= stream.Length; end++)
        {
            whole += reader.Read(stream.AsSpan(0, end), out _, out _) == Verdict.Accepted ? 1 : 0;
        }

        Assert.Equal(1, whole);
    }

    [Fact]
    public void TryRead_OfByteStrings_DependsOnThePeer()
    {
        const string Hex = "84" + "4170" + "43616263" + "41E9" + "A141E900";

        ReadFrame exact = Assert.Single(Read(Hex.Replace("4170", "6170", StringComparison.Ordinal)));
        ReadFrame loose = Assert.Single(ReadLoose(Hex));

        var map = new Dictionary<string, object?> { ["é"] = 0L };
        Assert.Equal([new byte[] { 0x61, 0x62, 0x63 }, new byte[] { 0xe9 }, map], exact.Values);
        Assert.Equal(["abc", new byte[] { 0xe9 }, map], loose.Values);
    }

    [Fact]
    public void TryRead_OfAShortMessage_AllocatesNothing()
    {
        byte[] stream = ReadFrame.Write(
            Framing.Cbor,
            Encoded.Body("p", "order", 17, new Dictionary<string, object?> { ["a"] = 1.5, ["b"] = "c" }));
        CborFrameReader reader = Reader();
        _ = reader.Read(stream, out _, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Verdict verdict = reader.Read(stream, out int consumed, out _);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(Verdict.Accepted, verdict);
        Assert.Equal(stream.Length, consumed);
    }

    private static CborFrameReader Reader() => new(new WireLimits());

    private static List<ReadFrame> Read(string hex) => ReadFrame.All(Reader(), Convert.FromHexString(hex));

    private static List<ReadFrame> ReadLoose(string hex) => ReadFrame.All(
        Framings.CreateReader(Framing.Cbor, new WireLimits(), isExact: false), Convert.FromHexString(hex));
}
