using Mp.Analyzers.Sends;

namespace Mp.Analyzers.Tests;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("ping", "ping", 0)]
    [InlineData("ping", "PING", 0)]
    [InlineData("ping", "pign", 1)]
    [InlineData("ping", "pin", 1)]
    [InlineData("ping", "pping", 1)]
    [InlineData("ping", "pong", 1)]
    [InlineData("", "ping", 4)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_IsTheNumberOfSlips(string one, string other, int expected)
    {
        Assert.Equal(expected, Spelling.Distance(one, other));
        Assert.Equal(expected, Spelling.Distance(other, one));
    }

    [Theory]
    [InlineData("pign", "ping")]
    [InlineData("Ping", "ping")]
    [InlineData("child_dead", "child_died")]
    [InlineData("pong", "ping")]
    [InlineData("halt", null)]
    [InlineData("x", null)]
    public void NearestOf_SomeWords_IsOneThatMayBeMeant(string word, string? expected) =>
        Assert.Equal(expected, Spelling.NearestOf(word, ["ping", "child_died", "stop", "y"]));
}
