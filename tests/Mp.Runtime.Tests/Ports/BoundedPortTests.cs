using Mp.TestKit;

namespace Mp.Runtime.Tests.Ports;

/// <summary>Ports whose queue has a bound: who waits, who is refused, what is lost.</summary>
public sealed class BoundedPortTests : IAsyncDisposable
{
    private readonly ManualScheduler _scheduler = new();
    private readonly List<UnmatchedReason> _dropped = [];
    private readonly List<object?> _seen = [];
    private readonly Node _node;

    public BoundedPortTests()
    {
        _node = Node.StartAsync(new NodeOptions { Scheduler = _scheduler }).AsTask().GetAwaiter().GetResult();
        _node.Unmatched += unmatched => _dropped.Add(unmatched.Reason);
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Theory]
    [InlineData(PortOverflow.Wait)]
    [InlineData(PortOverflow.DropNewest)]
    [InlineData(PortOverflow.Kill)]
    public void TrySnd_ToAFullPort_IsRefused_AndNothingElseHappens(PortOverflow overflow)
    {
        BarePort port = Create(2, overflow);

        Assert.True(_node.TrySnd(port, "n", 1));
        Assert.True(_node.TrySnd(port, "n", 2));
        using (var reached = new LimitCount("PortCapacity"))
        {
            Assert.False(_node.TrySnd(port, "n", 3));
            Assert.NotEqual(0, reached.Count);
        }

        _scheduler.RunUntilIdle();

        Assert.True(_node.TrySnd(port, "n", 4));
        _scheduler.RunUntilIdle();
        Assert.Equal([1, 2, 4], _seen);
        Assert.Empty(_dropped);
    }

    [Fact]
    public async Task SndAsync_ToAFullPort_WaitsForRoom()
    {
        BarePort port = Create(1, PortOverflow.Kill);
        ValueTask first = _node.SndAsync(port, "n", 1);
        Task second = _node.SndAsync(port, "n", 2).AsTask();
        Task third = _node.SndAsync(port, "n", 3).AsTask();
        bool waits = first.IsCompleted && !second.IsCompleted && !third.IsCompleted;

        await RunUntilAsync(second);
        await RunUntilAsync(third);
        _scheduler.RunUntilIdle();

        Assert.True(waits);
        Assert.Equal([1, 2, 3], _seen.Order());
    }

    [Fact]
    public async Task SndAsync_ThatIsCancelledWhileItWaits_SendsNothing()
    {
        BarePort port = Create(1, PortOverflow.Wait);
        using var source = new CancellationTokenSource();
        _node.Snd(port, "n", 1);
        Task waiting = _node.SndAsync(port, "n", 2, source.Token).AsTask();

        await source.CancelAsync();
        _scheduler.RunUntilIdle();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal([1], _seen);
    }

    [Fact]
    public async Task SndAsync_ToAPortThatDies_GoesOn()
    {
        BarePort port = Create(1, PortOverflow.Wait);
        _node.Snd(port, "n", 1);
        _node.Kil(port);
        Task waiting = _node.SndAsync(port, "n", 2).AsTask();

        await RunUntilAsync(waiting);

        Assert.Equal([1], _seen);
        Assert.Equal([UnmatchedReason.NoSuchPort], _dropped);
    }

    [Fact]
    public void Wait_LetsInWhatCannotWait()
    {
        BarePort port = Create(1, PortOverflow.Wait);

        for (int number = 1; number <= 5; number++)
        {
            _node.Snd(port, "n", number);
        }

        bool isFull = !_node.TrySnd(port, "n", 6);
        _scheduler.RunUntilIdle();

        Assert.True(isFull);
        Assert.Equal([1, 2, 3, 4, 5], _seen);
    }

