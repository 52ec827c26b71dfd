using System.Buffers;
using System.Text;
using Mp.Codecs;
using Mp.Codecs.MessagePack;
using Mp.Runtime.Tests.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

public sealed class JsonFrameTests
{
    [Fact]
    public void Write_OfEveryKind_IsJson()
    {
        byte[] body = Encoded.Body(
            "p",
            null,
            true,
            -1,
            ulong.MaxValue,
            1.0,
            -0.0,
            1e17,
            0.5f,
            "é\n",
            new byte[] { 1, 2, 3 },
            new object?[] { 1, Array.Empty<int>() },
            new Dictionary<string, object?> { ["k"] = 2 });

        string json = Encoding.UTF8.GetString(ReadFrame.Write(Framing.Json, body));

        Assert.Equal(
            """["p",null,true,-1,18446744073709551615,1.0,-0.0,1E+17,0.5,"é\n","AQID",[1,[]],{"k":2}]""",
            json);
    }

    [Fact]
    public void Write_OfWhatJsonCannotExpress_WritesNothing()
    {
        var output = new ArrayBufferWriter<byte>();
        IFrameWriter writer = Framings.WriterOf(Framing.Json);
        byte[] big = Encoding.ASCII.GetBytes(new string('x', 5000));
        byte[] extension = [0x92, MessagePackCode.String16, 0x13, 0x88, .. big, MessagePackCode.FixExtension1, 5, 0];

        Assert.Throws<MessageEncodingException>(() => writer.Write(Encoded.Body("p", double.NaN), output));
        Assert.Throws<MessageEncodingException>(() => writer.Write(Encoded.Body("p", double.PositiveInfinity), output));
        Assert.Throws<MessageEncodingException>(() => writer.Write(extension, output));
        Assert.Equal(0, output.WrittenCount);

        writer.Write(Encoded.Body("p", 1), output);
        Assert.Equal("""["p",1]""", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""[""]""")]
    [InlineData("[null]")]
    public void TryRead_OfAKeepAlive_IsAFrameOfNothing(string json)
    {
        ReadFrame frame = Assert.Single(Read(json));

        Assert.Equal("", frame.PortName);
        Assert.Equal(0, frame.Count);
    }

    [Fact]
    public void TryRead_OfArraysAndWhiteSpace_WithAnyCut_IsTheArrays()
    {
        byte[] stream = Encoding.UTF8.GetBytes(
            " \r\n" + """["a","[\"🌍\\"] [ 7 , {"k" : [1,2]} ]""" + "\t" + """["b","\u00e9\ud83c\udf0d"]""" + "\n");
        for (int cut = 0; cut <= stream.Length; cut++)
        {
            List<ReadFrame> frames = ReadFrame.All(Reader(), stream, cut);

            Assert.Equal(["a", "7", "b"], frames.Select(frame => frame.PortName));
            Assert.Equal(["[\"🌍\\"], frames[0].Values);
            Assert.Equal([new Dictionary<string, object?> { ["k"] = new object?[] { 1L, 2L } }], frames[1].Values);
            Assert.Equal(["é🌍"], frames[2].Values);
        }
    }

    [Fact]
    public void TryRead_ByteByByte_IsTheSame()
    {
        byte[] stream = Encoding.UTF8.GetBytes("[\"a\",\"\\\\\\\"\"] [1]");

        List<ReadFrame> frames = ReadFrame.All(Reader(), stream, [.. Enumerable.Range(0, stream.Length)]);

        Assert.Equal(["a", "1"], frames.Select(frame => frame.PortName));
    }

    [Theory]
    [InlineData("9223372036854775807", 9223372036854775807L)]
    [InlineData("-9223372036854775808", -9223372036854775808L)]
    [InlineData("18446744073709551615", 18446744073709551615UL)]
    [InlineData("18446744073709551616", 18446744073709551616.0)]
    [InlineData("-9223372036854775809", -9223372036854775809.0)]
    [InlineData("1.0", 1.0)]
    [InlineData("1e2", 100.0)]
    [InlineData("0", 0L)]
    public void TryRead_OfANumber_IsAnIntegerIfItIsOne(string json, object expected)
    {
        object? value = Assert.Single(Assert.Single(Read($"""["p",{json}]""")).Values);

        Assert.IsType(expected.GetType(), value);
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("\"text\"")]
    [InlineData("]")]
    [InlineData("\ufeff[]")]
    [InlineData("[}")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("[/* */]")]
    [InlineData("[\"p\",NaN]")]
    [InlineData("[\"p\",inf]")]
    [InlineData("[\"p\",01]")]
    [InlineData("[\"p\",+1]")]
    [InlineData("[\"p\",1e999999]")]
    [InlineData("[\"p\",-1e999999]")]
    [InlineData("[\"p\",\"\\ud800\"]")]
    [InlineData("[\"p\",\"\\udc00\\ud800\"]")]
    [InlineData("[\"p\",{\"\\ud800\":1}]")]
    [InlineData("[\"p\",\"\\x\"]")]
    [InlineData("[\"p\",\"\n\"]")]
    [InlineData("[\"p\",{\"a\":1,\"a\":2}]")]
    [InlineData("[\"p\",{\"a\":1,\"\\u0061\":2}]")]
    [InlineData("[\"p\",{1:2}]")]
    [InlineData("[true]")]
    [InlineData("[1.5]")]
    [InlineData("[[]]")]
    [InlineData("[{}]")]
    [InlineData("[\"p\",11111111112222222222333333333344444444445555555555666666666677777]")]
    public void TryRead_OfWhatIsWrong_Throws(string json) => Assert.Throws<WireFormatException>(() => Read(json));

    // What looks like JSON to a lenient parser, or did to one once.
    [Theory]
    [InlineData("[\"p\",1.]", nameof(Verdict.NotJson), 5)]
    [InlineData("[\"p\",.5]", nameof(Verdict.NotJson), 5)]
    [InlineData("[\"p\",1e]", nameof(Verdict.NotJson), 5)]
    [InlineData("[\"p\",1e+]", nameof(Verdict.NotJson), 5)]
    [InlineData("[\"p\",-]", nameof(Verdict.NotJson), 5)]
    [InlineData("[\"p\",-01]", nameof(Verdict.NotJson), 5)]
    [InlineData("[\"p\",0x1]", nameof(Verdict.NotJson), 6)]
    [InlineData("[\"p\",1_000]", nameof(Verdict.NotJson), 6)]
    [InlineData("[\"p\",Infinity]", nameof(Verdict.NotJson), 5)]
    [InlineData("[\"p\",-Infinity]", nameof(Verdict.NotJson), 5)]
    [InlineData("[\"p\",True]", nameof(Verdict.NotJson), 5)]
    [InlineData("[\"p\",nulll]", nameof(Verdict.NotJson), 9)]
    [InlineData("[\"p\",'a']", nameof(Verdict.NotJson), 5)]
    [InlineData("[\"p\",]", nameof(Verdict.NotJson), 5)]
    [InlineData("[\"p\",,1]", nameof(Verdict.NotJson), 5)]
    [InlineData("[\"p\":1]", nameof(Verdict.NotJson), 4)]
    [InlineData("[\"p\",{\"a\"}]", nameof(Verdict.NotJson), 9)]
    [InlineData("[\"p\",{\"a\":}]", nameof(Verdict.NotJson), 10)]
    [InlineData("[\"p\",{\"a\":1,}]", nameof(Verdict.NotJson), 12)]
    [InlineData("[\"p\",{,\"a\":1}]", nameof(Verdict.NotJson), 6)]
    [InlineData("[\"p\",{\"a\" 1}]", nameof(Verdict.NotJson), 10)]
    [InlineData("[\"p\",{a:1}]", nameof(Verdict.NotJson), 6)]
    [InlineData("[\"p\",[1}]", nameof(Verdict.NotJson), 7)]
    [InlineData("[\"p\"}", nameof(Verdict.NotJson), 4)]
    [InlineData("[\"p\"\u000b]", nameof(Verdict.NotJson), 4)]
    [InlineData("[\"p\"\u00a0]", nameof(Verdict.NotJson), 4)]
    [InlineData("[\"p\"/**/]", nameof(Verdict.NotJson), 4)]
    [InlineData("[\"p\"\0]", nameof(Verdict.NotJson), 4)]
    [InlineData("[\"p\",\"\t\"]", nameof(Verdict.ControlCharacter), 6)]
    [InlineData("[\"p\",\"\\a\"]", nameof(Verdict.UnknownEscape), 9)]
    [InlineData("[\"p\",\"\\u12\"]", nameof(Verdict.UnknownEscape), 11)]
    [InlineData("[\"p\",\"\\u+123\"]", nameof(Verdict.UnknownEscape), 13)]
    [InlineData("[\"p\",\"\\U0041\"]", nameof(Verdict.UnknownEscape), 13)]
    [InlineData("[\"p\",\"\\ud800\\u0041\"]", nameof(Verdict.LoneSurrogate), 19)]
    [InlineData("[\"p\",\"\\udc00\"]", nameof(Verdict.LoneSurrogate), 13)]
    [InlineData("[\"p\",1e400]", nameof(Verdict.NumberTooBig), 10)]
    [InlineData("\ufeff[]", nameof(Verdict.NotAnArray), 0)]
    public void TryRead_OfWhatIsNearlyJson_SaysWhyAndWhere(string json, string expected, int offset)
    {
        var error = Assert.Throws<WireFormatException>(() => Read(json));

        Assert.Equal(expected, error.Reason.ToString());
        Assert.Equal(offset, error.Offset);
    }

    [Theory]
    [InlineData("[\"p\",\"\\u0000\"]", "\0")]
    [InlineData("[\"p\",\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "\"\\/\b\f\n\r\t")]
    [InlineData("[\"p\",\"\\ud83c\\udf0d\\uD83C\\uDF0D\"]", "🌍🌍")]
    [InlineData("[\"p\",\"\u007f\u2028\"]", "\u007f\u2028")]
    [InlineData("[\"p\",-0]", 0L)]
    [InlineData("[\"p\",-0.0]", -0.0)]
    [InlineData("[\"p\",1E-2]", 0.01)]
    [InlineData("[\"p\",5e-400]", 0.0)]
    [InlineData("[\"p\",999999999999999999]", 999999999999999999L)]
    [InlineData("[\"p\",-999999999999999999]", -999999999999999999L)]
    [InlineData("[\"p\",1000000000000000000]", 1000000000000000000L)]
    public void TryRead_OfUnusualJson_IsTheValue(string json, object expected) =>
        Assert.Equal([expected], Assert.Single(Read(json)).Values);

    [Fact]
    public void Write_OfTextThatMustBeEscaped_EscapesThatOnly()
    {
        byte[] body = Encoded.Body("p", "a\"b\\c/\b\f\n\r\t\0\u001f\u007f\u2028é", "\"");

        string json = Encoding.UTF8.GetString(ReadFrame.Write(Framing.Json, body));

        Assert.Equal(
            "[\"p\",\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028é\",\"\\\"\"]",
            json);
    }

    /// <summary>Two of them are not what they were in the runtime's shortest form.</summary>
    [Fact]
    public void Write_OfEveryPowerOfTwoAndItsNeighbours_IsReadBack()
    {
        for (ulong exponent = 0; exponent < 2047; exponent++)
        {
            ulong bits = exponent << 52;
            double[] numbers = [.. new[] { bits, bits + 1, bits + (1UL << 52) - 1 }.Select(BitConverter.UInt64BitsToDouble)];
            byte[] json = ReadFrame.Write(Framing.Json, Encoded.Body("p", [.. numbers.Select(number => (object?)number)]));

            Assert.Equal(numbers.Cast<object?>(), Assert.Single(ReadFrame.All(Reader(), json)).Values);
        }
    }

    [Fact]
    public void Write_OfAMoment_IsItsText()
    {
        byte[] body = [0x92, 0xa1, (byte)'p', .. Encoded.Timestamp(1_767_225_600, 500_000_000)];

        string json = Encoding.UTF8.GetString(ReadFrame.Write(Framing.Json, body));

        Assert.Equal("""["p","2026-01-01T00:00:00.5Z"]""", json);
    }

    [Fact]
    public void Write_OfAMomentWithoutText_WritesNothing()
    {
        var output = new ArrayBufferWriter<byte>();
        byte[] body = [0x92, 0xa1, (byte)'p', .. Encoded.Timestamp(long.MaxValue, 1)];

        Assert.Throws<MessageEncodingException>(() => Framings.WriterOf(Framing.Json).Write(body, output));
        Assert.Throws<MessageEncodingException>(() => Framings.WriterOf(Framing.Cbor).Write(body, output));
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void TryRead_OfAShortMessage_AllocatesNothing()
    {
        byte[] stream = [.. """["p","order",17,{"a":1.5,"b":"c\n"},[true]]"""u8];
        JsonFrameReader reader = Reader();
        _ = reader.Read(stream, out _, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Verdict verdict = reader.Read(stream, out int consumed, out _);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(Verdict.Accepted, verdict);
        Assert.Equal(stream.Length, consumed);
    }

    [Fact]
    public void TryRead_OfInvalidUtf8_Throws()
    {
        byte[] stream = [.. "[\"p\",\""u8, 0xff, .. "\"]"u8];

        Assert.Throws<WireFormatException>(() => ReadFrame.All(Reader(), stream));
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public void TryRead_OfNesting_TakesItUpToTheLimit(int depth, bool expected)
    {
        string json = $"""["p",{new string('[', depth)}{new string(']', depth)}]""";

        Exception? error = Record.Exception(() => Read(json));

        Assert.Equal(expected, error is null);
        Assert.True(error is null or WireFormatException);
    }

    [Fact]
    public void TryRead_OfTooMuch_ThrowsBeforeItIsWhole()
    {
        var reader = new JsonFrameReader(new WireLimits { MaxFrameBytes = 100 });
        byte[] begun = Encoding.ASCII.GetBytes("[\"" + new string('x', 99));

        Assert.Throws<WireFormatException>(() => reader.TryRead(begun, out _, out _));
    }

    [Fact]
    public void TryRead_OfManyValues_TakesThemUpToTheLimit()
    {
        var reader = new JsonFrameReader(new WireLimits { MaxValues = 3 });

        Assert.True(reader.TryRead("""["p",1,2,3]"""u8, out _, out _));
        Assert.Throws<WireFormatException>(() => reader.TryRead("""["p",1,2,[3]]"""u8, out _, out _));
    }

    [Theory]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(40_000)]
    public void TryRead_OfLongArraysAndMaps_IsWhatWasWritten(int count)
    {
        int[] array = new int[count];
        var map = Enumerable.Range(0, Math.Min(count, 10_000)).ToDictionary(key => $"{key}", key => key);
        byte[] body = Encoded.Body("p", new object?[] { 1, array, 2 }, map, "end");

        ReadFrame frame = Assert.Single(ReadFrame.All(Reader(), ReadFrame.Write(Framing.Json, body)));

        Assert.Equal(Encoded.Elements(new object?[] { 1, array, 2 }, map, "end"), frame.Elements);
    }

    /// <summary>Escaped text longer than what is put on the stack.</summary>
    [Fact]
    public void TryRead_OfALongEscapedText_IsTheText()
    {
        string text = string.Concat(Enumerable.Repeat("\t\u0001é", 5000));

        ReadFrame frame = Assert.Single(
            ReadFrame.All(Reader(), ReadFrame.Write(Framing.Json, Encoded.Body("p", text))));

        Assert.Equal([text], frame.Values);
    }

    private static JsonFrameReader Reader() => new(new WireLimits());

    private static List<ReadFrame> Read(string json) => ReadFrame.All(Reader(), Encoding.UTF8.GetBytes(json));
}
