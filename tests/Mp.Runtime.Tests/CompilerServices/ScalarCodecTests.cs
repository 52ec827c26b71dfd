using System.Globalization;
using System.Numerics;
using System.Text;
using Mp.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.CompilerServices;

/// <summary>The values of .NET that are one element each, and what they are as MessagePack.</summary>
public sealed class ScalarCodecTests
{
    private static readonly DateTime NewYear = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Half_IsANumberInSinglePrecision()
    {
        // ca is a number in 32 bits; 1.5 is 1.1 in binary: exponent 127, fraction 1000...
        Verify(BuiltInCodecs.Half, (Half)1.5, "CA3FC00000");
        Verify(BuiltInCodecs.Half, Half.NegativeInfinity, "CAFF800000");
        Assert.Equal((Half)7, Coded.Read(BuiltInCodecs.Half, Encoded.Elements(7)));
        Assert.False(Coded.Takes(BuiltInCodecs.Half, Encoded.Elements("1.5")));
    }

    [Fact]
    public void Int128_IsAnInteger_OrATextBeyond64Bits()
    {
        Verify(BuiltInCodecs.Int128, 42, "2A");
        Verify(BuiltInCodecs.Int128, -1, "FF");
        Verify(BuiltInCodecs.Int128, long.MinValue, "D38000000000000000");
        Verify(BuiltInCodecs.Int128, ulong.MaxValue, "CFFFFFFFFFFFFFFFFF");

        // 2^64 has 20 digits, so a0 + 20 is its head; -2^63 - 1 has 19 and a sign. The longest has 40 characters, which
        // takes a head of two bytes.
        Verify(BuiltInCodecs.Int128, (Int128)ulong.MaxValue + 1, "B4" + HexOf("18446744073709551616"));
        Verify(BuiltInCodecs.Int128, (Int128)long.MinValue - 1, "B4" + HexOf("-9223372036854775809"));
        Verify(BuiltInCodecs.Int128, Int128.MinValue, "D928" + HexOf("-170141183460469231731687303715884105728"));
        Verify(BuiltInCodecs.UInt128, 300u, "CD012C");
        Verify(BuiltInCodecs.UInt128, UInt128.MaxValue, "D927" + HexOf("340282366920938463463374607431768211455"));
    }

    [Theory]
    [InlineData("42")]
    [InlineData("18446744073709551615")]
    [InlineData("+18446744073709551616")]
    [InlineData("018446744073709551616")]
    [InlineData("18446744073709551616.0")]
    [InlineData("340282366920938463463374607431768211456")]
    [InlineData("")]
    public void Int128_TakesNoTextButOfWhatIsBeyond64Bits(string text)
    {
        Assert.False(Coded.Takes(BuiltInCodecs.Int128, Encoded.Elements(text)));
        Assert.False(Coded.Takes(BuiltInCodecs.UInt128, Encoded.Elements(text)));
    }

    [Fact]
    public void BigInteger_OfATextInJson_IsItsBytes_ThoughItIsADecimalNumberAsWell()
    {
        // The base 64 of these three bytes is "1234".
        const ElementDialect json = ElementDialect.Loose | ElementDialect.Textual;
        var expected = new BigInteger([0xd7, 0x6d, 0xf8]);

        Assert.Equal(expected, Coded.Read(BuiltInCodecs.BigInteger, Encoded.Elements("1234"), json));
        Assert.Equal(1234, Coded.Read(BuiltInCodecs.BigInteger, Encoded.Elements(1234), json));
        Assert.False(Coded.Takes(BuiltInCodecs.BigInteger, Encoded.Elements("123"), json));
        Assert.False(Coded.Takes(BuiltInCodecs.BigInteger, Encoded.Elements("1234"), ElementDialect.Loose));
    }

    [Fact]
    public void BigInteger_HasAtMost64KiB()
    {
        BigInteger longest = BigInteger.Pow(2, (64 * 1024 * 8) - 1) - 1;

        Assert.Equal(longest, Coded.Through(Framing.MessagePack, BuiltInCodecs.BigInteger, longest));
        Assert.Throws<MessageEncodingException>(() => Coded.Write(BuiltInCodecs.BigInteger, longest + 1));
        Assert.False(Coded.Takes(BuiltInCodecs.BigInteger, Encoded.Elements(new byte[(64 * 1024) + 1])));
    }

    [Fact]
    public void UInt128_TakesNothingNegative()
    {
        Assert.False(Coded.Takes(BuiltInCodecs.UInt128, Encoded.Elements(-1)));
        Assert.False(Coded.Takes(BuiltInCodecs.UInt128, Encoded.Elements("-18446744073709551616")));
    }

