using Mp.TestKit;
using Mp.Transports;

namespace Mp.Runtime.Tests.Nodes;

public sealed class NodeEndTests
{
    [Fact]
    public async Task DisposeAsync_SendsWhatStillWaitsForAConnection()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);

        nodes.First.Snd(id, "last words");
        await nodes.First.DisposeAsync();

        Assert.Equal(["last words"], Assert.Single(await port.WaitForAsync(1)));
    }

    [Fact]
    public async Task DisposeAsync_WaitsNoLongerThanItMay_AndFiresTheMonitors()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync(
            static options => options with { ShutdownTimeout = TimeSpan.Zero });
        nodes.Network.Refuse(new TransportEndPoint("second", NodeRefPort(nodes.Second)));
        var fired = new TaskCompletionSource<Reason>();
        nodes.First.Mon(nodes.Second.CreatePort(new RecordingPort()), fired.SetResult);

        await nodes.First.DisposeAsync().Bounded();

        Assert.Equal("transport_error", (await fired.Task.Bounded()).Word);
    }

    [Fact]
    public async Task DisposeAsync_MayBeRepeated_AndCalledAtOnce()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        PortId id = nodes.Second.CreatePort(new RecordingPort());
        nodes.First.Snd(id, "hello");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => nodes.First.DisposeAsync().AsTask())))
            .Bounded();

        Assert.Throws<ObjectDisposedException>(() => nodes.First.Snd(id, "too late"));
    }

    [Fact]
    public async Task DisposeAsync_WhileTheNodeGoesPublic_LeavesNoListener()
    {
        var transport = new GatedTransport();
        Node node = await Node.StartAsync(new NodeOptions
        {
            Secret = Secret.FromText("a secret for these tests"),
            Transport = transport,
        });
        Task going = node.BecomePublicAsync("here:1").AsTask();

        Task ending = node.DisposeAsync().AsTask();
        transport.Open();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => going.Bounded());
        await ending.Bounded();

        Assert.True(transport.IsListenerDisposed);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await node.BecomePublicAsync("here:1"));
    }

    [Fact]
    public async Task DisposeAsync_WhileAnAddressIsNotToBeHad_WaitsForNothing()
    {
        // The clock stands still: what waits for a time-out waits for ever.
        var transport = new GatedTransport { HeedsCancellation = true };
        Node node = await Node.StartAsync(new NodeOptions
        {
            Secret = Secret.FromText("a secret for these tests"),
            Transport = transport,
            TimeProvider = new ManualTimeProvider(),
        });
        Task going = node.BecomePublicAsync("here:1").AsTask();

        await node.DisposeAsync().Bounded();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => going.Bounded());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(600)]
    public async Task DisposeAsync_WithAPeerThatCannotBeReached_EndsWhenItHasWaitedAsLongAsItMay(int seconds)
    {
        TimeSpan limit = TimeSpan.FromSeconds(seconds);
        var clock = new ManualTimeProvider();
        await using TwoNodes nodes = await TwoNodes.StartAsync(options => options with
        {
            TimeProvider = clock,
            ShutdownTimeout = limit,
            ConnectTimeout = TimeSpan.FromHours(1),
        });
        nodes.Network.Refuse(new TransportEndPoint("second", NodeRefPort(nodes.Second)));
        nodes.First.Snd(nodes.Second.CreatePort(new RecordingPort()), "never read");

        Task ending = nodes.First.DisposeAsync().AsTask();
        clock.Advance(limit - TimeSpan.FromTicks(1));
        bool isEarly = ending.IsCompleted;
        clock.Advance(TimeSpan.FromTicks(1));

        await ending.Bounded();
        Assert.False(isEarly);
    }

    [Fact]
    public async Task LinkedPortElsewhere_Dies_EvenIfTheReasonCannotTravel()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        PortId local = nodes.First.CreatePort(new RecordingPort());
        PortId remote = nodes.Second.CreatePort(new RecordingPort());
        var fired = new TaskCompletionSource<Reason>();
        nodes.Second.Mon(remote, fired.SetResult);

        nodes.First.Mon(local, remote);
        nodes.First.Kil(local, "broken", new object());

        Assert.Equal("broken", (await fired.Task.Bounded()).Word);
    }

    private static int NodeRefPort(Node node) => int.Parse(node.Id.Split(':')[1]);

    private sealed class GatedTransport : ITransport, ITransportListener
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool HeedsCancellation { get; init; }

        public bool IsListenerDisposed { get; private set; }

        public TransportEndPoint EndPoint => new("here", 1);

        public void Open() => _open.SetResult();

        public async ValueTask<ITransportListener> ListenAsync(
            TransportEndPoint endPoint,
            CancellationToken cancellationToken)
        {
            await _open.Task.WaitAsync(HeedsCancellation ? cancellationToken : default);
            return this;
        }

        public async ValueTask<ITransportConnection> AcceptAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new NotSupportedException();
        }

        public ValueTask DisposeAsync()
        {
            IsListenerDisposed = true;
            return default;
        }

        public ValueTask<ITransportConnection> ConnectAsync(
            TransportEndPoint endPoint,
            CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<bool> IsLoopbackAsync(TransportEndPoint endPoint, CancellationToken cancellationToken) =>
            new(true);

        public ValueTask<IReadOnlyList<TransportEndPoint>> GetDefaultEndPointsAsync(
            int port,
            CancellationToken cancellationToken) => new([]);
    }
}
