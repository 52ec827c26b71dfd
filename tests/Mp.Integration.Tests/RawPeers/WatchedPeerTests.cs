using Mp.Integration.Tests.Support;

namespace Mp.Integration.Tests.RawPeers;

/// <summary>Watching a port as the peer sees it that has the port.</summary>
public sealed class WatchedPeerTests
{
    // A peer that says so gets numbers, and gives them.
    private const string NumbersWatches = "raw;mproto=1;watch=1";

    private static readonly PortId Service = PortId.Parse($"{RawPeer.Id}#service");

    [Fact]
    public async Task Notice_OfAPortThatHadTheNameBefore_IsNotTakenForTheDeathOfTheOneThatHasItNow()
    {
        await using Node node = await PublicNode.StartAsync();
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json", NumbersWatches);
        var fired = new FiringCount();

        node.Mon(Service, fired.Fire).Dispose();
        node.Mon(Service, fired.Fire);
        await ExpectAsync(peer, """["","mon1","service",1]["","mon0","service"]["","mon1","service",2]""");
        await peer.SendAsync("""["","kil2","service",1,"the former one"]""");
        await peer.SendAsync("""["","kil2","service",2,"closed"]""");

        Assert.Equal(new Reason("closed"), await fired.WaitAsync());
    }

    [Fact]
    public async Task Notice_WithoutANumber_IsOfWhateverIsWatched()
    {
        await using Node node = await PublicNode.StartAsync();
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json");
        var fired = new FiringCount();

        node.Mon(Service, fired.Fire);
        await ExpectAsync(peer, """["","mon1","service"]""");
        await peer.SendAsync("""["","kil0","service","closed"]""");

        Assert.Equal(new Reason("closed"), await fired.WaitAsync());
    }

    [Theory]
    [InlineData("""["","mon1","service",7]""", """["","kil2","service",7,"enough"]""")]
    [InlineData("""["","mon1","service"]""", """["","kil0","service","enough"]""")]
    [InlineData("""["","mon1","service","no number"]""", """["","kil0","service","enough"]""")]
    public async Task Watcher_IsToldUnderTheNumberThatItGave(string request, string notice)
    {
        await using Node node = await PublicNode.StartAsync();
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json");
        node.Register("service", node.CreatePort(new RecordingPort()));

        await peer.SendAsync(request);
        await peer.SendAsync("""["","kil1","service","enough"]""");

        await ExpectAsync(peer, notice);
    }

    private static async Task ExpectAsync(RawPeer peer, string text) =>
        Assert.Equal(text, await peer.ReadTextAsync(text.Length));
}
