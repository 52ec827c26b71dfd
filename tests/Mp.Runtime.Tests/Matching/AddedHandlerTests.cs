using Mp.Ports;
using Mp.Runtime.Tests.Ports;

namespace Mp.Runtime.Tests.Matching;

/// <summary>When handlers that were added at run time run, and when no more.</summary>
public sealed class AddedHandlerTests : IDisposable
{
    private readonly PortBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void AddedHandlers_RunAfterTheGeneratedOnes_InTheOrderOfAddition()
    {
        var port = new AddedPort { OnGenerated = _ => Task.CompletedTask };
        port.Add("a", "before");
        PortCell cell = _bench.Create(port);
        port.Add("a", "after");
        port.AddPattern([], _ => port.Note("everything"));
        port.Add("b", "other");

        PortBench.Send(cell, "a");
        _bench.Run();

        Assert.Equal(["generated", "before", "after", "everything"], port.Notes);
        Assert.Empty(_bench.Dropped);
    }

    [Fact]
    public void Message_ThatNoAddedHandlerMatches_IsDropped()
    {
        var port = new AddedPort();
        PortCell cell = _bench.Create(port);
        port.AddUntil("n", (int _) => false);

        PortBench.Send(cell, "n", "text");
        PortBench.Send(cell, "m", 1);
        _bench.Run();

        Assert.Equal(["n", "m"], _bench.Dropped.Select(dropped => dropped.Tag));
    }

    [Fact]
    public void Dispose_RemovesTheHandler_AnyNumberOfTimes()
    {
        var port = new AddedPort();
        PortCell cell = _bench.Create(port);
        IDisposable first = port.Add("a", "first");
        port.Add("a", "second");

        first.Dispose();
        first.Dispose();
        PortBench.Send(cell, "a");
        _bench.Run();

        Assert.Equal(["second"], port.Notes);
    }

    [Fact]
    public void LastHandler_Removed_LeavesNoList()
    {
        var port = new AddedPort();

        port.Add("a", "a").Dispose();

        Assert.Null(port.Added);
    }

    [Fact]
    public void Dispose_WhileTheMessageIsHandled_KeepsTheHandlerFromRunning()
    {
        var port = new AddedPort();
        PortCell cell = _bench.Create(port);
        IDisposable? second = null;
        port.AddPattern(["a"], _ => second!.Dispose());
        second = port.Add("a", "second");
        port.Add("a", "third");

        PortBench.Send(cell, "a");
        _bench.Run();

        Assert.Equal(["third"], port.Notes);
    }

    [Fact]
    public void HandlerAddedByAHandler_SeesTheNextMessage()
    {
        AddedPort? port = null;
        port = new AddedPort
        {
            OnGenerated = _ =>
            {
                port!.Add("a", "added");
                return Task.CompletedTask;
            },
        };
        PortCell cell = _bench.Create(port);

        PortBench.Send(cell, "a");
        _bench.Run();
        Assert.Equal(["generated"], port.Notes);
        PortBench.Send(cell, "a");
        _bench.Run();

        Assert.Equal(["generated", "generated", "added"], port.Notes);
    }

    [Fact]
    public void HandlerAddedWhileAnotherWaits_SeesTheNextMessage()
    {
        var port = new AddedPort();
        var gate = new TaskCompletionSource();
        PortCell cell = _bench.Create(port);
        port.AddAsync("a", (Message _) => gate.Task);
        port.Add("a", "after");
        PortBench.Send(cell, "a");
        _bench.Run();

        port.Add("a", "late");
        gate.SetResult();
        _bench.Run();
        Assert.Equal(["after"], port.Notes);
        PortBench.Send(cell, "a");
        _bench.Run();

        Assert.Equal(["after", "after", "late"], port.Notes);
    }

