using Mp.Nodes;
using Mp.Runtime.Tests.Links;
using Mp.TestKit;
using Mp.Transports.Memory;

namespace Mp.Runtime.Tests.Nodes;

public sealed class HeartbeatTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly MemoryNetwork _network = new();

    [Fact]
    public async Task PeerThatFreezes_LosesItsLink_AfterTheTimeoutAndNoSooner()
    {
        await using Node node = await StartAsync();
        Assert.NotNull(await ConnectAsync(node, TimeSpan.FromSeconds(7.5)));
        var fired = new TaskCompletionSource<Reason>();
        node.Mon(PortId.Parse($"{StagedPeer.Id}#port"), fired.SetResult);

        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.False(fired.Task.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Reason reason = await fired.Task.Bounded();
        Assert.Equal("transport_error", reason.Word);
        Assert.Contains("nothing was heard", Assert.IsType<string>(reason[2]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PeerThatKnowsOfNoHeartbeats_IsSentNone_AndKept()
    {
        await using Node node = await StartAsync();
        StagedPeer peer = (await ConnectAsync(node, null))!;
        var fired = new TaskCompletionSource();
        node.Mon(PortId.Parse($"{StagedPeer.Id}#port"), _ => fired.SetResult());
        Task<string> closed = peer.ListenAsync();

        for (int seconds = 0; seconds < 600; seconds++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.False(fired.Task.IsCompleted);
        node.Snd($"{StagedPeer.Id}#port", "last");
        await node.DisposeAsync();
        await closed;
        Assert.Equal(["mon1", "last"], peer.Received);
        await fired.Task.Bounded();
    }

    [Fact]
    public async Task IdleLink_CarriesHeartbeats_ToAPeerThatKnowsOfThem()
    {
        await using Node node = await StartAsync();
        var heard = new TaskCompletionSource();
        StagedPeer peer = (await StagedPeer.ConnectAsync(
            node,
            _network,
            LinkFixture.Peer with { HeartbeatTimeout = TimeSpan.FromSeconds(1.5) },
            message => (message.Count == 0 ? heard : null)?.TrySetResult()))!;
        Task<string> closed = peer.ListenAsync();

        for (int ticks = 0; ticks < 10 && !heard.Task.IsCompleted; ticks++)
        {
            _clock.Advance(TimeSpan.FromSeconds(0.5));
        }

        await heard.Task.Bounded();
        await node.DisposeAsync();
        await closed;
    }

    private Task<StagedPeer?> ConnectAsync(Node node, TimeSpan? heartbeatTimeout) => StagedPeer.ConnectAsync(
        node,
        _network,
        LinkFixture.Peer with { HeartbeatTimeout = heartbeatTimeout });

    private Task<Node> StartAsync() => TwoNodes.StartAsync(
        new NodeOptions
        {
            Secret = Secret.FromText("a secret for these tests"),
            TimeProvider = _clock,
            Scheduler = new InlinePulse(),
        },
        _network,
        "node:0");

    // The clock does not move on before the node has looked at it.
    private sealed class InlinePulse : PortScheduler
    {
        public override void Schedule(IThreadPoolWorkItem work)
        {
            if (work is Pulse)
            {
                work.Execute();
            }
            else
            {
                ThreadPool.Schedule(work);
            }
        }
    }
}
