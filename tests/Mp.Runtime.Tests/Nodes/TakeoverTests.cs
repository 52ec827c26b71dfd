using Mp.CompilerServices;
using Mp.Links;
using Mp.Runtime.Tests.Links;
using Mp.TestKit;
using Mp.Transports.Memory;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>
/// A node that connects although it is connected: after a restart, or having lost the connection alone.
/// </summary>
public sealed class TakeoverTests : IDisposable
{
    private readonly RecordingLoggerFactory _log = new();
    private readonly MemoryNetwork _network = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task RestartedNode_BehindADeadConnection_IsBackAtOnce_AndTheMonitorsHaveFiredOnce()
    {
        await using Node node = await StartAsync(TimeSpan.FromMinutes(1));
        await StagedPeer.ConnectAsync(node, _network, LinkFixture.Peer);
        int firings = 0;
        var fired = new TaskCompletionSource<Reason>();
        node.Mon(PortId.Parse($"{StagedPeer.Id}#port"), reason =>
        {
            Interlocked.Increment(ref firings);
            fired.SetResult(reason);
        });

        StagedPeer? again = await StagedPeer.ConnectAsync(node, _network, LinkFixture.PeerAgain);

        Assert.NotNull(again);
        Assert.Equal("the node was started anew", (await fired.Task.Bounded())[2]);
        Task<string> closed = again.ListenAsync();
        node.Snd($"{StagedPeer.Id}#port", "hello");
        await node.DisposeAsync();
        await closed;
        Assert.Equal(["hello"], again.Received);
        Assert.Equal(1, firings);
        Assert.Contains(_log.Entries, static entry => entry.Id == 207);
    }

    [Fact]
    public async Task LaterLife_ThatDoesNotKnowTheSecret_ReplacesNothing()
    {
        await using Node node = await StartAsync(TimeSpan.FromMinutes(1));
        StagedPeer? genuine = await StagedPeer.ConnectAsync(node, _network, LinkFixture.Peer);
        bool hasFired = false;
        node.Mon(PortId.Parse($"{StagedPeer.Id}#port"), _ => hasFired = true);

        StagedPeer? stranger = await StagedPeer.ConnectAsync(
            node, _network, LinkFixture.PeerAgain, secret: "what a stranger believes it is");

        Assert.Null(stranger);
        Assert.False(hasFired);
        Task<string> closed = genuine!.ListenAsync();
        node.Snd($"{StagedPeer.Id}#port", "hello");
        await node.DisposeAsync();
        await closed;
        Assert.Contains("hello", genuine.Received);
    }

    [Fact]
    public async Task NodeThatIsStartedAnewTwiceInARow_IsRefusedTheSecondTime_AndCounted()
    {
        using var reached = new LimitCount(nameof(NodeOptions.TakeoverInterval));
        await using Node node = await StartAsync(TimeSpan.FromMinutes(1), takeoverInterval: TimeSpan.FromMinutes(1));
        await StagedPeer.ConnectAsync(node, _network, LinkFixture.Peer);
        await StagedPeer.ConnectAsync(node, _network, LinkFixture.PeerAgain);

        StagedPeer? third = await StagedPeer.ConnectAsync(
            node, _network, new PeerTraits { Incarnation = new Incarnation(3, "third") });

        Assert.Null(third);
        Assert.Equal(1, reached.Count);
    }

    [Fact]
    public async Task SecondConnectionOfTheSameLife_IsRefused_WhileTheFirstAnswers()
    {
        await using Node node = await StartAsync(TimeSpan.FromMinutes(1));
        StagedPeer? first = null;
        first = await StagedPeer.ConnectAsync(node, _network, LinkFixture.Peer, message =>
        {
            if (message.Tag == "time")
            {
                first!.Send(Answer(message[3]));
            }
        });
        _ = first!.ListenAsync();
        bool hasFired = false;
        node.Mon(PortId.Parse($"{StagedPeer.Id}#port"), _ => hasFired = true);

        StagedPeer? second = await StagedPeer.ConnectAsync(node, _network, LinkFixture.Peer);

        Assert.Null(second);
        Assert.False(hasFired);
        Assert.Contains("time", first.Received);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SecondConnection_ReplacesAFirstThatDoesNotAnswer(bool isOfMp)
    {
        using var reached = new LimitCount(nameof(NodeOptions.TakeoverProbeTimeout));
        await using Node node = await StartAsync(TimeSpan.FromMilliseconds(100));
        PeerTraits traits = isOfMp ? LinkFixture.Peer : PeerTraits.None;
        await StagedPeer.ConnectAsync(node, _network, traits);
        var fired = new TaskCompletionSource<Reason>();
        node.Mon(PortId.Parse($"{StagedPeer.Id}#port"), fired.SetResult);

        StagedPeer? second = await StagedPeer.ConnectAsync(node, _network, traits);

        Assert.NotNull(second);
        Assert.Equal("transport_error", (await fired.Task.Bounded()).Word);
        Assert.Equal(1, reached.Count);
    }

    [Fact]
    public async Task SecondConnection_ReplacesAFirstThatIsLostMeanwhile()
    {
        using var reached = new LimitCount(nameof(NodeOptions.TakeoverProbeTimeout));
        await using Node node = await StartAsync(TimeSpan.FromMinutes(1));
        StagedPeer first = (await StagedPeer.ConnectAsync(node, _network, LinkFixture.Peer))!;
        Task<StagedPeer?> second = StagedPeer.ConnectAsync(node, _network, LinkFixture.Peer);

        first.Close();

        Assert.NotNull(await second);
        Assert.Equal(0, reached.Count);
    }

    // What a node answers to ["", "time", id, tag, token].
    private static byte[] Answer(object? token)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);
        writer.WriteArrayHeader(4);
        writer.WriteString("");
        writer.WriteString(AliveQuestion.Tag);
        writer.WriteElement(token);
        writer.WriteElement(1.5);
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private Task<Node> StartAsync(TimeSpan probeTimeout, TimeSpan? takeoverInterval = null) => TwoNodes.StartAsync(
        new NodeOptions
        {
            Secret = Secret.FromText("a secret for these tests"),
            TakeoverProbeTimeout = probeTimeout,
            TakeoverInterval = takeoverInterval ?? TimeSpan.FromSeconds(1),
            LoggerFactory = _log,
        },
        _network,
        "node:0");
}
