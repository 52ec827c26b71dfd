using Mp.Links;
using Mp.Monitoring;

namespace Mp.Runtime.Tests.Links;

public sealed class LinkTests
{
    private readonly Link _link = LinkFixture.Create("m", "z");
    private readonly FakeConnection _connection = new();

    [Fact]
    public void Send_OnAnIdleLink_WantsAConnectionOnce()
    {
        LinkAction first = _link.Send("one"u8);
        LinkAction second = _link.Send("two"u8);

        Assert.Equal(LinkAction.Connect, first);
        Assert.Equal(LinkAction.None, second);
    }

    [Fact]
    public void WhatWaited_GoesOutInOrder_WhenTheConnectionIsThere()
    {
        _link.Send("one"u8);
        _link.Send("two"u8);

        Assert.True(_link.TryAccept(_connection, new PlainFrames()));
        _link.Send("three"u8);

        Assert.Equal("one.two.three."u8.ToArray(), _link.TakeOutgoing(_connection).ToArray());
        Assert.True(_link.TakeOutgoing(_connection).IsEmpty);
    }

    [Fact]
    public void Send_OnALivingLink_AsksForOneFlushUntilItIsDone()
    {
        _link.TryAccept(_connection, new PlainFrames());
        _link.TakeOutgoing(_connection);

        Assert.Equal(LinkAction.Flush(_connection), _link.Send("one"u8));
        Assert.Equal(LinkAction.None, _link.Send("two"u8));
        Assert.Equal("one.two."u8.ToArray(), _link.TakeOutgoing(_connection).ToArray());
        Assert.Equal(LinkAction.None, _link.Send("three"u8));
        Assert.Equal("three."u8.ToArray(), _link.TakeOutgoing(_connection).ToArray());
        Assert.True(_link.TakeOutgoing(_connection).IsEmpty);
        Assert.Equal(LinkAction.Flush(_connection), _link.Send("four"u8));
    }

    [Fact]
    public void End_TakesEveryMonitor_AndTheNextEpochStartsEmpty()
    {
        var monitor = new PortMonitor(static (_, _) => { });
        _link.TryAccept(_connection, new PlainFrames());
        _link.AddMonitor("port", monitor, 1, "mon1"u8);
        _link.Send("lost"u8);

        EpochEnd end = _link.End(_connection)!;
        LinkAction next = _link.Ended();

        Assert.Equal([monitor], end.Monitors);
        Assert.Same(_connection, end.Connection);
        Assert.Equal(LinkAction.None, next);
        Assert.Null(_link.End(_connection));
        Assert.True(_link.TakeOutgoing(_connection).IsEmpty);
    }

    [Fact]
    public void Send_WhileAnEpochEnds_BelongsToTheNextOne()
    {
        _link.TryAccept(_connection, new PlainFrames());
        _link.End(_connection);

        LinkAction whileEnding = _link.Send("next"u8);
        bool isAcceptedWhileEnding = _link.TryAccept(new FakeConnection(), new PlainFrames());
        LinkAction ended = _link.Ended();

        Assert.Equal(LinkAction.None, whileEnding);
        Assert.False(isAcceptedWhileEnding);
        Assert.Equal(LinkAction.Connect, ended);
        var other = new FakeConnection();
        Assert.True(_link.TryAccept(other, new PlainFrames()));
        Assert.Equal("next."u8.ToArray(), _link.TakeOutgoing(other).ToArray());
    }

    [Fact]
    public void MoreThanMayWaitForAConnection_Overflows_AndGivingUpFiresTheMonitors()
    {
        var monitor = new PortMonitor(static (_, _) => { });
        _link.AddMonitor("port", monitor, 1, "mon1"u8);
        _link.Send("two"u8);
        _link.Send("three"u8);

        LinkAction action = _link.Send("four"u8);
        EpochEnd? end = _link.GiveUp(_link.Attempt);

        Assert.Equal(LinkAction.Overflow(null), action);
        Assert.Equal([monitor], end!.Monitors);
        Assert.Equal(3, end.LostMessages);
    }

    [Fact]
    public void AMessageTooLongToWait_Overflows_EvenIfItIsTheFirst()
    {
        var monitor = new PortMonitor(static (_, _) => { });
        _link.AddMonitor("", monitor, 1, default);

        LinkAction action = _link.Send(new byte[101]);

        Assert.Equal(LinkAction.Overflow(null), action);
        Assert.Equal([monitor], _link.GiveUp(_link.Attempt)!.Monitors);
    }

