using System.Text;
using Mp.Codecs;
using Mp.CompilerServices;
using Mp.Runtime.Tests.CompilerServices;

namespace Mp.Runtime.Tests.Codecs;

public sealed class TimestampTests
{
    // Worked by hand from the specification of MessagePack: 32, 64 and 96 bits.
    [Theory]
    [InlineData(0L, 0, "D6FF00000000")]
    [InlineData(4294967295L, 0, "D6FFFFFFFFFF")]
    [InlineData(4294967296L, 0, "D7FF0000000100000000")]
    [InlineData(0L, 1, "D7FF0000000400000000")]
    [InlineData(17179869183L, 999999999, "D7FFEE6B27FFFFFFFFFF")]
    [InlineData(17179869184L, 0, "C70CFF000000000000000400000000")]
    [InlineData(-1L, 999999999, "C70CFF3B9AC9FFFFFFFFFFFFFFFFFF")]
    [InlineData(long.MinValue, 0, "C70CFF000000008000000000000000")]
    public void WriteTimestamp_IsTheShortestForm_AndIsReadBack(long seconds, int nanoseconds, string expected)
    {
        byte[] element = Encoded.Timestamp(seconds, nanoseconds);
        var reader = new ElementReader(element);

        bool isRead = reader.TryReadTimestamp(out long readSeconds, out int readNanoseconds);

        Assert.Equal(expected, Convert.ToHexString(element));
        Assert.True(isRead);
        Assert.Equal((seconds, nanoseconds), (readSeconds, readNanoseconds));
        Assert.True(reader.IsAtEnd);
    }

    [Theory]
    [InlineData("D5FF0000")] // no form that there is
    [InlineData("D6FE00000000")] // another extension
    [InlineData("D7FFEE6B280000000000")] // a second of nanoseconds
    [InlineData("C70CFF3B9ACA000000000000000000")]
    [InlineData("C70CFFFFFFFFFF0000000000000000")]
    [InlineData("C0")]
    [InlineData("B4323032362D30312D30315430303A30303A30305A")] // its text, which is a text only
    public void TryReadTimestamp_OfSomethingElse_IsFalse(string hex)
    {
        var reader = new ElementReader(Convert.FromHexString(hex));

        bool isRead = reader.TryReadTimestamp(out _, out _);

        Assert.False(isRead);
        Assert.Equal(0, reader.Position);
    }

    [Theory]
    [InlineData(0, "C70005")]
    [InlineData(1, "D405")]
    [InlineData(2, "D505")]
    [InlineData(3, "C70305")]
    [InlineData(4, "D605")]
    [InlineData(8, "D705")]
    [InlineData(16, "D805")]
    [InlineData(17, "C71105")]
    [InlineData(256, "C8010005")]
    [InlineData(65536, "C90001000005")]
    public void WriteExtension_OfALength_IsReadBack(int length, string head)
    {
        byte[] data = [.. Enumerable.Range(0, length).Select(index => (byte)index)];
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new ElementWriter(output);
        writer.WriteExtension(5, data);
        writer.WriteInt64(127);
        writer.Flush();
        var reader = new ElementReader(output.WrittenSpan);

        bool isRead = reader.TryReadExtension(out sbyte type, out ReadOnlySpan<byte> read);

        Assert.True(isRead);
        Assert.Equal(5, type);
        Assert.Equal(data, read.ToArray());
        Assert.True(reader.TryReadConstant(127L));
        Assert.StartsWith(head, Convert.ToHexString(output.WrittenSpan), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0L, 0, "1970-01-01T00:00:00Z")]
    [InlineData(-1L, 0, "1969-12-31T23:59:59Z")]
    [InlineData(1_767_225_599L, 123_456_789, "2025-12-31T23:59:59.123456789Z")]
    [InlineData(951_782_400L, 120_000_000, "2000-02-29T00:00:00.12Z")]
    [InlineData(-62_135_596_800L, 0, "0001-01-01T00:00:00Z")]
    [InlineData(253_402_300_799L, 999_999_999, "9999-12-31T23:59:59.999999999Z")]
    public void Format_IsTheTextOfRfc3339_AndIsParsedBack(long seconds, int nanoseconds, string expected)
    {
        var moment = new Timestamp(seconds, nanoseconds);
        Span<byte> text = stackalloc byte[Timestamp.MaxTextBytes];

        int length = moment.Format(text);

        Assert.True(moment.HasText);
        Assert.Equal(expected, Encoding.ASCII.GetString(text[..length]));
        Assert.True(Timestamp.TryParse(text[..length], out Timestamp parsed));
        Assert.Equal(moment, parsed);
    }

