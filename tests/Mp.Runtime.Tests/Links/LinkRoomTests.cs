using Mp.Links;
using Mp.Monitoring;

namespace Mp.Runtime.Tests.Links;

/// <summary>Soft limits, the budget of all links, and links that are forgotten.</summary>
public sealed class LinkRoomTests
{
    private readonly FakeConnection _connection = new();

    [Fact]
    public async Task TrySend_BeyondTheSoftLimit_SendsNothing_UntilSomethingIsWritten()
    {
        Link link = Up();
        link.TrySend(new byte[100]);

        LinkAction full = link.TrySend("late"u8);
        Task room = link.WhenRoom(4);
        Assert.False(room.IsCompleted);
        Assert.Equal(101, link.TakeOutgoing(_connection).Length);
        Assert.False(room.IsCompleted);
        link.TakeOutgoing(_connection);

        Assert.Equal(LinkAction.NoRoom, full);
        await room;
        Assert.Equal(LinkAction.Flush(_connection), link.TrySend("now"u8));
        Assert.Equal("now.", link.TakeText(_connection));
    }

    [Fact]
    public void Send_GoesBeyondTheSoftLimit()
    {
        Link link = Up();
        link.TrySend(new byte[100]);

        Assert.Equal(LinkAction.None, link.Send(new byte[50]));
    }

    [Fact]
    public async Task TrySend_OfWhatWouldExceedTheHardLimit_WaitsUntilItIsAlone()
    {
        Link link = Up();
        Assert.Equal(LinkAction.None, link.TrySend(new byte[50]));
        byte[] message = new byte[LinkFixture.Limits.MaxQueuedBytes];

        Assert.Equal(LinkAction.NoRoom, link.TrySend(message));
        Assert.Equal(51, link.TakeOutgoing(_connection).Length);
        Assert.Equal(LinkAction.NoRoom, link.TrySend(message));
        Task room = link.WhenRoom(message.Length);
        link.TakeOutgoing(_connection);

        await room;
        Assert.Equal(LinkAction.Flush(_connection), link.TrySend(message));
    }

    [Fact]
    public async Task TrySend_WhileConnecting_RefusesWhatWouldOverflow_AndRoomComesWithTheConnection()
    {
        Link link = LinkFixture.Create("m", "z");
        link.TrySend(new byte[60]);

        Assert.Equal(LinkAction.NoRoom, link.TrySend(new byte[41]));
        Assert.Equal(LinkAction.None, link.TrySend(new byte[40]));
        Task room = link.WhenRoom(1);
        Assert.False(room.IsCompleted);
        Assert.True(link.TryAccept(_connection, new PlainFrames()));

        await room;
    }

    [Fact]
    public async Task WaitingForRoom_EndsWithTheEpoch()
    {
        Link link = Up();
        link.TrySend(new byte[150]);
        Task room = link.WhenRoom(1);

        link.End(_connection);

        await room;
    }

    [Fact]
    public void WhatWaitsOnAllLinks_BeyondTheBudget_IsReportedOnce_AndGivenBackAtTheEnd()
    {
        var budget = new QueueBudget(2 * QueueBudget.StepBytes);
        LinkLimits limits = LinkFixture.Limits with { MaxQueuedBytes = int.MaxValue };
        Link one = LinkFixture.Create("m", "z", limits, budget);
        Link other = LinkFixture.Create("m", "y", limits, budget);
        var second = new FakeConnection();
        one.TryAccept(_connection, new PlainFrames());
        other.TryAccept(second, new PlainFrames());

        Assert.Equal(LinkAction.None, one.Send(new byte[QueueBudget.StepBytes + 1]));
        Assert.Equal(LinkAction.OverBudget(null), other.Send("one"u8));
        Assert.Equal(LinkAction.None, other.Send("two"u8));
        Assert.Equal(3 * QueueBudget.StepBytes, budget.Bytes);
        one.End(_connection);
        Assert.Equal(QueueBudget.StepBytes, budget.Bytes);
        other.TakeOutgoing(second);
        other.TakeOutgoing(second);

        Assert.Equal(0, budget.Bytes);
    }

    [Fact]
    public void WhatWaitedForTheConnection_IsInTheBudget()
    {
        var budget = new QueueBudget(long.MaxValue);
        Link link = LinkFixture.Create("m", "z", null, budget);
        link.Send("one"u8);

        link.TryAccept(_connection, new PlainFrames());

        Assert.Equal(QueueBudget.StepBytes, budget.Bytes);
    }

