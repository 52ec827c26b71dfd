using Mp.Ports;

namespace Mp.Runtime.Tests.Ports;

/// <summary>Synchronous handlers: order, matching, dropping, fairness.</summary>
public sealed class PortTurnTests : IDisposable
{
    private readonly PortBench _bench = new();
    private readonly List<object?> _seen = [];

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Messages_OfOneSender_ArriveInOrder()
    {
        PortCell cell = _bench.Create(new ScriptedPort().On("n", message => _seen.Add(message[1])));

        for (int number = 0; number < 1000; number++)
        {
            PortBench.Send(cell, "n", number);
        }

        _bench.Run();
        Assert.Equal(Enumerable.Range(0, 1000).Cast<object?>(), _seen);
    }

    [Fact]
    public void Enqueue_NeverRunsAnything_AndSchedulesOnce()
    {
        PortCell cell = _bench.Create(new ScriptedPort().On("a", _ => _seen.Add("ran")));

        PortBench.Send(cell, "a");
        PortBench.Send(cell, "a");

        Assert.Empty(_seen);
        Assert.Equal(1, _bench.Scheduler.Pending);
    }

    [Fact]
    public void Senders_ThatAreFarAhead_PauseWhileThePortIsInItsTurn_UntilItHasCaughtUp()
    {
        const int FarAhead = 16 * 1024;
        List<int> spins = [];
        PortCell cell = null!;
        cell = _bench.Create(new ScriptedPort().On("n", _ => spins.Add(cell.SenderSpins)));
        for (int sent = 0; sent < FarAhead; sent++)
        {
            PortBench.Send(cell, "n");
        }

        Assert.Equal(0, cell.SenderSpins);
        _bench.Run();
        PortBench.Send(cell, "n");
        _bench.Run();

        // With a single processor, the port could not run while they pause.
        int expected = Environment.ProcessorCount > 1 ? 1 : 0;
        Assert.Equal([.. Enumerable.Repeat(expected, FarAhead), 0], spins);
        Assert.Equal(0, cell.SenderSpins);
    }

    [Fact]
    public void Message_SentToSelf_WaitsForItsTurn()
    {
        PortCell cell = null!;
        cell = _bench.Create(new ScriptedPort()
            .On("first", _ =>
            {
                PortBench.Send(cell, "third");
                _seen.Add("first");
            })
            .On("second", _ => _seen.Add("second"))
            .On("third", _ => _seen.Add("third")));

        PortBench.Send(cell, "first");
        PortBench.Send(cell, "second");
        _bench.Run();

        Assert.Equal(["first", "second", "third"], _seen);
    }

    [Fact]
    public void Handlers_ThatMatch_AllRunInOrder_EachOnce()
    {
        PortCell cell = _bench.Create(new ScriptedPort()
            .On("a", _ => _seen.Add(1))
            .On("b", _ => _seen.Add(2))
            .On(null, _ => _seen.Add(3))
            .On("a", _ => _seen.Add(4)));

        PortBench.Send(cell, "a");
        _bench.Run();

        Assert.Equal([1, 3, 4], _seen);
    }

    [Fact]
    public void Handler_ThatReturnsTrue_IsRemovedAfterThatMessage()
    {
        PortCell cell = _bench.Create(new ScriptedPort()
            .OnUntil("a", message => (int)message[1]! == 2)
            .On("a", message => _seen.Add(message[1])));

        for (int number = 1; number <= 3; number++)
        {
            PortBench.Send(cell, "a", number);
        }

        _bench.Run();
        Assert.Equal([1, 2, 3], _seen);
        Assert.Empty(_bench.Dropped);
    }

    [Fact]
    public void Message_WhoseOnlyHandlerWasRemoved_IsDropped()
    {
        PortCell cell = _bench.Create(new ScriptedPort().OnUntil("once", _ => true));

        PortBench.Send(cell, "once");
        PortBench.Send(cell, "once");
        _bench.Run();

        UnmatchedMessage dropped = Assert.Single(_bench.Dropped);
        Assert.Equal(new UnmatchedMessage("once", cell.ToString(), UnmatchedReason.NoHandler), dropped);
    }