    [Theory]
    [InlineData(-62_135_596_801L)]
    [InlineData(253_402_300_800L)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void HasText_BeyondYearsOfFourDigits_IsFalse(long seconds) =>
        Assert.False(new Timestamp(seconds, 0).HasText);

    [Theory]
    [InlineData("2026-01-01T00:00:00+01:30", 1_767_225_600L - 5_400, 0)]
    [InlineData("2026-01-01t00:00:00.5z", 1_767_225_600L, 500_000_000)]
    [InlineData("2026-01-01T00:00:00-00:00", 1_767_225_600L, 0)]
    public void TryParse_OfOtherForms_IsTheMoment(string text, long seconds, int nanoseconds)
    {
        bool isParsed = Timestamp.TryParse(Encoding.ASCII.GetBytes(text), out Timestamp moment);

        Assert.True(isParsed);
        Assert.Equal(new Timestamp(seconds, nanoseconds), moment);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-01")]
    [InlineData("2026-01-01T00:00:00")]
    [InlineData("2026-01-01 00:00:00Z")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2026-01-01T24:00:00Z")]
    [InlineData("2026-01-01T00:60:00Z")]
    [InlineData("2026-01-01T23:59:60Z")]
    [InlineData("2026-01-01T00:00:00.Z")]
    [InlineData("2026-01-01T00:00:00.1234567890Z")]
    [InlineData("2026-01-01T00:00:00+0100")]
    [InlineData("2026-01-01T00:00:00+24:00")]
    [InlineData("2026-01-01T00:00:00ZZ")]
    [InlineData("+026-01-01T00:00:00Z")]
    [InlineData("2026-+1-01T00:00:00Z")]
    [InlineData("2026-01-01T00:00:00.5")]
    public void TryParse_OfSomethingElse_IsFalse(string text) =>
        Assert.False(Timestamp.TryParse(Encoding.ASCII.GetBytes(text), out _));

    [Theory]
    [InlineData(0.1, 0L, 100_000_000)]
    [InlineData(-0.25, -1L, 750_000_000)]
    [InlineData(1_795_345_667.645137, 1_795_345_667L, 645_137_072)]
    [InlineData(0.9999999999, 1L, 0)]
    public void TryFrom_ANumber_IsTheNearestMoment(double number, long seconds, int nanoseconds)
    {
        bool isMoment = Timestamp.TryFrom(number, out Timestamp moment);

        Assert.True(isMoment);
        Assert.Equal(new Timestamp(seconds, nanoseconds), moment);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    [InlineData(-1e12)]
    public void TryFrom_ANumberThatIsNone_IsFalse(double number) => Assert.False(Timestamp.TryFrom(number, out _));

    [Fact]
    public void TryReadTimestamp_FromATextFormat_TakesItsText()
    {
        var reader = new ElementReader(Encoded.Elements("2026-01-01T00:00:00.5Z"), ElementDialect.Textual);

        bool isRead = reader.TryReadTimestamp(out long seconds, out int nanoseconds);

        Assert.True(isRead);
        Assert.Equal((1_767_225_600L, 500_000_000), (seconds, nanoseconds));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_000)]
    public void WriteTimestamp_OfNoNanoseconds_Throws(int nanoseconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Encoded.Timestamp(0, nanoseconds));
}
