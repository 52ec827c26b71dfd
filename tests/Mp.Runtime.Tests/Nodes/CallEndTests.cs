using System.Runtime.CompilerServices;
using Mp.TestKit;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>However a call ends, nothing of it is left.</summary>
public sealed class CallEndTests : IAsyncDisposable
{
    private readonly CallBench _bench = new();

    private Node Node => _bench.Node;

    private BarePort Called => _bench.Called;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Call_WhoseTimerCannotBeLetGoOf_IsAnsweredAllTheSame()
    {
        var scheduler = new ManualScheduler();
        await using Node node = await Node.StartAsync(
            new NodeOptions { Scheduler = scheduler, TimeProvider = new StubbornTime() });
        BarePort called = node.CreatePort();
        called.Rcv("ask", (PortId reply) => node.Snd(reply, "answer"));

        Task<Message> call = node.Cal(called, "ask");
        scheduler.RunUntilIdle();

        Assert.True(call.IsCompleted);
        Assert.Equal("answer", (await call).Tag);
    }

    [Theory]
    [InlineData("answered")]
    [InlineData("dead")]
    [InlineData("killed")]
    [InlineData("timed out")]
    [InlineData("cancelled")]
    [InlineData("ended")]
    public async Task Call_HoweverItEnds_LeavesNothing(string end)
    {
        using var source = new CancellationTokenSource();
        Called.Rcv("ask", (PortId reply) => _bench.NoteReplyPort(reply));
        Called.Rcv("answered", (PortId reply) =>
        {
            _bench.NoteReplyPort(reply);
            Node.Snd(reply, "answer");
        });
        Called.Rcv("killed", (PortId reply) =>
        {
            _bench.NoteReplyPort(reply);
            Node.Kil(reply);
        });

        Task<Message> call = Begin(end is "answered" or "killed" ? end : "ask", source.Token);
        _bench.Run();
        switch (end)
        {
            case "dead":
                Node.Kil(Called);
                break;
            case "timed out":
                _bench.Clock.Advance(TimeSpan.FromSeconds(60));
                break;
            case "cancelled":
                await source.CancelAsync();
                break;
            case "ended":
                await Node.DisposeAsync();
                break;
        }

        _bench.Run();

        Assert.True(call.IsCompleted);
        Assert.Equal(end == "answered", call.IsCompletedSuccessfully);
        Assert.Equal(0, _bench.Clock.PendingTimers);
        Assert.False(_bench.HoldsAnyReplyPort);
        GC.KeepAlive(Called);
    }

    // The worst that threads can do: the call has ended before it has quite begun.
    [Fact]
    public async Task Call_ThatEndsWhileItBegins_LeavesNothing()
    {
        var clock = new ManualTimeProvider();
        var options = new NodeOptions { Scheduler = new HastyScheduler(), TimeProvider = clock };
        await using Node node = await Node.StartAsync(options);
        BarePort called = node.CreatePort();
        node.Kil(called);

        Task<Message> call = node.Cal(called, "ask");

        Assert.True(call.IsFaulted);
        Assert.Equal(0, clock.PendingTimers);
        Assert.Equal("no_such_port", (await Assert.ThrowsAsync<CallException>(() => call)).Reason.Word);
    }

    [Fact]
    public async Task Cal_ThatThrows_LeavesNothing()
    {
        await using var bench = new CallBench(serializeLocal: true);

        Assert.Throws<MessageEncodingException>(() => { _ = bench.Node.Cal(bench.Called, "ask", new object()); });
        bench.Run();

        Assert.Equal(0, bench.Clock.PendingTimers);
        Assert.Empty(bench.Dropped);
    }

    // Not inlined, nor a part of an asynchronous method: nothing of the call is left on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Task<Message> Begin(string tag, CancellationToken cancellationToken) =>
        Node.Cal(Called, tag, cancellationToken: cancellationToken);

    /// <summary>Has another thread run what is scheduled, to the end, before whoever schedules it goes on.</summary>
    private sealed class HastyScheduler : PortScheduler
    {
        public override void Schedule(IThreadPoolWorkItem work)
        {
            var thread = new Thread(work.Execute);
            thread.Start();
            thread.Join();
        }
    }

    private sealed class StubbornTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new StubbornTimer();
    }

    private sealed class StubbornTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => throw new InvalidOperationException("It can't be disposed of.");

        public ValueTask DisposeAsync() => default;
    }
}
