using System.Text;
using Mp.CompilerServices;

namespace Mp.Runtime.Tests.CompilerServices;

public sealed class ElementReaderTests
{
    [Fact]
    public void TryReadConstant_OfADoubleThatTheNextElementEquals_IsFalse()
    {
        var reader = new ElementReader(Encoded.Elements(5, 7));

        bool isRead = reader.TryReadConstant(7.0);

        Assert.False(isRead);
        Assert.Equal(0, reader.Position);
    }

    [Theory]
    [InlineData(5L, 5.0, true)]
    [InlineData(9007199254740993L, 9007199254740992.0, false)]
    [InlineData(ulong.MaxValue, 18446744073709551616.0, false)]
    [InlineData(9223372036854775808UL, 9223372036854775808.0, true)]
    [InlineData(double.NaN, double.NaN, true)]
    [InlineData("5", 5.0, false)]
    public void TryReadConstant_OfADouble_IsExact(object element, double constant, bool expected)
    {
        var reader = new ElementReader(Encoded.Elements(element));

        bool isRead = reader.TryReadConstant(constant);

        Assert.Equal(expected, isRead);
    }

    [Fact]
    public void ReadRest_AfterWhatNothingTakes_GoesOnBehindIt()
    {
        // Alone and within an array: an extension of type 5.
        byte[] elements = [0x01, 0xd4, 0x05, 0x00, 0x93, 0x02, 0xd4, 0x05, 0x00, 0x03, 0x04, 0xa1, (byte)'x'];
        var reader = new ElementReader(elements);

        object?[] rest = reader.ReadRest(5);

        Assert.Equal([1L, null, null, 4L, "x"], rest);
        Assert.True(reader.IsAtEnd);
    }

    [Theory]
    [InlineData(255L, true)]
    [InlineData(256L, false)]
    [InlineData(-1L, false)]
    public void TryReadInteger_OfAByte_TakesWhatFits(long element, bool expected)
    {
        var reader = new ElementReader(Encoded.Elements(element));

        bool isRead = reader.TryReadInteger(out byte _);

        Assert.Equal(expected, isRead);
        Assert.Equal(expected, reader.IsAtEnd);
    }

    [Fact]
    public void EveryIntegerType_WrittenAndRead_KeepsItsEnds()
    {
        AssertRoundTrip(byte.MaxValue);
        AssertRoundTrip(sbyte.MinValue);
        AssertRoundTrip(short.MinValue);
        AssertRoundTrip(ushort.MaxValue);
        AssertRoundTrip(int.MinValue);
        AssertRoundTrip(uint.MaxValue);
        AssertRoundTrip(long.MinValue);
        AssertRoundTrip(ulong.MaxValue);
        AssertRoundTrip('\uffff');
    }

    [Fact]
    public void OtherTypes_WrittenAndRead_AreTheSame()
    {
        AssertRoundTrip(true);
        AssertRoundTrip(0.1f);
        AssertRoundTrip(0.1);
        AssertRoundTrip("grüße 🌍");
        AssertRoundTrip(PortId.Parse("node#port"));
        AssertRoundTrip<byte[]>([1, 2, 3]);
    }

    [Fact]
    public void TryReadBytes_FromATextFormat_DecodesBase64()
    {
        var reader = new ElementReader(Encoded.Elements("AQID"), ElementDialect.Textual);

        bool isRead = reader.TryReadBytes(out byte[]? bytes);

        Assert.True(isRead);
        Assert.Equal([1, 2, 3], bytes);
    }

    [Theory]
    [InlineData("AQI")]
    [InlineData("not base 64!")]
    public void TryReadBytes_FromATextThatIsNoBase64_IsFalse(string text)
    {
        var reader = new ElementReader(Encoded.Elements(text), ElementDialect.Textual);

        bool isRead = reader.TryReadBytes(out _);

        Assert.False(isRead);
        Assert.Equal(0, reader.Position);
    }

    [Fact]
    public void TryReadPortId_OfAHugeText_AllocatesNothing()
    {
        byte[] element = Encoded.Elements("node#" + new string('x', 100_000));
        long before = GC.GetAllocatedBytesForCurrentThread();

        var reader = new ElementReader(element);
        bool isRead = reader.TryReadPortId(out _);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.False(isRead);
    }

    [Fact]
    public void Reads_AtTheEnd_AreFalse()
    {
        var reader = new ElementReader([]);

        Assert.False(reader.TryReadNull());
        Assert.False(reader.TryReadBoolean(out _));
        Assert.False(reader.TryReadInt64(out _));
        Assert.False(reader.TryReadUInt64(out _));
        Assert.False(reader.TryReadDouble(out _));
        Assert.False(reader.TryReadUtf8(out _));
        Assert.False(reader.TryReadBytes(out _));
        Assert.False(reader.TryReadArrayHeader(out _));
        Assert.False(reader.TryReadMapHeader(out _));
        Assert.False(reader.TrySkip());
        Assert.Equal(ElementKind.Invalid, reader.Kind);
    }

    [Fact]
    public void TryReadUtf8_IsAViewOfTheBytes()
    {
        var reader = new ElementReader(Encoded.Elements("ping"));

        bool isRead = reader.TryReadUtf8(out ReadOnlySpan<byte> text);

        Assert.True(isRead);
        Assert.Equal("ping", Encoding.UTF8.GetString(text));
    }

    private static void AssertRoundTrip<T>(T value)
    {
        Assert.True(ElementCodec<T>.TryFind(out IElementCodec<T>? codec));
        var reader = new ElementReader(Encoded.Element(value));

        bool isRead = reader.TryReadCoded(codec, out T? read);

        Assert.True(isRead);
        Assert.Equal(value, read);
        Assert.True(reader.IsAtEnd);
    }
}