    [Fact]
    public void DropNewest_DoesWithout_AndSaysSo()
    {
        using var reached = new LimitCount("PortCapacity");
        BarePort port = Create(2, PortOverflow.DropNewest);
        int fired = 0;
        _node.Mon(port, _ => fired++);

        for (int number = 1; number <= 4; number++)
        {
            _node.Snd(port, "n", number);
        }

        _scheduler.RunUntilIdle();
        _node.Snd(port, "n", 5);
        _scheduler.RunUntilIdle();

        Assert.Equal([1, 2, 5], _seen);
        Assert.Equal([UnmatchedReason.QueueFull, UnmatchedReason.QueueFull], _dropped);
        Assert.InRange(reached.Count, 2, int.MaxValue);
        Assert.Equal(0, fired);
    }

    [Fact]
    public void Kill_HandlesWhatWaits_AndNothingAfterWhatIsLost()
    {
        BarePort port = Create(2, PortOverflow.Kill);
        List<Reason> fired = [];
        _node.Mon(port, fired.Add);
        port.Rcv("send more", () =>
        {
            // There is room again by now, for what would arrive after what is lost.
            for (int number = 10; number < 15; number++)
            {
                _node.Snd(port, "n", number);
            }
        });

        _node.Snd(port, "send more");
        _node.Snd(port, "n", 1);
        _node.Snd(port, "n", 2);
        _scheduler.RunUntilIdle();

        Assert.Equal([1], _seen);
        Assert.Equal("overflow", Assert.Single(fired).Word);
    }

    [Fact]
    public void PortThatWaits_CountsWhatWaitsForIt()
    {
        BarePort port = Create(2, PortOverflow.DropNewest);
        var gate = new TaskCompletionSource();
        port.Rcv("wait", async () => await gate.Task);
        _node.Snd(port, "wait");
        _scheduler.RunUntilIdle();

        for (int number = 1; number <= 4; number++)
        {
            _node.Snd(port, "n", number);
            _scheduler.RunUntilIdle();
        }

        gate.SetResult();
        _scheduler.RunUntilIdle();
        Assert.Equal([1, 2], _seen);
    }

    [Fact]
    public async Task MessagesOfAnotherNode_AreBoundAsWell()
    {
        await using Nodes.TwoNodes nodes = await Nodes.TwoNodes.StartAsync();
        BarePort port = nodes.Second.CreatePort(1, PortOverflow.Kill);
        var gate = new TaskCompletionSource();
        port.Rcv("n", async () => await gate.Task);
        var fired = new TaskCompletionSource<Reason>();
        nodes.First.Mon(port, fired.SetResult);

        for (int number = 0; number < 10; number++)
        {
            nodes.First.Snd(port, "n");
        }

        var last = new RecordingPort();
        nodes.First.Snd(nodes.Second.CreatePort(last), "all is there");
        await last.WaitForAsync(1);
        gate.SetResult();

        Assert.Equal("overflow", (await fired.Task.Bounded()).Word);
    }

    [Fact]
    public void Bound_BelowOne_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _node.CreatePort(0, PortOverflow.Wait));

    [Fact]
    public async Task Senders_OnManyThreads_LoseNothing_AndNeverPassTheBound()
    {
        const int Senders = 4;
        const int Messages = 5_000;
        await using Node node = await Node.StartAsync();
        BarePort port = node.CreatePort(3, PortOverflow.Kill);
        var done = new TaskCompletionSource();
        int[] next = new int[Senders];
        int left = Senders * Messages;
        int wrong = 0;
        port.Rcv("n", (int sender, int number) =>
        {
            wrong += next[sender]++ == number ? 0 : 1;
            if (--left == 0)
            {
                done.SetResult();
            }
        });

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            for (int number = 0; number < Messages; number++)
            {
                await node.SndAsync(port, "n", sender, number);
            }
        }))).Bounded();

        await done.Task.Bounded();
        Assert.Equal(0, wrong);
    }

    // What waits goes on elsewhere, as this thread has a context of its own.
    private async Task RunUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _scheduler.RunUntilIdle();
            await Task.Yield();
        }

        await task;
    }

    private BarePort Create(int capacity, PortOverflow overflow)
    {
        BarePort port = _node.CreatePort(capacity, overflow);
        port.Rcv("n", (int number) => _seen.Add(number));
        return port;
    }
}
