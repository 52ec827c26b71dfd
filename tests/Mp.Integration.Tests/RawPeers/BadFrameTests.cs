using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.RawPeers;

/// <summary>A peer that has authenticated and then sends nonsense loses its link, and only its own.</summary>
public sealed class BadFrameTests : IAsyncLifetime
{
    private Node _node = null!;
    private Node _other = null!;
    private PortId _echo;

    public static TheoryData<string> Titles => [.. BadFrame.All.Select(static bad => bad.Title)];

    public async Task InitializeAsync()
    {
        _node = await PublicNode.StartAsync();
        _other = await PublicNode.StartAsync();
        _echo = _node.CreatePort(new EchoPort());
        await GenuinePeer.ExchangeAsync(_other, _echo);
    }

    public async Task DisposeAsync()
    {
        await _other.DisposeAsync();
        await _node.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task BadFrame_EndsItsLink_AndFiresItsMonitorsOnce(string title)
    {
        BadFrame bad = BadFrame.All.Single(each => each.Title == title);
        var others = new FiringCount();
        _node.Mon(_other.Port, others.Fire);
        using RawPeer peer = await RawPeer.AuthenticateAsync(_node, bad.Framing);
        var fired = new FiringCount();
        _node.Mon(PortId.Parse($"{RawPeer.Id}#port"), fired.Fire);

        await peer.SendAsync(bad.Bytes);

        Reason reason = await fired.WaitAsync();
        Assert.Equal("transport_error", reason.Word);
        Assert.Equal(RawPeer.Id, reason[1]);
        await peer.ReadToEndAsync();
        await GenuinePeer.ExchangeAsync(_other, _echo);
        Assert.Equal(1, fired.Count);
        Assert.False(others.HasFired);
    }

    [Theory]
    [InlineData("msgpack", new byte[] { 0, 0, 0, 9, 0x92, 0xa1 })]
    [InlineData("msgpack", new byte[] { 0, 0 })]
    [InlineData("json", new byte[] { (byte)'[', (byte)'"' })]
    public async Task FrameThatIsCutShort_FiresTheMonitorsOnce_WhenThePeerIsGone(string framing, byte[] beginning)
    {
        var fired = new FiringCount();
        using (RawPeer peer = await RawPeer.AuthenticateAsync(_node, framing))
        {
            _node.Mon(PortId.Parse($"{RawPeer.Id}#port"), fired.Fire);
            await peer.SendAsync(beginning);
        }

        Assert.Equal("transport_error", (await fired.WaitAsync()).Word);
        await GenuinePeer.ExchangeAsync(_other, _echo);
        Assert.Equal(1, fired.Count);
    }

    [Fact]
    public async Task GoodFramesBeforeABadOne_AreDelivered()
    {
        var port = new RecordingPort();
        _node.Register("recorder", _node.CreatePort(port));
        using RawPeer peer = await RawPeer.AuthenticateAsync(_node, "json");

        await peer.SendAsync("""["recorder",1]["recorder",2]nonsense["recorder",3]""");

        await peer.ReadToEndAsync();
        await GenuinePeer.ExchangeAsync(_other, _echo);
        Assert.Equal([1L, 2L], (await port.WaitForAsync(2)).Select(static message => message[0]));
    }

    [Fact]
    public async Task SecondConnectionOfTheSameNode_IsRefused_IfTheFirstSaysThatItIsThere()
    {
        var fired = new FiringCount();
        using RawPeer first = await RawPeer.AuthenticateAsync(_node, "json");
        _node.Mon(PortId.Parse($"{RawPeer.Id}#port"), fired.Fire);
        using RawPeer second = await RawPeer.ConnectAsync(_node);
        string remote = await second.ReadLineAsync() + "\n" + await second.ReadLineAsync() + "\n";
        string own = $"{RawPeer.Greeting(framings: "json")}\n{RawPeer.Nonce}\n";

        await second.SendAsync(own + RawPeer.Proof(PublicNode.SecretText, own, remote, "json"));
        string asked = "";
        while (!asked.EndsWith(']') || !asked.Contains("mp_alive", StringComparison.Ordinal))
        {
            asked += await first.ReadTextAsync(1);
        }

        string token = asked[(asked.LastIndexOf(',') + 1)..^1];
        await first.SendAsync($$"""["","mp_alive",{{token}},1.5]""");

        Assert.Equal("", await second.ReadToEndAsync());
        Assert.StartsWith("""["","mon1","port"]["","time",""", asked, StringComparison.Ordinal);
        await first.SendAsync($$"""["","time","{{RawPeer.Id}}#me"]""");
        Assert.StartsWith("""["me",""", await first.ReadTextAsync(6), StringComparison.Ordinal);
        Assert.False(fired.HasFired);
    }
}
