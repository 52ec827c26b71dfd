using Mp.Ports;

namespace Mp.Runtime.Tests.Ports;

/// <summary>Handlers that wait: the port waits with them, and they continue in it.</summary>
public sealed class AsyncHandlerTests : IDisposable
{
    private readonly PortBench _bench = new();
    private readonly List<object?> _seen = [];
    private readonly TaskCompletionSource _gate = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AsyncHandler_FinishesBeforeTheNextMessageStarts()
    {
        PortCell cell = _bench.Create(new ScriptedPort()
            .OnAsync("slow", async _ =>
            {
                _seen.Add("begins");
                await _gate.Task;
                _seen.Add("ends");
            })
            .On("n", message => _seen.Add(message[1])));

        PortBench.Send(cell, "slow");
        PortBench.Send(cell, "n", 1);
        _bench.Run();
        PortBench.Send(cell, "n", 2);
        _bench.Run();
        Assert.Equal(["begins"], _seen);
        _gate.SetResult();
        PortBench.Send(cell, "n", 3);
        _bench.Run();

        Assert.Equal(["begins", "ends", 1, 2, 3], _seen);
    }

    [Fact]
    public void AsyncHandler_AfterEachAwait_IsInItsPort()
    {
        var second = new TaskCompletionSource();
        var port = new ScriptedPort();
        PortCell cell = _bench.Create(port.OnAsync("slow", async _ =>
        {
            await _gate.Task;
            _seen.Add(SynchronizationContext.Current);
            await second.Task;
            _seen.Add(SynchronizationContext.Current);
            _seen.Add(port.Self);
        }));

        PortBench.Send(cell, "slow");
        _bench.Run();
        _gate.SetResult();
        Assert.Empty(_seen);
        _bench.Run();
        second.SetResult();
        _bench.Run();

        Assert.Equal([cell.Context, cell.Context, cell.CurrentId], _seen);
        Assert.NotSame(cell.Context, SynchronizationContext.Current);
    }

    [Fact]
    public void AsyncHandler_RunsByTheSchedulerAlone_ToItsEnd()
    {
        PortCell cell = _bench.Create(new ScriptedPort()
            .OnAsync("slow", async _ => await _gate.Task)
            .On("next", _ => _seen.Add("next")));
        PortBench.Send(cell, "slow");
        PortBench.Send(cell, "next");
        _bench.Run();
        _gate.SetResult();

        _bench.Run();

        // Nothing of it took the way over the thread pool, or it could not be here yet.
        Assert.Equal(["next"], _seen);
    }

    [Fact]
    public void HandlersAfterAnAsyncOne_RunWhenItHasFinished()
    {
        PortCell cell = _bench.Create(new ScriptedPort()
            .On("a", _ => _seen.Add(1))
            .OnAsync("a", async _ =>
            {
                await _gate.Task;
                _seen.Add(2);
            })
            .On("a", _ => _seen.Add(3))
            .OnAsync("a", async _ =>
            {
                await Task.Yield();
                _seen.Add(4);
            })
            .On("a", _ => _seen.Add(5))
            .On("b", _ => _seen.Add(6)));

        PortBench.Send(cell, "a");
        PortBench.Send(cell, "b");
        _bench.Run();
        _gate.SetResult();
        _bench.Run();

        Assert.Equal([1, 2, 3, 4, 5, 6], _seen);
        Assert.Empty(_bench.Dropped);
    }

