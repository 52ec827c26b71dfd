using System.Net;
using System.Net.Sockets;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.RawPeers;

/// <summary>Who answers a node that dials is checked as sharply as who dials one.</summary>
public sealed class DialledPeerTests : IAsyncLifetime, IDisposable
{
    private readonly RecordingLoggerFactory _log = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly FiringCount _fired = new();
    private Node _node = null!;

    private string NodeId => _listener.LocalEndPoint!.ToString()!;

    public async Task InitializeAsync()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _node = await PublicNode.StartAsync(PublicNode.Options with { LoggerFactory = _log, TimeProvider = _clock });
    }

    public async Task DisposeAsync() => await _node.DisposeAsync();

    public void Dispose()
    {
        _listener.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task PeerWithAnotherSecret_FiresTheMonitors_AndTheReasonSpeaksOfSecrets()
    {
        await using Node other = await PublicNode.StartAsync(PublicNode.Options with
        {
            Secret = Secret.FromText("quite another secret"),
        });

        _node.Mon(PortId.Parse($"{other.Id}#port"), _fired.Fire);

        await AssertGivesUpAsync("secret");
    }

    [Fact]
    public async Task PeerThatEchoes_IsRefused()
    {
        _node.Mon(PortId.Parse($"{NodeId}#port"), _fired.Fire);
        using RawPeer peer = await RawPeer.AcceptAsync(_listener);

        await peer.SendAsync($"{await peer.ReadLineAsync()}\n{await peer.ReadLineAsync()}\n");

        Assert.Equal("", await peer.ReadToEndAsync());
        await AssertGivesUpAsync("own ID");
    }

    [Fact]
    public async Task PeerThatRepeatsTheNonce_IsRefused_BeforeItGetsAProof()
    {
        _node.Mon(PortId.Parse($"{NodeId}#port"), _fired.Fire);
        using RawPeer peer = await RawPeer.AcceptAsync(_listener);
        await peer.ReadLineAsync();

        await peer.SendAsync($"{RawPeer.Greeting(id: NodeId)}\n{await peer.ReadLineAsync()}\n");

        Assert.Equal("", await peer.ReadToEndAsync());
        await AssertGivesUpAsync("nonce");
    }

    [Fact]
    public async Task PeerWithAnotherId_IsRefused_BeforeItGetsAProof()
    {
        _node.Mon(PortId.Parse($"{NodeId}#port"), _fired.Fire);
        using RawPeer peer = await RawPeer.AcceptAsync(_listener);
        await peer.ReadLineAsync();
        await peer.ReadLineAsync();

        await peer.SendAsync($"{RawPeer.Greeting(id: "somebody:4040")}\n{RawPeer.Nonce}\n");

        Assert.Equal("", await peer.ReadToEndAsync());
        await AssertGivesUpAsync("'somebody:4040'");
    }

    [Fact]
    public async Task PeerThatReflectsTheProof_IsRefused_AndGetsNoMessage()
    {
        _node.Mon(PortId.Parse($"{NodeId}#port"), _fired.Fire);
        using RawPeer peer = await RawPeer.AcceptAsync(_listener);
        await peer.ReadLineAsync();
        await peer.ReadLineAsync();
        await peer.SendAsync($"{RawPeer.Greeting(id: NodeId)}\n{RawPeer.Nonce}\n");

        await peer.SendAsync(await peer.ReadLineAsync() + "\n");

        Assert.Equal("", await peer.ReadToEndAsync());
        await AssertGivesUpAsync("secret");
    }

    private async Task AssertGivesUpAsync(string text)
    {
        Assert.Contains(text, (await _log.WaitForAsync(LogId.Refused))[0].Text, StringComparison.Ordinal);
        Assert.False(_fired.HasFired);
        _clock.Advance(PublicNode.Options.ConnectTimeout);

        Reason reason = await _fired.WaitAsync();
        Assert.Equal("transport_error", reason.Word);
        Assert.Contains(text, (string?)reason[2], StringComparison.Ordinal);
        Assert.Equal(1, _fired.Count);
        Assert.DoesNotContain(PublicNode.SecretText, _log.Text, StringComparison.Ordinal);
    }
}
