using Mp.Nodes;

namespace Mp.Runtime.Tests.Nodes;

public sealed class RelayedRequestTests
{
    private static readonly PortId OfTheNode = PortId.Parse("other:1#");

    [Theory]
    [InlineData("mon1")]
    [InlineData("mon0")]
    [InlineData("kil0")]
    [InlineData("kil2")]
    [InlineData("mp_held_up")]
    [InlineData("g_slave")]
    public void WhatSaysSomethingOfItsSender_IsNotPassedOn(string tag)
    {
        Assert.False(Relays.MayPassOn(OfTheNode, Message.Create(tag, "port")));
        Assert.True(Relays.MayPassOn(PortId.Parse("other:1#port"), Message.Create(tag, "port")));
    }

    [Theory]
    [InlineData("kil1")]
    [InlineData("time")]
    public void WhatAnybodyMayAsk_IsPassedOn(string tag) =>
        Assert.True(Relays.MayPassOn(OfTheNode, Message.Create(tag, "port")));
}
