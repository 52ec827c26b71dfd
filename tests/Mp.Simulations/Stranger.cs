using System.Text;
using Mp.Testing;
using Mp.Transports;

namespace Mp.Simulations;

/// <summary>Somebody who does not know the secret, and tries what can be tried without it.</summary>
internal sealed class Stranger
{
    private const string Host = "stranger";
    private const int Port = 1;

    // What nodes allow for a handshake, and what a slow way may add to it.
    private static readonly TimeSpan HandshakeTimeout = new NodeOptions().HandshakeTimeout;
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = 3 * HandshakeTimeout;
    private static readonly TimeSpan PauseBetweenBytes = TimeSpan.FromSeconds(1);

    private readonly SimulatedWorld _world;
    private readonly ITransport _transport;

    public Stranger(SimulatedWorld world)
    {
        _world = world;
        _transport = world.Cluster.Network.CreateTransport(Host);

        // Links to it go down, and nobody is to blame.
        world.Cluster.History.Add(new HistoryRecord
        {
            Kind = HistoryKind.Fault,
            Node = Host,
            Peer = "*",
            Data = "does not know the secret",
        });
    }

    private TimeSpan Now => _world.Cluster.Clock.Elapsed;

    /// <summary>Tries everything, on nodes that are there.</summary>
    public void Try(IReadOnlyList<TestNode> nodes)
    {
        TestNode[] running = [.. nodes.Where(static node => node.IsRunning)];
        if (running.Length > 0)
        {
            _world.Watch(TrickleAsync(running[_world.Random.Next(running.Length)]));
            _world.Watch(ReflectAsync(running[_world.Random.Next(running.Length)]));
        }
    }

    // Dials a node and says something that never ends. However busy it is, it must be turned out.
    private async Task TrickleAsync(TestNode node)
    {
        string[] place = node.Node.Id.Split(':');
        await using ITransportConnection connection = await _transport.ConnectAsync(
            new TransportEndPoint(place[0], int.Parse(place[1], null)),
            default);
        TimeSpan began = Now;
        Task<string> closed = ReadAsync(connection.Stream);
        while (!closed.IsCompleted && Now - began < Patience)
        {
            try
            {
                await connection.Stream.WriteAsync("a"u8.ToArray());
            }
            catch (IOException)
            {
                break;
            }

            await _world.Delay(PauseBetweenBytes);
        }

        if (Now - began > HandshakeTimeout + Slack)
        {
            Blame(node, "somebody who says something that never ends was not turned out in time");
        }
    }

    // Has a node dial, and sends its greeting back. It must not prove itself to its own words.
    private async Task ReflectAsync(TestNode node)
    {
        var place = new TransportEndPoint(Host, Port);
        await using ITransportListener listener = await _transport.ListenAsync(place, default);
        string own = $"{Host}:{Port}";
        node.Node.Snd(PortId.Parse($"{own}#nobody"), "hello");
        await using ITransportConnection connection = await listener.AcceptAsync(default);
        string greeting = await ReadAsync(connection.Stream, lines: 2);
        string claimed = _world.Random.Next(2) == 0
            ? greeting
            : greeting.Replace(node.Node.Id, own, StringComparison.Ordinal);
        await connection.Stream.WriteAsync(Encoding.Latin1.GetBytes(claimed));
        if ((await ReadAsync(connection.Stream)).Length > 0)
        {
            Blame(node, "it proved itself to somebody who sent its own greeting back");
        }
    }

    // So many lines, or all there is until the connection is closed.
    private static async Task<string> ReadAsync(Stream stream, int lines = int.MaxValue)
    {
        var text = new StringBuilder();
        byte[] buffer = new byte[1];
        try
        {
            while (lines > 0 && await stream.ReadAsync(buffer) > 0)
            {
                text.Append((char)buffer[0]);
                lines -= buffer[0] == '\n' ? 1 : 0;
            }
        }
        catch (IOException)
        {
            // Closed as well, only less politely.
        }

        return text.ToString();
    }

    private void Blame(TestNode node, string text) => _world.Cluster.History.Add(new HistoryRecord
    {
        Kind = HistoryKind.Error,
        Node = node.Name,
        Incarnation = node.Incarnation,
        Data = text,
    });
}
