using Mp.Monitoring;
using Mp.Ports;

namespace Mp.Runtime.Tests.Ports;

/// <summary>How ports die, and who is told.</summary>
public sealed class PortDeathTests : IDisposable
{
    private readonly PortBench _bench = new();
    private readonly List<object?> _seen = [];

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Kill_ComesAfterWhatWasSentBefore_AndBeforeWhatWasSentAfter()
    {
        PortCell cell = _bench.Create(new ScriptedPort().On("n", message => _seen.Add(message[1])));
        List<Reason> fired = PortBench.Watch(cell);

        PortBench.Send(cell, "n", 1);
        PortBench.Kill(cell, "because", 2);
        PortBench.Send(cell, "n", 3);
        Assert.Empty(fired);
        _bench.Run();

        Assert.Equal([1], _seen);
        Assert.Equal(new Reason("because", 2), Assert.Single(fired));
        Assert.Equal(UnmatchedReason.PortDied, Assert.Single(_bench.Dropped).Reason);
        Assert.True(cell.IsDead);
    }

    [Fact]
    public void Kill_WithoutReason_IsANormalDeath()
    {
        PortCell cell = _bench.Create(new ScriptedPort());
        List<Reason> fired = PortBench.Watch(cell);

        PortBench.Kill(cell);
        PortBench.Kill(cell, "again");
        _bench.Run();

        Assert.True(Assert.Single(fired).IsNormal);
    }

    [Fact]
    public void Handler_ThatThrows_KillsItsPortOnly()
    {
        PortCell other = _bench.Create(new ScriptedPort().On("a", _ => _seen.Add("other")));
        PortCell cell = _bench.Create(new ScriptedPort()
            .On("a", _ => throw new InvalidOperationException("broken"))
            .On("a", _ => _seen.Add("never")));
        List<Reason> fired = PortBench.Watch(cell);

        PortBench.Send(cell, "a");
        PortBench.Send(other, "a");
        _bench.Run();

        Assert.Equal(["other"], _seen);
        Reason reason = Assert.Single(fired);
        Assert.Equal("die", reason.Word);
        Assert.Equal("System.InvalidOperationException: broken", reason[1]);
        Assert.Equal(101, Assert.Single(_bench.Logs.Entries).Id);
    }

    [Fact]
    public void Handler_ThatThrows_LeavesTheRestOfItsQueueToBeRejected_EachOnceAndInOrder()
    {
        PortCell cell = _bench.Create(new ScriptedPort()
            .On("a", message => _seen.Add(message[1]))
            .On("b", _ => throw new InvalidOperationException("broken")));

        PortBench.Send(cell, "a", 1);
        PortBench.Send(cell, "b");
        PortBench.Send(cell, "c");
        PortBench.Send(cell, "d");
        _bench.Run();

        Assert.Equal([1], _seen);
        Assert.Equal(
            [("c", UnmatchedReason.PortDied), ("d", UnmatchedReason.PortDied)],
            _bench.Dropped.Select(static dropped => (dropped.Tag, dropped.Reason)));
    }

    [Fact]
    public void Callback_ThatThrows_KillsItsPort()
    {
        PortCell cell = _bench.Create(new ScriptedPort());
        List<Reason> fired = PortBench.Watch(cell);

        cell.Enqueue(new CallbackControl(() => throw new InvalidOperationException("broken")));
        _bench.Run();

        Assert.Equal("die", Assert.Single(fired).Word);
        Assert.True(cell.IsDead);
    }

    [Fact]
    public void DeadPort_RejectsWhatIsSentToIt()
    {
        PortCell cell = _bench.Create(new ScriptedPort().On("a", _ => _seen.Add("never")));
        PortBench.Kill(cell);
        _bench.Run();

        PortBench.Send(cell, "a");
        PortBench.Kill(cell);

        Assert.Equal(0, _bench.Scheduler.Pending);
        Assert.Equal(
            new UnmatchedMessage("a", cell.ToString(), UnmatchedReason.NoSuchPort),
            Assert.Single(_bench.Dropped));
    }

    [Fact]
    public void Death_InTheMiddleOfAQueue_DropsTheRestInOrder()
    {
        PortCell cell = null!;
        cell = _bench.Create(new ScriptedPort().On("die", _ =>
        {
            PortBench.Send(cell, "newest");
            throw new InvalidOperationException("broken");
        }));

        PortBench.Send(cell, "die");
        PortBench.Send(cell, "older");
        PortBench.Send(cell, "newer");
        _bench.Run();

        Assert.Equal(["older", "newer", "newest"], _bench.Dropped.Select(message => message.Tag));
        Assert.All(_bench.Dropped, message => Assert.Equal(UnmatchedReason.PortDied, message.Reason));
    }

    [Fact]
    public void Death_AtTheVeryEndOfATurn_IsDeathAllTheSame()
    {
        PortCell cell = _bench.Create(new ScriptedPort().On("n", message => _seen.Add(message[1])));
        for (int number = 1; number < 256; number++)
        {
            PortBench.Send(cell, "n", number);
        }

        PortBench.Kill(cell);
        _bench.Run();

        Assert.Equal(255, _seen.Count);
        Assert.True(cell.IsDead);
        Assert.Equal(0, _bench.Scheduler.Pending);
    }

    [Fact]
    public void Monitors_AllFireOnce_OnDeath()
    {
        PortCell cell = _bench.Create(new ScriptedPort());
        List<Reason> one = PortBench.Watch(cell);
        List<Reason> other = PortBench.Watch(cell);

        PortBench.Kill(cell, "x");
        PortBench.Kill(cell, "y");
        _bench.Run();

        Assert.Equal("x", Assert.Single(one).Word);
        Assert.Equal("x", Assert.Single(other).Word);
    }

    [Fact]
    public void Monitor_OfADeadPort_FiresAtOnce()
    {
        PortCell cell = _bench.Create(new ScriptedPort());
        PortBench.Kill(cell);
        _bench.Run();

        List<Reason> fired = PortBench.Watch(cell);

        Assert.Equal("no_such_port", Assert.Single(fired).Word);
    }

    [Fact]
    public void Monitor_ThatWasDisposed_NeverFires()
    {
        PortCell cell = _bench.Create(new ScriptedPort());
        List<Reason> fired = [];
        var monitor = new PortMonitor((_, reason) => fired.Add(reason));
        cell.AddMonitor(monitor);

        monitor.Dispose();
        PortBench.Kill(cell);
        _bench.Run();

        Assert.Empty(fired);
    }

    [Fact]
    public void Monitor_ThatFails_DoesNotKeepTheOthersFromFiring()
    {
        PortCell cell = _bench.Create(new ScriptedPort());
        cell.AddMonitor(new PortMonitor((_, _) => throw new InvalidOperationException("mine")));
        List<Reason> fired = PortBench.Watch(cell);

        PortBench.Kill(cell);
        _bench.Run();

        Assert.Single(fired);
        Assert.Equal(102, Assert.Single(_bench.Logs.Entries).Id);
    }

    [Fact]
    public void Monitors_FireAfterWhatTheDeadPortDroppedWasAccountedFor()
    {
        PortCell cell = _bench.Create(new ScriptedPort());
        int droppedWhenFired = -1;
        cell.AddMonitor(new PortMonitor((_, _) => droppedWhenFired = _bench.Dropped.Count));

        PortBench.Kill(cell);
        PortBench.Send(cell, "lost");
        _bench.Run();

        Assert.Equal(1, droppedWhenFired);
    }
}
