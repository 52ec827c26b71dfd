using Mp.TestKit;
using Mp.Transports;
using Mp.Transports.Memory;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>Seeds that are given by a name, which leads to several nodes, and to others later.</summary>
public sealed class SeedNameTests
{
    private readonly MemoryNetwork _network = new();

    [Fact]
    public async Task Name_IsASeedForEachOfItsAddresses_AndIsLookedUpAgain()
    {
        await using Node one = await TwoNodes.StartAsync(Options, _network, "one:4040");
        await using Node two = await TwoNodes.StartAsync(Options, _network, "two:4040");
        var transport = new NamingTransport(_network.CreateTransport()) { Addresses = ["one", "two"] };
        var up = new UpNodes();
        await using Node leaf = await Node.StartAsync(Options with { Transport = transport, Seeds = ["seeds:4040"] });
        up.Watch(leaf);
        await up.Of(one.Id, two.Id);

        await using Node three = await TwoNodes.StartAsync(Options, _network, "three:4040");
        transport.Addresses = ["two", "three"];

        await up.Of(one.Id, two.Id, three.Id);
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(InvalidOperationException))]
    public async Task NameThatCantBeLookedUp_IsTriedAgain_WhateverTheTransportThrows(Type failure)
    {
        await using Node one = await TwoNodes.StartAsync(Options, _network, "one:4040");
        var transport = new NamingTransport(_network.CreateTransport()) { Failure = failure };
        var up = new UpNodes();
        await using Node leaf = await Node.StartAsync(Options with { Transport = transport, Seeds = ["seeds:4040"] });
        up.Watch(leaf);

        await transport.Asked.Bounded();
        transport.Addresses = ["one"];

        await up.Of(one.Id);
    }

    private static NodeOptions Options => new()
    {
        Secret = Secret.FromText("a secret for these tests"),
        ReconnectDelay = TimeSpan.FromMilliseconds(10),
        MaxReconnectDelay = TimeSpan.FromMilliseconds(10),
    };

    // Completes when nodes are up, whenever that was.
    private sealed class UpNodes
    {
        private readonly Dictionary<string, TaskCompletionSource> _up = new(StringComparer.Ordinal);

        public void Watch(Node node)
        {
            node.NodeUp += nodeId => SourceOf(nodeId).TrySetResult();
            foreach (string nodeId in node.UpNodes)
            {
                SourceOf(nodeId).TrySetResult();
            }
        }

        public Task Of(params string[] nodeIds) => Task.WhenAll(nodeIds.Select(id => SourceOf(id).Task)).Bounded();

        private TaskCompletionSource SourceOf(string nodeId)
        {
            lock (_up)
            {
                if (!_up.TryGetValue(nodeId, out TaskCompletionSource? source))
                {
                    _up.Add(nodeId, source = new(TaskCreationOptions.RunContinuationsAsynchronously));
                }

                return source;
            }
        }
    }

    // A network in memory, whose hosts have their names, and one more name for several of them.
    private sealed class NamingTransport(ITransport network) : ITransport
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile string[] _addresses = [];

        public string[] Addresses
        {
            get => _addresses;
            set => _addresses = value;
        }

        public Task Asked => _asked.Task;

        public Type Failure { get; init; } = typeof(IOException);

        public ValueTask<IReadOnlyList<TransportEndPoint>> ResolveAsync(
            TransportEndPoint endPoint,
            CancellationToken cancellationToken)
        {
            _asked.TrySetResult();
            return Addresses.Length > 0
                ? new([.. Addresses.Select(host => endPoint with { Host = host })])
                : throw (Exception)Activator.CreateInstance(Failure, "nobody knows that name")!;
        }

        public ValueTask<ITransportConnection> ConnectAsync(TransportEndPoint endPoint, CancellationToken cancellationToken) =>
            network.ConnectAsync(endPoint, cancellationToken);

        public ValueTask<ITransportListener> ListenAsync(TransportEndPoint endPoint, CancellationToken cancellationToken) =>
            network.ListenAsync(endPoint, cancellationToken);

        public ValueTask<bool> IsLoopbackAsync(TransportEndPoint endPoint, CancellationToken cancellationToken) =>
            network.IsLoopbackAsync(endPoint, cancellationToken);

        public ValueTask<IReadOnlyList<TransportEndPoint>> GetDefaultEndPointsAsync(int port, CancellationToken cancellationToken) =>
            network.GetDefaultEndPointsAsync(port, cancellationToken);
    }
}
