using System.Text;
using Mp.CompilerServices;

namespace Mp.Runtime.Tests.CompilerServices;

/// <summary>What peers that are not Mp may say instead, and that nodes of Mp may not.</summary>
public sealed class ElementDialectTests
{
    private const ElementDialect Perl = ElementDialect.Loose | ElementDialect.Octets;

    [Theory]
    [InlineData("42", 42L)]
    [InlineData("0", 0L)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void TryReadInt64_OfItsDecimalText_IsTheNumber(string text, long expected)
    {
        var reader = new ElementReader(Encoded.Elements(text), ElementDialect.Loose);

        bool isRead = reader.TryReadInt64(out long value);

        Assert.True(isRead);
        Assert.Equal(expected, value);
        Assert.True(reader.IsAtEnd);
        Assert.False(new ElementReader(Encoded.Elements(text)).TryReadInt64(out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("042")]
    [InlineData("+1")]
    [InlineData("-0")]
    [InlineData("-")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.0")]
    [InlineData("1e2")]
    [InlineData("0x1")]
    [InlineData("9223372036854775808")]
    [InlineData("1\0")]
    [InlineData("１")]
    public void TryReadInt64_OfAnotherText_IsFalse(string text)
    {
        var reader = new ElementReader(Encoded.Elements(text), ElementDialect.Loose);

        bool isRead = reader.TryReadInt64(out _);

        Assert.False(isRead);
        Assert.Equal(0, reader.Position);
    }

    [Fact]
    public void OtherNumbers_OfTheirDecimalText_AreTheNumbers()
    {
        Assert.True(Loose("18446744073709551615").TryReadUInt64(out ulong unsigned));
        Assert.Equal(ulong.MaxValue, unsigned);
        Assert.False(Loose("18446744073709551616").TryReadUInt64(out _));
        Assert.False(Loose("-1").TryReadUInt64(out _));
        Assert.True(Loose("255").TryReadInteger(out byte small));
        Assert.Equal(255, small);
        Assert.False(Loose("256").TryReadInteger(out byte _));
        Assert.True(Loose("1").TryReadEnum(out DayOfWeek day));
        Assert.Equal(DayOfWeek.Monday, day);
        Assert.True(Loose("1.5").TryReadDouble(out double number));
        Assert.Equal(1.5, number);
        Assert.True(Loose("-1e+20").TryReadSingle(out float single));
        Assert.Equal(-1e20f, single);
    }

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("inf")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("1,5")]
    [InlineData("11111111112222222222333333333344444444445555555555666666666677777")]
    public void TryReadDouble_OfAnotherText_IsFalse(string text)
    {
        var reader = new ElementReader(Encoded.Elements(text), ElementDialect.Loose);

        bool isRead = reader.TryReadDouble(out _);

        Assert.False(isRead);
        Assert.Equal(0, reader.Position);
    }

    [Theory]
    [InlineData(42L, "42")]
    [InlineData(-7L, "-7")]
    [InlineData(ulong.MaxValue, "18446744073709551615")]
    [InlineData(1.5, "1.5")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1e-7, "1e-07")]
    public void TryReadString_OfANumber_IsItsDecimalText(object number, string expected)
    {
        var reader = new ElementReader(Encoded.Elements(number), ElementDialect.Loose);

        bool isRead = reader.TryReadString(out string? text);

        Assert.True(isRead);
        Assert.Equal(expected, text);
        Assert.True(reader.IsAtEnd);
        Assert.False(new ElementReader(Encoded.Elements(number)).TryReadString(out _));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(true)]
    [InlineData(null)]
    public void TryReadString_OfWhatHasNoDecimalText_IsFalse(object? element)
    {
        var reader = new ElementReader(Encoded.Elements(element), Perl);

        bool isRead = reader.TryReadString(out _);

        Assert.False(isRead);
        Assert.Equal(0, reader.Position);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("", false)]
    [InlineData("0", false)]
    [InlineData(1L, true)]
    [InlineData(0L, false)]
    [InlineData("true", null)]
    [InlineData("2", null)]
    [InlineData(2L, null)]
    [InlineData(1.0, null)]
    [InlineData(null, null)]
    public void TryReadBoolean_OfPerlsTruthValues_IsTheValue(object? element, bool? expected)
    {
        var reader = new ElementReader(Encoded.Elements(element), ElementDialect.Loose);

        bool isRead = reader.TryReadBoolean(out bool value);

        Assert.Equal(expected is not null, isRead);
        Assert.Equal(expected ?? false, value);
        Assert.Equal(!isRead, reader.Position == 0);
        Assert.False(new ElementReader(Encoded.Elements(element)).TryReadBoolean(out _));
    }

    [Fact]
    public void TryReadConstant_OfTheOtherForm_IsTrue()
    {
        Assert.True(Loose("42").TryReadConstant(42L));
        Assert.True(Loose("42").TryReadConstant(42UL));
        Assert.True(Loose("1.5").TryReadConstant(1.5));
        Assert.True(Loose("9007199254740992").TryReadConstant(9007199254740992.0));
        Assert.False(Loose("9007199254740993").TryReadConstant(9007199254740992.0));
        Assert.True(Loose(42).TryReadConstant("42"u8));
        Assert.True(Loose(1.5).TryReadConstant("1.5"u8));
        Assert.False(Loose(42).TryReadConstant("042"u8));
        Assert.True(Loose("1").TryReadConstant(true));
        Assert.True(Loose("").TryReadConstant(false));
        Assert.False(Loose("1").TryReadConstant(false));
    }

    [Fact]
    public void TextsAndBytes_OfOnePeer_AreEachOther()
    {
        byte[] octets = [0x47, 0xfc]; // "Gü", a byte a character
        Assert.True(new ElementReader(Encoded.Elements(octets), Perl).TryReadString(out string? text));
        Assert.Equal("Gü", text);
        Assert.True(new ElementReader(Encoded.Elements(octets), Perl).TryReadConstant("Gü"u8));
        Assert.True(new ElementReader(Encoded.Elements("Gü"), Perl).TryReadBytes(out byte[]? bytes));
        Assert.Equal(octets, bytes);
        Assert.True(new ElementReader(Encoded.Elements("ab"), Perl).TryReadBytes(out bytes));
        Assert.Equal("ab"u8.ToArray(), bytes);
        Assert.False(new ElementReader(Encoded.Elements("€"), Perl).TryReadBytes(out _));
        Assert.False(new ElementReader(Encoded.Elements(octets), ElementDialect.Loose).TryReadString(out _));
        Assert.False(new ElementReader(Encoded.Elements("ab"), ElementDialect.Loose).TryReadBytes(out _));
    }

    /// <summary>What was a view stays one, and what was none stays good after the next read.</summary>
    [Fact]
    public void TryReadUtf8_OfNumbers_GivesEachItsOwnText()
    {
        var reader = new ElementReader(Encoded.Elements(1, 22), ElementDialect.Loose);

        _ = reader.TryReadUtf8(out ReadOnlySpan<byte> first);
        _ = reader.TryReadUtf8(out ReadOnlySpan<byte> second);

        Assert.Equal("1 22", $"{Encoding.UTF8.GetString(first)} {Encoding.UTF8.GetString(second)}");
    }

    [Fact]
    public void Reads_OfWhatIsWrittenExactly_DoNotDependOnTheDialect()
    {
        byte[] elements = Encoded.Elements("tag", 7, 1.5, true, "text");
        var reader = new ElementReader(elements, Perl);

        Assert.True(reader.TryReadConstant("tag"u8));
        Assert.True(reader.TryReadConstant(7L));
        Assert.True(reader.TryReadConstant(1.5));
        Assert.True(reader.TryReadConstant(true));
        Assert.True(reader.TryReadString(out string? text));
        Assert.Equal("text", text);
    }

    private static ElementReader Loose(object element) => new(Encoded.Elements(element), ElementDialect.Loose);
}
