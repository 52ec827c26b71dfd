using Mp.CompilerServices;
using Mp.Links;
using Mp.Runtime.Tests.Links;
using Mp.TestKit;
using Mp.Transports;
using Mp.Transports.Memory;
using Mp.Wire;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>A peer that dials a node and does what the test says: answer, or say nothing for ever.</summary>
internal sealed class StagedPeer
{
    /// <summary>Under which ID it introduces itself.</summary>
    public const string Id = "peer:1";

    private readonly LinkBench _bench;
    private readonly LinkConnection _connection;

    private StagedPeer(LinkBench bench, LinkConnection connection)
    {
        _bench = bench;
        _connection = connection;
    }

    /// <summary>The tags of what has arrived, of heartbeats none.</summary>
    public IReadOnlyList<string?> Received => _bench.Received;

    /// <summary>Dials a node and tries to be let in.</summary>
    /// <returns>The peer, or nothing if it was refused.</returns>
    public static async Task<StagedPeer?> ConnectAsync(
        Node node,
        MemoryNetwork network,
        PeerTraits traits,
        Action<WireMessage>? onReceived = null,
        string secret = "a secret for these tests")
    {
        var bench = new LinkBench(Id, node.Id) { Traits = traits, Secret = Secret.FromText(secret) };
        bench.OnReceived = onReceived ?? bench.OnReceived;
        string[] place = node.Id.Split(':');
        ITransportConnection transport = await network.CreateTransport()
            .ConnectAsync(new TransportEndPoint(place[0], int.Parse(place[1])), default);
        bench.Link.Send([0x92, 0xa0, 0xa7, .. "devnull"u8]);
        ConnectionOptions options = bench.Options();
        var connection = new LinkConnection(transport, options, bench, HandshakeRole.Connector, bench.Link);
        if (await connection.OpenAsync(default).Bounded() is null)
        {
            return null;
        }

        // A node that ends sooner would make this write fail, and what has arrived by then would not be read any more.
        await Resumption.After(bench.Link.WhenWritten(), options.Scheduler).Bounded();
        return new StagedPeer(bench, connection);
    }

    /// <summary>Reads what the node sends, until the connection is closed.</summary>
    public Task<string> ListenAsync() => _connection.ReceiveAsync(default).Bounded();

    public void Send(byte[] body) => _bench.Act(_bench.Link, _bench.Link.Send(body));

    public void Close() => _connection.Abort();
}