    [Fact]
    public void BigInteger_IsBytes_TheLowestFirst()
    {
        // c4 is bytes, then their number. 128 has a zero byte, or its highest bit would be a sign.
        Verify(BuiltInCodecs.BigInteger, BigInteger.Zero, "C40100");
        Verify(BuiltInCodecs.BigInteger, BigInteger.MinusOne, "C401FF");
        Verify(BuiltInCodecs.BigInteger, new BigInteger(128), "C4028000");
        Verify(BuiltInCodecs.BigInteger, new BigInteger(256), "C4020001");
        Verify(BuiltInCodecs.BigInteger, BigInteger.Pow(256, 300), $"C5012D{new string('0', 600)}01");
        Assert.Equal(ulong.MaxValue, Coded.Read(BuiltInCodecs.BigInteger, Encoded.Elements(ulong.MaxValue)));
        Assert.Equal(-5, Coded.Read(BuiltInCodecs.BigInteger, Encoded.Elements(-5)));
        Assert.False(Coded.Takes(BuiltInCodecs.BigInteger, Encoded.Elements("5")));
    }

    [Fact]
    public void Decimal_IsItsText_WithItsZeros()
    {
        Verify(BuiltInCodecs.Decimal, 1.50m, "A4" + HexOf("1.50"));
        Verify(
            BuiltInCodecs.Decimal,
            -0.1234567890123456789012345678m,
            "BF" + HexOf("-0.1234567890123456789012345678"));
        Verify(BuiltInCodecs.Decimal, decimal.MinValue, "BE" + HexOf("-79228162514264337593543950335"));
        Assert.Equal(
            "1.50",
            Coded.Through(Framing.Json, BuiltInCodecs.Decimal, 1.50m).ToString(CultureInfo.InvariantCulture));
        Assert.Equal(ulong.MaxValue, Coded.Read(BuiltInCodecs.Decimal, Encoded.Elements(ulong.MaxValue)));
        Assert.Equal(-7m, Coded.Read(BuiltInCodecs.Decimal, Encoded.Elements(-7)));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1,5")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("NaN")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("1e999999999999")]
    [InlineData(1.5)]
    [InlineData(true)]
    public void Decimal_TakesNoOtherElement(object element) =>
        Assert.False(Coded.Takes(BuiltInCodecs.Decimal, Encoded.Elements(element)));

    [Fact]
    public void Guid_IsItsText_In36SmallCharacters()
    {
        const string Text = "0f8fad5b-d9cb-469f-a165-70867728950e";

        // d9 is a text whose length takes a byte: 0x24 is 36.
        Verify(BuiltInCodecs.Guid, Guid.Parse(Text), "D924" + HexOf(Text));
        Assert.Equal(Guid.Parse(Text), Coded.Read(BuiltInCodecs.Guid, Encoded.Elements(Text.ToUpperInvariant())));
        Assert.False(Coded.Takes(BuiltInCodecs.Guid, Encoded.Elements(Text[1..])));
        Assert.False(Coded.Takes(BuiltInCodecs.Guid, Encoded.Elements("x" + Text[1..])));
        Assert.False(Coded.Takes(BuiltInCodecs.Guid, Encoded.Elements("{" + Text[2..] + "}")));
        Assert.False(Coded.Takes(BuiltInCodecs.Guid, Encoded.Elements(Guid.Parse(Text).ToByteArray())));
    }

    [Fact]
    public void DateTime_IsAMoment()
    {
        // d6 ff is the extension -1 of 4 bytes: 1767225600 s after 1970. d7 ff has 30 bits of nanoseconds first:
        // 100 ns << 2 bits is 0x190. Before 1970 it is c7 0c ff: 12 bytes, nanoseconds and signed seconds.
        Verify(BuiltInCodecs.DateTime, NewYear, "D6FF6955B900");
        Verify(BuiltInCodecs.DateTime, NewYear.AddTicks(1), "D7FF000001906955B900");
        Verify(BuiltInCodecs.DateTime, DateTime.MinValue, "C70CFF00000000FFFFFFF1886E0900");
        Assert.Equal(DateTimeKind.Utc, Coded.Read(BuiltInCodecs.DateTime, Encoded.Timestamp(0, 0)).Kind);
        Assert.Equal(
            NewYear,
            Coded.Read(BuiltInCodecs.DateTime, Coded.Write(BuiltInCodecs.DateTime, NewYear.ToLocalTime())));
    }

    [Fact]
    public void DateTime_TakesNoOtherElement()
    {
        Assert.False(Coded.Takes(BuiltInCodecs.DateTime, Encoded.Elements(1_767_225_600)));
        Assert.False(Coded.Takes(BuiltInCodecs.DateTime, Encoded.Elements("2026-01-01T00:00:00Z")));

        // Before the year 1, after the year 9999, and 10^9 ns.
        Assert.False(Coded.Takes(BuiltInCodecs.DateTime, Encoded.Timestamp(-62_135_596_801, 0)));
        Assert.False(Coded.Takes(BuiltInCodecs.DateTime, Encoded.Timestamp(253_402_300_800, 0)));
        Assert.False(Coded.Takes(BuiltInCodecs.DateTime, Encoded.Timestamp(long.MaxValue, 0)));
        Assert.False(Coded.Takes(BuiltInCodecs.DateTime, [0xd7, 0xff, 0xee, 0x6b, 0x28, 0, 0, 0, 0, 0]));
    }

    [Fact]
    public void DateTimeOffset_IsTheLocalTimeAndTheMinutes()
    {
        var east = new DateTimeOffset(2026, 1, 1, 2, 0, 0, TimeSpan.FromHours(2));
        var west = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(-330));

        // 92 is an array of two. 1767225600 s and two hours are 0x6955d520; 120 minutes are 0x78. d1 is 16 bits, signed:
        // -330 is 0xfeb6.
        Verify(BuiltInCodecs.DateTimeOffset, east, "92D6FF6955D52078");
        Verify(BuiltInCodecs.DateTimeOffset, west, "92D6FF6955B900D1FEB6");
        Assert.Equal(
            east.Offset,
            Coded.Read(BuiltInCodecs.DateTimeOffset, Coded.Write(BuiltInCodecs.DateTimeOffset, east)).Offset);
        Assert.Equal(NewYear, Coded.Read(BuiltInCodecs.DateTimeOffset, Encoded.Timestamp(1_767_225_600, 0)));
    }