    [Fact]
    public void AMessageLostWhileAnEpochEnds_EndsTheNextOneAsWell()
    {
        _link.TryAccept(_connection, new PlainFrames());
        _link.End(_connection);
        var monitor = new PortMonitor(static (_, _) => { });
        _link.AddMonitor("port", monitor, 1, "mon1"u8);

        _link.Send(new byte[101]);
        LinkAction ended = _link.Ended();

        Assert.Equal(LinkAction.Overflow(null), ended);
        Assert.Equal([monitor], _link.GiveUp(_link.Attempt)!.Monitors);
    }

    [Fact]
    public void MoreThanMayBeQueued_Overflows()
    {
        _link.TryAccept(_connection, new PlainFrames());

        Assert.Equal(LinkAction.None, _link.Send(new byte[150]));
        Assert.Equal(LinkAction.Overflow(_connection), _link.Send(new byte[50]));
    }

    [Fact]
    public void AMessageLongerThanMayBeQueued_GoesOut_IfNothingElseWaits()
    {
        _link.TryAccept(_connection, new PlainFrames());
        _link.TakeOutgoing(_connection);

        Assert.Equal(LinkAction.Flush(_connection), _link.Send(new byte[300]));
        Assert.Equal(LinkAction.Overflow(_connection), _link.Send("one more"u8));
    }

    [Fact]
    public void AMessageLostWhileConnecting_KeepsAConnectionOut_UntilTheMonitorsWereTold()
    {
        _link.Send(new byte[101]);

        bool isAcceptedBefore = _link.TryAccept(_connection, new PlainFrames());
        _link.GiveUp(_link.Attempt);
        _link.Ended();

        Assert.False(isAcceptedBefore);
        Assert.True(_link.TryAccept(_connection, new PlainFrames()));
    }

    [Fact]
    public void WhatWaits_AndCannotBeExpressed_DoesNotMakeTheOthersGoOutTwice()
    {
        _link.Send("one"u8);
        _link.Send("NaN"u8);
        Assert.Throws<MessageEncodingException>(() => _link.TryAccept(_connection, new PlainFrames()));

        Assert.True(_link.TryAccept(_connection, new AnyFrames()));

        Assert.Equal("one,NaN,"u8.ToArray(), _link.TakeOutgoing(_connection).ToArray());
    }

    [Fact]
    public void DeathThatCannotBeExpressed_CanBeToldInOtherWords()
    {
        var watch = new PortMonitor(static (_, _) => { });
        _link.TryAccept(_connection, new PlainFrames());
        _link.TryAddWatch("port", watch);
        Assert.Throws<MessageEncodingException>(() => _link.SendDeath("port", watch, "NaN"u8));

        _link.SendDeath("port", watch, "kil0"u8);

        Assert.Equal("kil0."u8.ToArray(), _link.TakeOutgoing(_connection).ToArray());
    }

    [Fact]
    public void GiveUp_OfAnEarlierAttempt_DoesNothing()
    {
        _link.Send("one"u8);
        int attempt = _link.Attempt;
        _link.GiveUp(attempt);
        _link.Ended();
        _link.Send("two"u8);

        Assert.Null(_link.GiveUp(attempt));
        Assert.NotNull(_link.GiveUp(_link.Attempt));
    }

    [Fact]
    public void TrySendOver_SendsNothing_WhereItWouldBeTooMuch()
    {
        _link.TryAccept(_connection, new PlainFrames());
        _link.TakeOutgoing(_connection);
        _link.Send(new byte[300]);

        Assert.Equal(LinkAction.None, _link.TrySendOver(_connection, "notice"u8));
        Assert.Equal(LinkAction.None, _link.TrySendOver(new FakeConnection(), "notice"u8));
        Assert.Equal(301, _link.TakeOutgoing(_connection).Length);
        Assert.True(_link.TakeOutgoing(_connection).IsEmpty);

        Assert.Equal(LinkAction.Flush(_connection), _link.TrySendOver(_connection, "notice"u8));
    }

    [Theory]
    [InlineData("a", "b", false)]
    [InlineData("b", "a", true)]
    public void BothDialAtOnce_TheConnectionOfTheSmallerIdSurvives(string own, string peer, bool isIncomingTaken)
    {
        var link = LinkFixture.Create(own, peer);
        link.Send("one"u8);
        var dialled = new FakeConnection();
        link.TryBeginAuthentication(dialled);

        bool isTaken = link.TryAccept(_connection, new PlainFrames());
        bool isCompleted = link.TryComplete(dialled, new PlainFrames());

        Assert.Equal(isIncomingTaken, isTaken);
        Assert.Equal(!isIncomingTaken, isCompleted);
    }