    [Fact]
    public void AsyncHandler_ThatNeverWaits_SuspendsNothing()
    {
        PortCell cell = _bench.Create(new ScriptedPort()
            .OnAsync("a", _ =>
            {
                _seen.Add(1);
                return Task.CompletedTask;
            })
            .On("a", _ => _seen.Add(2)));

        PortBench.Send(cell, "a");
        _bench.Scheduler.RunOne();

        Assert.Equal([1, 2], _seen);
        Assert.Equal(0, _bench.Scheduler.Pending);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AsyncHandler_ThatResultsInTrue_IsRemoved(bool isLate)
    {
        PortCell cell = _bench.Create(new ScriptedPort().OnAsyncUntil("a", async message =>
        {
            if (isLate)
            {
                await Task.Yield();
            }

            _seen.Add(message[1]);
            return (int)message[1]! == 2;
        }));

        for (int number = 1; number <= 3; number++)
        {
            PortBench.Send(cell, "a", number);
        }

        _bench.Run();
        Assert.Equal([1, 2], _seen);
        Assert.Single(_bench.Dropped);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AsyncHandler_DeclaredAsATask_StaysWhateverTheTaskResultsIn(bool isLate)
    {
        PortCell cell = _bench.Create(new ScriptedPort().OnAsync("a", message =>
        {
            _seen.Add(message[1]);
            return isLate ? YieldTrueAsync() : Task.FromResult(true);
        }));

        PortBench.Send(cell, "a", 1);
        PortBench.Send(cell, "a", 2);
        _bench.Run();

        Assert.Equal([1, 2], _seen);
    }

    [Fact]
    public void AsyncHandler_ThatThrowsLate_KillsThePortAndDropsWhatWaited()
    {
        PortCell cell = _bench.Create(new ScriptedPort()
            .OnAsync("slow", async _ =>
            {
                await _gate.Task;
                throw new InvalidOperationException("late");
            })
            .On(null, _ => _seen.Add("never")));
        List<Reason> fired = PortBench.Watch(cell);
        PortBench.Send(cell, "slow");
        PortBench.Send(cell, "one");
        _bench.Run();
        PortBench.Send(cell, "two");

        _gate.SetResult();
        _bench.Run();

        Assert.Equal("System.InvalidOperationException: late", Assert.Single(fired)[1]);
        Assert.Equal(["one", "two"], _bench.Dropped.Select(message => message.Tag));
        Assert.Empty(_seen);
    }

    [Fact]
    public void AsyncHandler_ThatThrowsBeforeItWaits_RestoresTheContext()
    {
        PortCell cell = _bench.Create(new ScriptedPort()
            .OnAsync("a", _ => throw new InvalidOperationException("early")));
        SynchronizationContext? before = SynchronizationContext.Current;

        PortBench.Send(cell, "a");
        _bench.Run();

        Assert.True(cell.IsDead);
        Assert.Same(before, SynchronizationContext.Current);
    }

    [Fact]
    public void Kill_WhileAHandlerWaits_ComesInItsTurn()
    {
        PortCell cell = _bench.Create(new ScriptedPort().OnAsync("slow", async _ =>
        {
            await _gate.Task;
            _seen.Add("ends");
        }));
        List<Reason> fired = PortBench.Watch(cell);
        PortBench.Send(cell, "slow");
        PortBench.Kill(cell);
        _bench.Run();
        Assert.Empty(fired);

        _gate.SetResult();
        _bench.Run();

        Assert.Equal(["ends"], _seen);
        Assert.True(Assert.Single(fired).IsNormal);
    }

    [Fact]
    public void Death_WhileAHandlerWaits_LetsItFinishInNoPort()
    {
        PortCell cell = _bench.Create(new ScriptedPort().OnAsync("slow", async _ =>
        {
            ThrowLater();
            await _gate.Task;
            _seen.Add(SynchronizationContext.Current);
            throw new InvalidOperationException("unheard");
        }));
        List<Reason> fired = PortBench.Watch(cell);
        PortBench.Send(cell, "slow");
        PortBench.Send(cell, "waits");
        _bench.Run();
        Assert.Equal("die", Assert.Single(fired).Word);
        Assert.Equal("waits", Assert.Single(_bench.Dropped).Tag);

        _gate.SetResult();
        RunWithoutContext();

        Assert.Equal([null], _seen);
        Assert.Single(fired);
        Assert.Equal([103], _bench.Logs.Entries.Select(entry => entry.Id).Where(id => id == 103));
    }

    [Fact]
    public void ManyMessages_WhileAHandlerWaits_DoNotHoldTheThread()
    {
        PortCell cell = _bench.Create(new ScriptedPort()
            .OnAsync("slow", async _ => await _gate.Task)
            .On("n", message => _seen.Add(message[1])));
        PortBench.Send(cell, "slow");
        for (int number = 0; number < 1000; number++)
        {
            PortBench.Send(cell, "n", number);
        }

        _bench.Scheduler.RunOne();
        Assert.Equal(1, _bench.Scheduler.Pending);
        _gate.SetResult();
        _bench.Run();

        Assert.Equal(Enumerable.Range(0, 1000).Cast<object?>(), _seen);
    }

    [Fact]
    public void Messages_PutAsideAgainAndAgain_KeepTheirOrder()
    {
        PortCell cell = _bench.Create(new ScriptedPort().OnAsync("n", async message =>
        {
            await Task.Yield();
            await Task.Yield();
            _seen.Add(message[1]);
        }));

        for (int number = 0; number < 50; number++)
        {
            PortBench.Send(cell, "n", number);
            if (number % 7 == 0)
            {
                _bench.Scheduler.RunOne();
            }
        }

        _bench.Run();
        Assert.Equal(Enumerable.Range(0, 50).Cast<object?>(), _seen);
    }

    [Fact]
    public void Send_ToTheContextFromOutside_IsRefused()
    {
        PortCell cell = _bench.Create(new ScriptedPort());

        Assert.Throws<NotSupportedException>(() => cell.Context.Send(_ => { }, null));
    }

    private static async Task<bool> YieldTrueAsync()
    {
        await Task.Yield();
        return true;
    }

#pragma warning disable VSTHRD100, MA0155 // The point: what it throws arrives in the port while the port waits.
    private static async void ThrowLater()
#pragma warning restore VSTHRD100, MA0155
    {
        await Task.Yield();
        throw new InvalidOperationException("in between");
    }

    // As a thread of a scheduler is: the test's own has a context of xunit's.
    private void RunWithoutContext()
    {
        SynchronizationContext? outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            _bench.Run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }
}
