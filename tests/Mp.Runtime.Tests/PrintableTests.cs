namespace Mp.Runtime.Tests;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("plain text, größer!", "plain text, größer!")]
    [InlineData("a\r\nb\tc\0", "a\\u000d\\u000ab\\u0009c\\u0000")]
    [InlineData("\u202eevil\u200b", "\\u202eevil\\u200b")]
    [InlineData("\u2028", "\\u2028")]
    [InlineData("", "")]
    public void Of_EscapesWhatIsNotPlainText(string text, string expected) =>
        Assert.Equal(expected, Printable.Of(text));

    // Not in the data above: an attribute can't hold half a pair.
    [Fact]
    public void Of_EscapesHalfASurrogatePair() => Assert.Equal("\\ud800", Printable.Of("\ud800"));

    [Fact]
    public void Of_CutsLongText()
    {
        Assert.Equal(new string('a', 256), Printable.Of(new string('a', 256)));
        Assert.Equal(new string('a', 256) + "…", Printable.Of(new string('a', 100_000)));
    }
}
