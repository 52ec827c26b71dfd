using Mp.TestKit;
using Mp.Transports.Memory;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>Two public nodes on a network in memory.</summary>
internal sealed class TwoNodes : IAsyncDisposable
{
    private TwoNodes(Node first, Node second, MemoryNetwork network, RecordingLoggerFactory log)
    {
        First = first;
        Second = second;
        Network = network;
        Log = log;
    }

    public Node First { get; }

    public Node Second { get; }

    public MemoryNetwork Network { get; }

    public RecordingLoggerFactory Log { get; }

    public static async Task<TwoNodes> StartAsync(Func<NodeOptions, NodeOptions>? change = null)
    {
        var network = new MemoryNetwork();
        var log = new RecordingLoggerFactory();
        var options = new NodeOptions { Secret = Secret.FromText("a secret for these tests"), LoggerFactory = log };
        options = change?.Invoke(options) ?? options;
        Node first = await StartAsync(options, network, "first:0");
        Node second = await StartAsync(options, network, "second:0");
        return new TwoNodes(first, second, network, log);
    }

    public static async Task<Node> StartAsync(NodeOptions options, MemoryNetwork network, string bind)
    {
        Node node = await Node.StartAsync(options with { Transport = network.CreateTransport() });
        await node.BecomePublicAsync(bind);
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }
}
