using Mp.Ports;
using Mp.TestKit;
using Mp.Transports;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>Who waits when a receiver is slow.</summary>
public sealed class BackpressureTests
{
    private const int Window = 16;

    [Fact]
    public async Task SlowPort_HoldsItsPeerUp_AndLosesNothing()
    {
        const int Messages = 50_000;
        var scheduler = new HeldScheduler();
        await using TwoNodes nodes = await TwoNodes.StartAsync(options => options with
        {
            MaxUndeliveredMessages = Window,
            SoftQueuedBytes = 1024,
            Scheduler = scheduler,
        });
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);
        bool hasFired = false;
        nodes.First.Mon(id, _ => hasFired = true);
        nodes.First.Snd(id, "first");
        await port.WaitForAsync(1);
        scheduler.HoldsPorts = true;

        int sent = 0;
        while (sent < Messages && nodes.First.TrySnd(id, "number", sent))
        {
            sent++;
        }

        // The network holds a little, the window and the queue the rest: far from all of it.
        Assert.InRange(sent, Window, Messages - 1);
        // Whether this one has to wait is the network's to say, which may have taken something meanwhile.
        Task waits = nodes.First.SndAsync(id, "patient").AsTask();
        scheduler.HoldsPorts = false;

        await waits.Bounded();
        IReadOnlyList<object?[]> messages = await port.WaitForAsync(sent + 2);
        Assert.Equal(
            Enumerable.Range(0, sent).Select(static number => (long)number),
            messages.Skip(1).Take(sent).Select(static message => (long)message[1]!));
        Assert.Equal(["patient"], messages[^1]);
        Assert.False(hasFired);
    }

    [Fact]
    public async Task SndAsync_ThatIsCancelledWhileItWaits_SendsNothing()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync(static options => options with
        {
            MaxConnectingMessages = 1,
        });
        nodes.Network.Refuse(EndPointOf(nodes.Second));
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);
        using var cancellation = new CancellationTokenSource();
        nodes.First.Snd(id, "one");

        Task waits = nodes.First.SndAsync(id, "two", cancellation.Token).AsTask();
        Assert.False(waits.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits.Bounded());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await nodes.First.SndAsync(id, "three", cancellation.Token));
        using (var reached = new LimitCount(nameof(NodeOptions.SoftQueuedBytes)))
        {
            Assert.False(nodes.First.TrySnd(id, "four"));
            Assert.NotEqual(0, reached.Count);
        }

        nodes.Network.Admit(EndPointOf(nodes.Second));
        await port.WaitForAsync(1);
        await nodes.First.SndAsync(id, "five", 5);
        Assert.Equal(["five", 5L], (await port.WaitForAsync(2))[1]);
    }

    [Fact]
    public async Task SndAsync_ToAPortOfTheSameNode_DoesNotWait()
    {
        await using Node node = await Node.StartAsync();
        var port = new RecordingPort();
        PortId id = node.CreatePort(port);

        Task one = node.SndAsync(id, "one").AsTask();
        Task two = node.SndAsync(id, Message.Create("two", 2)).AsTask();

        Assert.True(one.IsCompletedSuccessfully);
        Assert.True(two.IsCompletedSuccessfully);
        Assert.True(node.TrySnd(id, "three", 3));
        Assert.True(node.TrySnd(id, ["four", 4]));
        Assert.Equal(
            ["one", "two", "three", "four"],
            (await port.WaitForAsync(4)).Select(static message => message[0]));
    }

    [Fact]
    public async Task SndAsync_WaitingWhenTheNodeEnds_SaysSo()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync(static options => options with
        {
            MaxConnectingMessages = 1,
            ShutdownTimeout = TimeSpan.Zero,
        });
        nodes.Network.Refuse(EndPointOf(nodes.Second));
        PortId id = nodes.Second.CreatePort(new RecordingPort());
        nodes.First.Snd(id, "one");
        Task waits = nodes.First.SndAsync(id, "two").AsTask();

        await nodes.First.DisposeAsync().Bounded();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waits.Bounded());
    }

    private static TransportEndPoint EndPointOf(Node node)
    {
        string[] place = node.Id.Split(':');
        return new(place[0], int.Parse(place[1]));
    }

    // Runs all but ports while it is told to hold them.
    private sealed class HeldScheduler : PortScheduler
    {
        private readonly Lock _gate = new();
        private readonly List<IThreadPoolWorkItem> _held = [];
        private bool _holds;

        public bool HoldsPorts
        {
            set
            {
                lock (_gate)
                {
                    _holds = value;
                    _held.ForEach(ThreadPool.Schedule);
                    _held.Clear();
                }
            }
        }

        public override void Schedule(IThreadPoolWorkItem work)
        {
            lock (_gate)
            {
                if (_holds && work is PortCell)
                {
                    _held.Add(work);
                    return;
                }
            }

            ThreadPool.Schedule(work);
        }
    }
}
