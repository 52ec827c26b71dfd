namespace Mp.Runtime.Tests;

public sealed class NodeRefTests
{
    [Theory]
    [InlineData("127.0.0.1:4040", new[] { "127.0.0.1:4040" })]
    [InlineData("host:1,[::1]:65535", new[] { "host:1", "[::1]:65535" })]
    [InlineData("private-abc", new string[0])]
    [InlineData("abc@host:4040", new string[0])]
    [InlineData("abc@host:4040,other:1", new string[0])]
    [InlineData("host:0", new string[0])]
    [InlineData("host:65536", new string[0])]
    [InlineData("host:", new string[0])]
    [InlineData(":4040", new string[0])]
    [InlineData("host:+1", new string[0])]
    [InlineData("::1:4040", new string[0])]
    [InlineData("host:1,", new string[0])]
    public void Parse_FindsTheEndPointsOfAPublicNode(string text, string[] endPoints)
    {
        NodeRef parsed = NodeRef.Parse(text);

        Assert.Equal(endPoints, parsed.EndPoints);
        Assert.Equal(endPoints.Length > 0, parsed.IsPublic);
        Assert.Equal(text, parsed.ToString());
        Assert.Equal(NodeRef.Parse(text), parsed);
        Assert.Equal(NodeRef.Parse(text).GetHashCode(), parsed.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a#b")]
    [InlineData("a;b")]
    public void Parse_OfSomethingElse_IsAFormatException(string text) =>
        Assert.Throws<FormatException>(() => NodeRef.Parse(text));

    [Fact]
    public void Default_IsEmpty()
    {
        NodeRef none = default;

        Assert.Equal("", none.ToString());
        Assert.Empty(none.EndPoints);
        Assert.False(none.IsPublic);
        Assert.Equal(default, none);
    }
}
