using Mp.Runtime.Tests.Ports;

namespace Mp.Runtime.Tests;

public sealed class PortIdTests
{
    [Theory]
    [InlineData("node#port", "node", "port", "node#port")]
    [InlineData("127.0.0.1:4040,[::1]:4040#p", "127.0.0.1:4040,[::1]:4040", "p", "127.0.0.1:4040,[::1]:4040#p")]
    [InlineData("node#", "node", "", "node#")]
    [InlineData("node", "node", "", "node#")]
    [InlineData("node#a#b", "node", "a#b", "node#a#b")]
    [InlineData("n#größe 1", "n", "größe 1", "n#größe 1")]
    public void Parse_OfAPortId_ReadsItsParts(string text, string node, string port, string printed)
    {
        PortId id = PortId.Parse(text);

        Assert.Equal(node, id.NodeId);
        Assert.Equal(port, id.PortName);
        Assert.Equal(printed, id.ToString());
        Assert.True(PortId.TryParse(printed, out PortId again));
        Assert.Equal(id, again);
        Assert.Equal(id.GetHashCode(), again.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("#port")]
    [InlineData("no de#port")]
    [InlineData("no;de#port")]
    [InlineData("nöde#port")]
    [InlineData("node#po\nrt")]
    [InlineData("node#\ud83d\ude00")]
    [InlineData("no\0de")]
    public void Parse_OfSomethingElse_IsAFormatExceptionThatShowsIt(string text)
    {
        FormatException failure = Assert.Throws<FormatException>(() => PortId.Parse(text));

        Assert.Contains("is no port ID", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.False(PortId.TryParse(text, out PortId id));
        Assert.True(id.IsNone);
    }

    [Theory]
    [InlineData(255, 255, true)]
    [InlineData(256, 1, false)]
    [InlineData(1, 256, false)]
    public void Parse_LimitsTheLengthOfEitherPart(int node, int port, bool isRight) =>
        Assert.Equal(isRight, PortId.TryParse($"{new string('n', node)}#{new string('p', port)}", out _));

    [Fact]
    public void Parse_CountsTheOctetsOfAPortName() =>
        Assert.False(PortId.TryParse("n#" + new string('ö', 128), out _));

    [Fact]
    public void TryParse_OfNull_IsFalse() => Assert.False(PortId.TryParse(null, out _));

    [Fact]
    public void Default_NamesNoPort()
    {
        PortId none = default;

        Assert.True(none.IsNone);
        Assert.Equal("", none.ToString());
        Assert.Equal("", none.NodeId);
        Assert.Equal("", none.PortName);
        Assert.True(none == default);
        Assert.True(none != PortId.Parse("a#b"));
        Assert.Equal(0, none.GetHashCode());
    }

    [Fact]
    public void Equality_IsByValueAndOrdinal()
    {
        Assert.Equal(PortId.Parse("a#b"), PortId.Parse("a#b"));
        Assert.NotEqual(PortId.Parse("a#b"), PortId.Parse("a#B"));
        Assert.NotEqual(PortId.Parse("a#b"), PortId.Parse("A#b"));
        Assert.False(PortId.Parse("a#b").Equals("a#b"));
    }

    [Fact]
    public void TypedId_IsAPlainId()
    {
        PortId plain = PortId.Parse("a#b");
        var typed = new PortId<ScriptedPort>(plain);

        PortId converted = typed;

        Assert.Equal(plain, converted);
        Assert.Equal(plain, typed.ToPortId());
        Assert.Equal("a#b", typed.ToString());
        Assert.Equal(new PortId<ScriptedPort>(PortId.Parse("a#b")), typed);
    }
}