    [Fact]
    public void OneConnectionAtATime_IsAuthenticated()
    {
        var first = new FakeConnection();
        _link.Send("one"u8);
        _link.TryBeginAuthentication(first);

        Assert.False(_link.TryBeginAuthentication(_connection));
        _link.EndAuthentication(first);
        Assert.True(_link.TryBeginAuthentication(_connection));
    }

    [Fact]
    public void ASecondConnection_IsRefused_WhileTheFirstLives()
    {
        _link.TryAccept(_connection, new PlainFrames());

        Assert.False(_link.TryAccept(new FakeConnection(), new PlainFrames()));
        Assert.False(_link.TryBeginAuthentication(new FakeConnection()));
        Assert.Same(_connection, _link.Connection);
    }

    [Fact]
    public void Monitors_OfOnePort_AreAskedForOnceAndWithdrawnOnce()
    {
        var one = new PortMonitor(static (_, _) => { });
        var two = new PortMonitor(static (_, _) => { });
        _link.TryAccept(_connection, new PlainFrames());

        _link.AddMonitor("port", one, 1, "mon1"u8);
        _link.AddMonitor("port", two, 1, "mon1"u8);
        _link.RemoveMonitor("port", one, "mon0"u8);
        _link.RemoveMonitor("port", one, "mon0"u8);
        _link.RemoveMonitor("port", two, "mon0"u8);

        Assert.Equal("mon1.mon0."u8.ToArray(), _link.TakeOutgoing(_connection).ToArray());
    }

    [Fact]
    public void Notice_OfARequestThatWasWithdrawn_TakesNoLaterMonitor()
    {
        var monitor = new PortMonitor(static (_, _) => { });
        _link.TryAccept(_connection, new PlainFrames());

        _link.AddMonitor("port", monitor, 1, "mon1"u8);
        _link.RemoveMonitor("port", monitor, "mon0"u8);
        _link.AddMonitor("port", monitor, 2, "mon1"u8);

        Assert.Empty(_link.TakeMonitors("port", 1));
        Assert.Same(monitor, Assert.Single(_link.TakeMonitors("port", 2)));
    }

    [Fact]
    public void Watch_IsToldOfOnce_AndNotAfterItWasWithdrawn()
    {
        var watch = new PortMonitor(static (_, _) => { });
        var other = new PortMonitor(static (_, _) => { });
        _link.TryAccept(_connection, new PlainFrames());
        Assert.Equal(WatchResult.Added, _link.TryAddWatch("one", watch));
        Assert.Equal(WatchResult.Ignored, _link.TryAddWatch("one", other));
        Assert.Equal(WatchResult.Added, _link.TryAddWatch("two", other));

        _link.SendDeath("one", watch, "kil0 one"u8);
        _link.SendDeath("one", watch, "kil0 one"u8);
        Assert.Same(other, _link.TakeWatch("two"));
        _link.SendDeath("two", other, "kil0 two"u8);

        Assert.Equal("kil0 one."u8.ToArray(), _link.TakeOutgoing(_connection).ToArray());
    }

    [Fact]
    public void AMessageThatThePeersFramingCannotExpress_LeavesTheLinkAsItWas()
    {
        _link.TryAccept(_connection, new PlainFrames());
        _link.Send("one"u8);

        Assert.Throws<MessageEncodingException>(() => _link.Send("NaN"u8));

        Assert.Equal("one."u8.ToArray(), _link.TakeOutgoing(_connection).ToArray());
    }

    [Fact]
    public void WhenWritten_WaitsForAConnection_IfSomethingElseDoes()
    {
        _link.Send("one"u8);
        Task written = _link.WhenWritten();

        _link.TryAccept(_connection, new PlainFrames());
        _link.TakeOutgoing(_connection);
        Assert.False(written.IsCompleted);
        _link.TakeOutgoing(_connection);

        Assert.True(written.IsCompleted);
    }

    [Fact]
    public void WhenWritten_CompletesWithTheLastTake_OrTheEnd()
    {
        _link.TryAccept(_connection, new PlainFrames());
        _link.Send("one"u8);
        Task written = _link.WhenWritten();

        _link.TakeOutgoing(_connection);
        Assert.False(written.IsCompleted);
        _link.TakeOutgoing(_connection);

        Assert.True(written.IsCompleted);
        Assert.True(_link.WhenWritten().IsCompleted);
    }
}