    [Theory]
    [InlineData("91D6FF6955D520")]
    [InlineData("93D6FF6955D5207878")]
    [InlineData("92D6FF6955D520CD0349")] // 841 minutes.
    [InlineData("92D6FF6955D520A0")]
    [InlineData("92C70CFF00000000FFFFFFF1886E090001")] // A minute before the year 1 in UTC.
    [InlineData("9278D6FF6955D520")]
    [InlineData("01")]
    public void DateTimeOffset_TakesNoOtherElement(string hex) =>
        Assert.False(Coded.Takes(BuiltInCodecs.DateTimeOffset, Convert.FromHexString(hex)));

    [Fact]
    public void DatesAndTimes_AreIntegers()
    {
        // 1970 began on day 719162, and 2026 began 20454 days later; a second has 10^7 units, a day 864 * 10^9.
        Verify(BuiltInCodecs.DateOnly, new DateOnly(2026, 1, 1), "CE000B4920");
        Verify(BuiltInCodecs.DateOnly, DateOnly.MinValue, "00");
        Verify(BuiltInCodecs.TimeOnly, new TimeOnly(0, 0, 1), "CE00989680");
        Verify(BuiltInCodecs.TimeSpan, TimeSpan.FromDays(1), "CF000000C92A69C000");
        Verify(BuiltInCodecs.TimeSpan, TimeSpan.FromTicks(-1), "FF");
        Verify(BuiltInCodecs.TimeSpan, TimeSpan.MinValue, "D38000000000000000");
        Assert.Equal(DateOnly.MaxValue, Coded.Read(BuiltInCodecs.DateOnly, Encoded.Elements(3_652_058)));
        Assert.False(Coded.Takes(BuiltInCodecs.DateOnly, Encoded.Elements(3_652_059)));
        Assert.False(Coded.Takes(BuiltInCodecs.DateOnly, Encoded.Elements(-1)));
        Assert.Equal(TimeOnly.MaxValue, Coded.Read(BuiltInCodecs.TimeOnly, Encoded.Elements(863_999_999_999)));
        Assert.False(Coded.Takes(BuiltInCodecs.TimeOnly, Encoded.Elements(864_000_000_000)));
        Assert.False(Coded.Takes(BuiltInCodecs.TimeOnly, Encoded.Elements(-1)));
        Assert.False(Coded.Takes(BuiltInCodecs.TimeSpan, Encoded.Elements(ulong.MaxValue)));
    }

