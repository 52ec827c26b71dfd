using Mp.Links;
using Mp.Wire;

namespace Mp.Runtime.Tests.Links;

public sealed class PeerTraitsTests
{
    [Fact]
    public void Traits_ComeBackFromTheGreetingTheyWereWrittenInto()
    {
        var traits = new PeerTraits
        {
            Incarnation = Incarnation.Begin(DateTimeOffset.UnixEpoch.AddMilliseconds(1234567), new byte[16]),
            HeartbeatTimeout = TimeSpan.FromSeconds(7.5),
        };

        Assert.Equal(traits, Read([.. traits.ToKeys()]));
        Assert.Contains("heartbeat=7500", traits.ToKeys());
    }

    [Theory]
    [InlineData("incarnation", "heartbeat")]
    [InlineData("incarnation=", "heartbeat=")]
    [InlineData("incarnation=1", "heartbeat=1.5")]
    [InlineData("incarnation=.name", "heartbeat=-7500")]
    [InlineData("incarnation=1.", "heartbeat=0")]
    [InlineData("incarnation=-1.name", "heartbeat=199")]
    [InlineData("incarnation=99999999999999999999.name", "heartbeat=99999999999999999999")]
    [InlineData(
        "incarnation=1.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "heartbeat=86400001")]
    public void WhatMakesNoSense_IsLeftOut(string incarnation, string heartbeat) =>
        Assert.Equal(PeerTraits.None, Read(incarnation, heartbeat));

    [Theory]
    [InlineData(2, "a", 1, "b", true)]
    [InlineData(1, "b", 1, "a", true)]
    [InlineData(1, "a", 1, "a", false)]
    [InlineData(1, "b", 2, "a", false)]
    public void LaterLife_IsTheOneThatBeganLater(
        long startedAt,
        string name,
        long other,
        string otherName,
        bool isLater) =>
        Assert.Equal(
            isLater,
            new Incarnation(startedAt, name).IsLaterThan(new Incarnation(other, otherName)));

    private static PeerTraits Read(params string[] keys)
    {
        string line = $"aemp;1;node;hmac_sha3_512;json;{string.Join(';', keys)}";
        Assert.Null(GreetingLine.Parse(System.Text.Encoding.Latin1.GetBytes(line), out PeerGreeting? greeting));
        return PeerTraits.Of(greeting!);
    }
}