    [Fact]
    public void True_RemovesTheHandler_FalseKeepsIt()
    {
        var port = new AddedPort();
        PortCell cell = _bench.Create(port);
        port.AddUntil("n", (int number) =>
        {
            port.Note($"once {number}");
            return number == 2;
        });

        for (int number = 1; number <= 3; number++)
        {
            PortBench.Send(cell, "n", number);
        }

        _bench.Run();

        Assert.Equal(["once 1", "once 2"], port.Notes);
        Assert.Single(_bench.Dropped);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TrueOfATask_RemovesTheHandler(bool isLate)
    {
        var port = new AddedPort();
        PortCell cell = _bench.Create(port);
        port.Add("n", "stays");
        port.AddAsyncUntil("n", async (int number) =>
        {
            if (isLate)
            {
                await Task.Yield();
            }

            port.Note($"once {number}");
            return number == 2;
        });

        for (int number = 1; number <= 3; number++)
        {
            PortBench.Send(cell, "n", number);
        }

        _bench.Run();

        Assert.Equal(["stays", "once 1", "stays", "once 2", "stays"], port.Notes);
    }

    [Fact]
    public void AsyncHandler_SuspendsThePort_AndNoHandlerRunsTwice()
    {
        var port = new AddedPort { OnGenerated = _ => Task.CompletedTask };
        var gate = new TaskCompletionSource();
        PortCell cell = _bench.Create(port);
        port.AddAsync("a", async (Message _) =>
        {
            port.Note("begins");
            await gate.Task;
            Assert.Same(cell.Context, SynchronizationContext.Current);
            port.Note("ends");
        });
        port.Add("a", "after");
        port.Add("b", "next");

        PortBench.Send(cell, "a");
        PortBench.Send(cell, "b");
        _bench.Run();
        Assert.Equal(["generated", "begins"], port.Notes);
        gate.SetResult();
        _bench.Run();

        Assert.Equal(["generated", "begins", "ends", "after", "next"], port.Notes);
    }

    [Fact]
    public void GeneratedHandlerThatWaits_IsFollowedByTheAddedOnes_AndRemovedByItself()
    {
        var gate = new TaskCompletionSource<bool>();
        var port = new AddedPort { OnGeneratedAsync = () => gate.Task };
        PortCell cell = _bench.Create(port);
        port.AddAsyncUntil("a", async (Message _) =>
        {
            await Task.Yield();
            port.Note("once");
            return true;
        });
        port.Add("a", "added");
        PortBench.Send(cell, "a");
        PortBench.Send(cell, "a");
        _bench.Run();
        Assert.Empty(port.Notes);

        gate.SetResult(true);
        _bench.Run();

        Assert.Equal(["once", "added", "added"], port.Notes);
        Assert.Equal([1], port.Removed);
    }

    [Fact]
    public void Message_BeingHandledByAnAddedHandler_AllocatesNothing()
    {
        const int Rounds = 1000;
        int sum = 0;
        var port = new AddedPort();
        PortCell cell = _bench.Create(port);
        port.AddUntil("n", (int number) => (sum += number) < 0);
        SendMany();
        _bench.Run();
        SendMany();

        long before = GC.GetAllocatedBytesForCurrentThread();
        _bench.Run();
        long all = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(2 * Rounds, sum);
        Assert.Equal(0, all);

        void SendMany()
        {
            for (int round = 0; round < Rounds; round++)
            {
                PortBench.Send(cell, "n", 1);
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void HandlerThatThrows_KillsThePort(bool isAsynchronous)
    {
        var port = new AddedPort();
        PortCell cell = _bench.Create(port);
        List<Reason> fired = PortBench.Watch(cell);
        SynchronizationContext? before = SynchronizationContext.Current;
        if (isAsynchronous)
        {
            port.AddAsync("a", (Message _) => throw new InvalidOperationException("early"));
        }
        else
        {
            port.AddPattern(["a"], _ => throw new InvalidOperationException("early"));
        }

        PortBench.Send(cell, "a");
        _bench.Run();

        Assert.Equal("System.InvalidOperationException: early", Assert.Single(fired)[1]);
        Assert.Same(before, SynchronizationContext.Current);
    }

    [Fact]
    public async Task Handlers_AddedAndRemovedByManyThreads_AreAllAddedAndRemoved()
    {
        var port = new AddedPort();
        IDisposable kept = port.Add("kept", "kept");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (int round = 0; round < 200; round++)
            {
                IDisposable one = port.Add("a", "a");
                IDisposable other = port.Add("b", "b");
                one.Dispose();
                other.Dispose();
            }
        })));

        Assert.Same(kept, Assert.Single(port.Added!));
    }
}