    [Fact]
    public void Heartbeat_IsTheEmptyMessage_AndOnlySentIfNothingElseIs()
    {
        Link link = Up();
        link.TakeOutgoing(_connection);

        Assert.Equal(LinkAction.Flush(_connection), link.SendHeartbeat(_connection));
        Assert.Equal(LinkAction.None, link.SendHeartbeat(_connection));
        Assert.Equal("\u0090.", link.TakeText(_connection));
        Assert.Equal(LinkAction.None, link.SendHeartbeat(new FakeConnection()));
    }

    [Fact]
    public void Monitors_BeyondTheLimit_AreRefused_AndCountedPerMonitor()
    {
        Link link = Up();
        var last = new PortMonitor(static (_, _) => { });
        link.AddMonitor("one", new PortMonitor(static (_, _) => { }), 1, "mon1"u8);
        link.AddMonitor("one", new PortMonitor(static (_, _) => { }), 1, "mon1"u8);
        link.AddMonitor("two", last, 1, "mon1"u8);

        Assert.Equal(LinkAction.TooMany, link.AddMonitor("three", last, 1, "mon1"u8));
        link.TakeMonitors("one");
        link.RemoveMonitor("two", last, "mon0"u8);
        Assert.Equal(LinkAction.None, link.AddMonitor("a", last, 1, "mon1"u8));
        Assert.Equal(LinkAction.None, link.AddMonitor("b", last, 1, "mon1"u8));
        Assert.Equal(LinkAction.None, link.AddMonitor("c", last, 1, "mon1"u8));
        Assert.Equal(LinkAction.TooMany, link.AddMonitor("d", last, 1, "mon1"u8));
    }

    [Fact]
    public void Watches_BeyondTheLimit_AreRefused()
    {
        Link link = Up();
        var watch = new PortMonitor(static (_, _) => { });
        link.TryAddWatch("one", watch);
        link.TryAddWatch("two", watch);
        link.TryAddWatch("three", watch);

        Assert.Equal(WatchResult.TooMany, link.TryAddWatch("four", watch));
        link.TakeWatch("one");
        Assert.Equal(WatchResult.Added, link.TryAddWatch("four", watch));
    }

    [Fact]
    public void IdleLink_IsForgotten_AfterManySweeps_AndDoesNothingAnyMore()
    {
        Link link = LinkFixture.Create("m", "z");

        int sweeps = 1;
        while (!link.TryRetire())
        {
            sweeps++;
        }

        Assert.InRange(sweeps, 2, 100);
        Assert.Equal(LinkAction.Retired, link.Send("one"u8));
        Assert.Equal(LinkAction.Retired, link.AddMonitor("a", new PortMonitor(static (_, _) => { }), 1, "mon1"u8));
        Assert.Equal(
            AdmissionKind.Retired,
            link.TryAccept(_connection, new PlainFrames(), LinkFixture.Peer, TimeSpan.Zero).Kind);
        Assert.False(link.TryBeginAuthentication(_connection));
    }

    [Fact]
    public void LinkThatSomebodyWatches_OrThatIsWanted_IsNotForgotten()
    {
        Link watched = LinkFixture.Create("m", "z");
        watched.AddMonitor("", new PortMonitor(static (_, _) => { }), 1, default);
        Link wanted = LinkFixture.Create("m", "z");
        wanted.Send("one"u8);

        for (int sweep = 0; sweep < 100; sweep++)
        {
            Assert.False(watched.TryRetire());
            Assert.False(wanted.TryRetire());
            Assert.False(Up().TryRetire());
        }
    }

    [Fact]
    public void LinkOfWhichSomethingIsStillBeingDelivered_IsNotForgotten()
    {
        Link link = LinkFixture.Create("m", "z");
        var quiet = new TaskCompletionSource();
        link.TryAccept(_connection, new PlainFrames());
        link.End(_connection);
        link.Ended(quiet.Task);

        for (int sweep = 0; sweep < 100; sweep++)
        {
            Assert.False(link.TryRetire());
        }

        quiet.SetResult();
        Assert.Contains(Enumerable.Range(0, 100), _ => link.TryRetire());
    }

    private Link Up()
    {
        Link link = LinkFixture.Create("m", "z");
        link.TryAccept(_connection, new PlainFrames());
        return link;
    }
}
