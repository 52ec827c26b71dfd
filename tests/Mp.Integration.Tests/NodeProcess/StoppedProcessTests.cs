using System.Net;
using System.Net.Sockets;
using Mp.Integration.Tests.Processes;
using Mp.Integration.Tests.Support;

namespace Mp.Integration.Tests.NodeProcess;

/// <summary>
/// A process that stands still keeps its connections, and its host answers for it: only its silence tells.
/// </summary>
public sealed class StoppedProcessTests
{
    private const string Kill = "kill";
    private const int MessageBytes = 64 * 1024;

    // Beyond what may wait, and what the system takes of a connection that nobody reads from.
    private const int TooManyMessages = 1024;

    [RequiresFact(Kill)]
    public async Task StoppedProcess_IsReportedOnce_AndIsMetAgainWhenItGoesOn()
    {
        await using Node node = await PublicNode.StartAsync(PublicNode.Options.WithFastHeartbeats());
        using NodeInAProcess stopped = await NodeInAProcess.StartAsync(PublicNode.AnyPort);
        using NodeInAProcess other = await NodeInAProcess.StartAsync(PublicNode.AnyPort);
        var lost = new FiringCount();
        var kept = new FiringCount();
        node.Mon(stopped.Port, lost.Fire);
        node.Mon(other.Port, kept.Fire);
        await GenuinePeer.ExchangeAsync(node, stopped.Port);
        await GenuinePeer.ExchangeAsync(node, other.Port);

        await stopped.StopAsync();
        Reason reason = await lost.WaitAsync();
        await stopped.ContinueAsync();

        Assert.Equal("transport_error", reason.Word);
        Assert.Equal(stopped.Port.NodeId, reason[1]);
        await GenuinePeer.ExchangeAsync(node, stopped.Port);
        await GenuinePeer.ExchangeAsync(node, other.Port);
        Assert.Equal(1, lost.Count);
        Assert.False(kept.HasFired);
    }

    [RequiresFact(Kill)]
    public async Task StoppedProcess_ThatIsOfferedTooMuch_LosesItsLink_AndAnotherOneNothing()
    {
        // Its silence would be noticed after half an hour.
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with
        {
            HeartbeatTimeout = TimeSpan.FromMinutes(30),
            WriteTimeout = TimeSpan.FromMinutes(10),
        });
        using NodeInAProcess stopped = await NodeInAProcess.StartAsync(PublicNode.AnyPort);
        using NodeInAProcess other = await NodeInAProcess.StartAsync(PublicNode.AnyPort);
        var lost = new FiringCount();
        node.Mon(stopped.Port, lost.Fire);
        await GenuinePeer.ExchangeAsync(node, stopped.Port);
        await GenuinePeer.ExchangeAsync(node, other.Port);

        await stopped.StopAsync();
        byte[] data = new byte[MessageBytes];
        for (int count = 0; count < TooManyMessages && !lost.HasFired; count++)
        {
            node.Snd(stopped.Port, "data", data);
        }

        Assert.Equal("transport_error", (await lost.WaitAsync()).Word);
        await GenuinePeer.ExchangeAsync(node, other.Port);
        Assert.Equal(1, lost.Count);
    }

    [Fact]
    public async Task TwoThousandConnectionsThatSayNothing_KeepNoGenuinePeerOut()
    {
        const int Silent = 2_000;
        await using Node server = await PublicNode.StartAsync();
        List<Socket> silent = [];
        try
        {
            for (int count = 0; count < Silent; count++)
            {
                // From another address than genuine peers come from, as an attacker would.
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                silent.Add(socket);
                socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
                await socket.ConnectAsync(PublicNode.EndPointOf(server));
            }

            await GenuinePeer.ExchangeAsync(server);
        }
        finally
        {
            silent.ForEach(static socket => socket.Dispose());
        }
    }
}
