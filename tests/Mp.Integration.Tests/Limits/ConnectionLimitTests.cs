using System.Net;
using System.Net.Sockets;
using Mp.Integration.Tests.RawPeers;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.Limits;

/// <summary>What waits is bounded, and whoever loses something by it is told.</summary>
public sealed class ConnectionLimitTests
{
    [Fact]
    public async Task HalfOpenConnections_BeyondTheLimit_AreRefused_AndOthersUnaffected()
    {
        using var log = new RecordingLoggerFactory();
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with
        {
            MaxUnauthenticatedConnections = 2,
            LoggerFactory = log,
        });
        await using Node client = await PublicNode.StartAsync();
        PortId echo = node.CreatePort(new EchoPort());
        await GenuinePeer.ExchangeAsync(client, echo);
        using RawPeer first = await RawPeer.ConnectAsync(node);
        await first.ReadLineAsync();
        using RawPeer second = await RawPeer.ConnectAsync(node);
        await second.ReadLineAsync();

        using RawPeer third = await RawPeer.ConnectAsync(node);

        Assert.Equal("", await third.ReadToEndAsync());
        string line = Assert.Single(await log.WaitForAsync(LogId.Refused)).Text;
        Assert.Contains(third.EndPoint, line, StringComparison.Ordinal);
        Assert.Contains(nameof(NodeOptions.MaxUnauthenticatedConnections), line, StringComparison.Ordinal);
        await GenuinePeer.ExchangeAsync(client, echo);

        // One goes, and there is room for one again.
        first.Dispose();
        await log.WaitForAsync(LogId.Refused, 2);
        using RawPeer fourth = await RawPeer.AuthenticateAsync(node, "json");
    }

    [Fact]
    public async Task MessagesForANodeThatCannotBeReached_BeyondTheLimit_FireTheMonitors()
    {
        const int Limit = 10;
        using Socket nobody = Occupy(out string nodeId);
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with { MaxConnectingMessages = Limit });
        var fired = new FiringCount();
        PortId port = PortId.Parse($"{nodeId}#port");

        // The monitor is the first message that waits.
        node.Mon(port, fired.Fire);
        for (int count = 1; count < Limit; count++)
        {
            node.Snd(port, "waits", count);
        }

        Assert.False(fired.HasFired);
        node.Snd(port, "one more");

        Reason reason = await fired.WaitAsync();
        Assert.Equal(["transport_error", nodeId, "more waits for a connection than the limits allow"], reason);
    }

    [Fact]
    public async Task BytesForANodeThatCannotBeReached_BeyondTheLimit_FireTheMonitors()
    {
        using Socket nobody = Occupy(out string nodeId);
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with { MaxConnectingBytes = 2048 });
        var fired = new FiringCount();
        PortId port = PortId.Parse($"{nodeId}#port");

        node.Mon(port, fired.Fire);
        node.Snd(port, "waits", new byte[1024]);
        Assert.False(fired.HasFired);
        node.Snd(port, "too much", new byte[1024]);

        Assert.Equal("more waits for a connection than the limits allow", (await fired.WaitAsync())[2]);
    }

    [Fact]
    public async Task NodeThatCannotBeReached_FiresTheMonitorsWhenTheTimeIsOver()
    {
        using Socket nobody = Occupy(out string nodeId);
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(100),
        });
        var fired = new FiringCount();

        node.Mon(PortId.Parse($"{nodeId}#port"), fired.Fire);

        Assert.Equal("transport_error", (await fired.WaitAsync()).Word);
    }

    [Fact]
    public async Task MessagesForANodeThatComesUpLater_Arrive()
    {
        Socket place = Occupy(out string nodeId);
        await using Node node = await PublicNode.StartAsync();
        var fired = new FiringCount();
        node.Mon(PortId.Parse($"{nodeId}#"), fired.Fire);
        node.Snd($"{nodeId}#late", "early");

        place.Dispose();
        await using Node late = await Node.StartAsync(PublicNode.Options);
        var port = new RecordingPort();
        late.Register("late", late.CreatePort(port));
        await late.BecomePublicAsync(nodeId);

        Assert.Equal(["early"], Assert.Single(await port.WaitForAsync(1)));
        Assert.False(fired.HasFired);
    }

    [Fact]
    public async Task PeerThatDoesNotRead_LosesItsLink_WhenTooMuchWaits()
    {
        const int MessageBytes = 64 * 1024;
        const int FarTooMany = 4_096;
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with
        {
            SoftQueuedBytes = MessageBytes,
            MaxQueuedBytes = 4 * MessageBytes,
        });
        PortId echo = node.CreatePort(new EchoPort());
        await using Node other = await PublicNode.StartAsync();
        await GenuinePeer.ExchangeAsync(other, echo);
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "msgpack");
        var fired = new FiringCount();
        PortId port = PortId.Parse($"{RawPeer.Id}#port");
        node.Mon(port, fired.Fire);

        for (int count = 0; count < FarTooMany && !fired.HasFired; count++)
        {
            node.Snd(port, "fill", new byte[MessageBytes]);
        }

        Reason reason = await fired.WaitAsync();
        Assert.Equal(["transport_error", RawPeer.Id, "more waits to be sent than the limits allow"], reason);
        await GenuinePeer.ExchangeAsync(other, echo);
        Assert.Equal(1, fired.Count);
    }

    // Bound, but not listening: whoever connects is refused, and nobody else gets the port meanwhile.
    private static Socket Occupy(out string nodeId)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        nodeId = socket.LocalEndPoint!.ToString()!;
        return socket;
    }
}
