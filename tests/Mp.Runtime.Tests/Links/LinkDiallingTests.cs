using Mp.Links;

namespace Mp.Runtime.Tests.Links;

/// <summary>Who dials for a link, and for which attempt.</summary>
public sealed class LinkDiallingTests
{
    private readonly Link _link = LinkFixture.Create("m", "z");
    private readonly FakeConnection _connection = new();

    [Fact]
    public void NextAttempt_IsDialledForByWhoeverDialsAlready_UntilThereIsAConnection()
    {
        Assert.Equal(LinkAction.Connect, _link.Send("one"u8));
        int dialledFor = _link.BeginDialling();
        GiveUp();

        Assert.Equal(LinkAction.None, _link.Send("two"u8));
        Assert.Equal(_link.Attempt, _link.AttemptOf(dialledFor));
        Assert.False(_link.TryEndDialling(dialledFor));

        _link.TryAccept(_connection, new PlainFrames());
        _link.End(_connection);
        _link.Ended();
        Assert.Equal(LinkAction.Connect, _link.Send("three"u8));
        Assert.Equal(0, _link.AttemptOf(dialledFor));
        Assert.True(_link.TryEndDialling(dialledFor));
        Assert.False(_link.TryEndDialling(_link.BeginDialling()));
        Assert.Equal(0, _link.BeginDialling());
    }

    [Fact]
    public void WhoeverHasStoppedDialling_DialsForNothingThatComesAfterwards()
    {
        _link.Send("one"u8);
        int dialledFor = _link.BeginDialling();
        GiveUp();

        Assert.True(_link.TryEndDialling(dialledFor));

        Assert.Equal(LinkAction.Connect, _link.Send("two"u8));
    }

    [Fact]
    public void AttemptThatHasOverflowed_IsGivenUpOnce_AndNotTheOneAfterIt()
    {
        Assert.Equal(LinkAction.Overflow(null), _link.Send(new byte[101]));
        Assert.Equal(LinkAction.Overflow(null), _link.Send(new byte[101]));

        Assert.NotNull(_link.GiveUpLost());
        _link.Ended();
        _link.Send("next"u8);

        Assert.Null(_link.GiveUpLost());
    }

    [Fact]
    public void WhatIsLostAtOnce_IsDialledForByNobody()
    {
        Assert.Equal(LinkAction.Overflow(null), _link.Send(new byte[101]));

        Assert.Equal(0, _link.BeginDialling());
        Assert.Equal(0, _link.AttemptOf(0));
        Assert.True(_link.TryEndDialling(0));
        GiveUp();
        Assert.Equal(LinkAction.Connect, _link.Send("one"u8));
    }

    private void GiveUp()
    {
        Assert.NotNull(_link.GiveUp(_link.Attempt));
        _link.Ended();
    }
}