    [Fact]
    public void Message_WithoutHandler_IsDroppedLoggedAndNotQueuedForLater()
    {
        PortCell cell = _bench.Create(new ScriptedPort().On("known", _ => _seen.Add("ran")));

        PortBench.Send(cell, "unknown");
        PortBench.Send(cell, "known");
        _bench.Run();

        Assert.Equal(["ran"], _seen);
        Assert.Equal("unknown", Assert.Single(_bench.Dropped).Tag);
        Assert.Contains("'unknown'", Assert.Single(_bench.Logs.Entries).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Unmatched_HandlerThatThrows_HarmsNeitherPortNorSender()
    {
        using var bench = new PortBench(onUnmatched: _ => throw new InvalidOperationException("mine"));
        PortCell cell = bench.Create(new ScriptedPort().On("known", _ => _seen.Add("ran")));
        List<Reason> fired = PortBench.Watch(cell);

        PortBench.Send(cell, "unknown");
        PortBench.Send(cell, "known");
        PortBench.Kill(cell);
        PortBench.Send(cell, "late");
        bench.Run();
        PortBench.Send(cell, "later");

        Assert.Equal(["ran"], _seen);
        Assert.True(Assert.Single(fired).IsNormal);
        Assert.Equal(3, bench.Logs.Entries.Count(entry => entry.Exception is InvalidOperationException));
    }

    [Fact]
    public void Port_WithEndlessWork_LetsOthersHaveTheirTurn()
    {
        PortCell busy = null!;
        busy = _bench.Create(new ScriptedPort().On("again", _ => PortBench.Send(busy, "again")));
        PortCell other = _bench.Create(new ScriptedPort().On("hello", _ => _seen.Add("hello")));
        PortBench.Send(busy, "again");
        PortBench.Send(other, "hello");

        _bench.Scheduler.RunOne();
        _bench.Scheduler.RunOne();

        Assert.Equal(["hello"], _seen);
        Assert.Equal(1, _bench.Scheduler.Pending);
    }

    [Fact]
    public void Turn_ThatEndsEarly_LosesNothing()
    {
        PortCell cell = _bench.Create(new ScriptedPort().On("n", message => _seen.Add(message[1])));
        for (int number = 0; number < 300; number++)
        {
            PortBench.Send(cell, "n", number);
        }

        _bench.Scheduler.RunOne();
        int inFirstTurn = _seen.Count;
        PortBench.Send(cell, "n", 300);
        int waiting = _bench.Scheduler.Pending;
        _bench.Run();

        Assert.InRange(inFirstTurn, 1, 299);
        Assert.Equal(1, waiting);
        Assert.Equal(Enumerable.Range(0, 301).Cast<object?>(), _seen);
    }

    [Fact]
    public void Message_ThatWasReceived_CanBeSentOn()
    {
        PortCell second = _bench.Create(new ScriptedPort().On(null, message => _seen.Add(message.ToString())));
        PortCell first = _bench.Create(new ScriptedPort().On(null, message =>
        {
            second.Enqueue(message.CloneForQueue());
            second.Enqueue(message.CloneForQueue());
        }));

        PortBench.Send(first, "pass", 7);
        PortBench.Send(first, "it");
        _bench.Run();

        Assert.Equal(["[\"pass\", 7]", "[\"pass\", 7]", "[\"it\"]", "[\"it\"]"], _seen);
    }

    [Fact]
    public void Callback_OfAPort_RunsInItsTurnAndInItsContext()
    {
        SynchronizationContext? context = null;
        PortCell cell = _bench.Create(new ScriptedPort().On("before", _ => _seen.Add("before")));

        PortBench.Send(cell, "before");
        cell.Enqueue(new CallbackControl(() =>
        {
            _seen.Add("callback");
            context = SynchronizationContext.Current;
        }));
        _bench.Run();

        Assert.Equal(["before", "callback"], _seen);
        Assert.Same(cell.Context, context);
        Assert.NotSame(cell.Context, SynchronizationContext.Current);
    }

    [Fact]
    public void Callback_OutsideAnyPort_ThatThrows_IsLogged()
    {
        var work = new CallbackWorkItem(() => throw new InvalidOperationException("mine"), _bench.Host.Log);

        work.Execute();

        Assert.Equal(102, Assert.Single(_bench.Logs.Entries).Id);
    }
}