    [Fact]
    public void Characters_AreIntegers()
    {
        // cd is 16 bits, ce 32.
        Verify(BuiltInCodecs.Char, 'x', "78");
        Verify(BuiltInCodecs.Char, '\uffff', "CDFFFF");
        Verify(BuiltInCodecs.Rune, new Rune(0x1f600), "CE0001F600");
        Assert.False(Coded.Takes(BuiltInCodecs.Rune, Encoded.Elements(0xd800)));
        Assert.False(Coded.Takes(BuiltInCodecs.Rune, Encoded.Elements(0x110000)));
        Assert.False(Coded.Takes(BuiltInCodecs.Rune, Encoded.Elements(-1)));
    }

    [Fact]
    public void UrisAndVersions_AreTheirTexts()
    {
        Verify(BuiltInCodecs.Uri, new Uri("a/b?c=d#e", UriKind.Relative), "A9" + HexOf("a/b?c=d#e"));
        Verify(BuiltInCodecs.Uri, new Uri("HTTP://x/"), "A9" + HexOf("HTTP://x/"));
        Verify(BuiltInCodecs.Version, new Version(1, 2), "A3" + HexOf("1.2"));
        Verify(BuiltInCodecs.Version, new Version(1, 2, 3, 4), "A7" + HexOf("1.2.3.4"));
        Assert.False(Coded.Takes(BuiltInCodecs.Version, Encoded.Elements("1")));
        Assert.False(Coded.Takes(BuiltInCodecs.Version, Encoded.Elements("1.-2")));
        Assert.False(Coded.Takes(BuiltInCodecs.Uri, Encoded.Elements("http://[")));
        Assert.False(Coded.Takes(BuiltInCodecs.Uri, Encoded.Elements((object?)null)));
    }

    [Fact]
    public void Nullables_AreNullOrTheValue()
    {
        Verify(new NullableCodec<Guid>(BuiltInCodecs.Guid), null, "C0");
        Verify(new NullableCodec<TimeSpan>(BuiltInCodecs.TimeSpan), TimeSpan.FromTicks(5), "05");
        Verify(new NullableReferenceCodec<Uri>(BuiltInCodecs.Uri), null, "C0");
    }

    [Fact]
    public void OtherPeers_MaySayThemLoosely()
    {
        const ElementDialect Perl = ElementDialect.Loose | ElementDialect.Octets;

        Assert.Equal(1.5m, Coded.Read(BuiltInCodecs.Decimal, Encoded.Elements(1.5), Perl));
        Assert.Equal((Half)1.5, Coded.Read(BuiltInCodecs.Half, Encoded.Elements("1.5"), Perl));
        Assert.Equal(42, Coded.Read(BuiltInCodecs.Int128, Encoded.Elements("42"), Perl));
        Assert.Equal(42u, Coded.Read(BuiltInCodecs.UInt128, Encoded.Elements("42"), Perl));
        Assert.Equal(TimeSpan.FromTicks(42), Coded.Read(BuiltInCodecs.TimeSpan, Encoded.Elements("42"), Perl));
        Assert.Equal(new DateOnly(1, 1, 2), Coded.Read(BuiltInCodecs.DateOnly, Encoded.Elements("1"), Perl));
        Assert.Equal(NewYear, Coded.Read(BuiltInCodecs.DateTime, Encoded.Elements("2026-01-01T02:00:00+02:00"), Perl));
        Assert.Equal(
            NewYear,
            Coded.Read(BuiltInCodecs.DateTimeOffset, Encoded.Elements("2026-01-01T00:00:00Z"), Perl));
    }

    [Fact]
    public void Object_IsADateTime_IfItIsAMoment()
    {
        Assert.Equal(NewYear, Coded.Read(BuiltInCodecs.Object, Encoded.Timestamp(1_767_225_600, 0)));
        Assert.False(Coded.Takes(BuiltInCodecs.Object, Encoded.Timestamp(long.MaxValue, 0)));
        Assert.False(Coded.Takes(BuiltInCodecs.Object, [0xd4, 5, 0]));
    }

    /// <summary>What is known as an object only is written alike, and nothing is lost in any format.</summary>
    private static void Verify<T>(IElementCodec<T> codec, T value, string hex)
    {
        byte[] bytes = Coded.Write(codec, value);

        Assert.Equal(hex, Convert.ToHexString(bytes));
        Assert.Equal(bytes, Encoded.Element(value));
        Assert.Equal(bytes, Encoded.Element<object?>(value));
        Assert.Equal(value, Coded.Through(Framing.MessagePack, codec, value));
        Assert.Equal(value, Coded.Through(Framing.Cbor, codec, value));
        if (value is not Half number || Half.IsFinite(number))
        {
            Assert.Equal(value, Coded.Through(Framing.Json, codec, value));
        }
    }

    private static string HexOf(string text) => Convert.ToHexString(Encoding.ASCII.GetBytes(text));
}
