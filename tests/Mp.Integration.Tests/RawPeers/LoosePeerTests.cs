using System.Text;
using Mp.Integration.Tests.Support;

namespace Mp.Integration.Tests.RawPeers;

/// <summary>A peer that is not Mp, by what its greeting says, and what it need not say exactly then.</summary>
public sealed class LoosePeerTests
{
    // ["echo", "ping", "raw-peer#me", "41", "x"], the last in octets: what EchoPort wants a port ID, a number and a text
    // for.
    private const string Cbor = "85" + "446563686F" + "4470696E67" + "4B7261772D70656572236D65" + "423431" + "4178";

    [Fact]
    public async Task Message_InCborOctets_IsReceived()
    {
        await using Node node = await PublicNode.StartAsync();
        node.Register("echo", node.CreatePort(new EchoPort()));
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "cbor");

        await peer.SendAsync(Convert.FromHexString(Cbor));

        // ["me", "pong", 42, "x"]
        byte[] answer = await peer.ReadAtLeastAsync(12);
        Assert.Equal("84626D6564706F6E67182A6178", Convert.ToHexString(answer));
    }

    [Fact]
    public async Task Message_InJsonWithANumberAsText_IsReceived()
    {
        await using Node node = await PublicNode.StartAsync();
        node.Register("echo", node.CreatePort(new EchoPort()));
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json");

        await peer.SendAsync("""["echo","ping","raw-peer#me","41",7]""");

        byte[] answer = await peer.ReadAtLeastAsync(20);
        Assert.Equal("""["me","pong",42,"7"]""", Encoding.UTF8.GetString(answer));
    }

    /// <summary>The same frame from a peer that calls itself Mp: there a number's text is a text.</summary>
    [Fact]
    public async Task Message_OfAPeerThatIsMp_IsTakenExactly()
    {
        await using Node node = await PublicNode.StartAsync();
        node.Register("echo", node.CreatePort(new EchoPort()));
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json", provider: "Mp-9.9");

        await peer.SendAsync("""["echo","ping","raw-peer#me","41","x"]["echo","ping","raw-peer#me",1,"x"]""");

        byte[] answer = await peer.ReadAtLeastAsync(19);
        Assert.Equal("""["me","pong",2,"x"]""", Encoding.UTF8.GetString(answer));
    }
}
