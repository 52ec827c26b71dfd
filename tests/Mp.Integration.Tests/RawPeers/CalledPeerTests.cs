using System.Text.Json;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.RawPeers;

/// <summary>A call as a peer sees it that is not Mp: three frames to it, and one back.</summary>
public sealed class CalledPeerTests
{
    private const string Watch = """["","mon1","service"]""";
    private const string Unwatch = """["","mon0","service"]""";

    [Fact]
    public async Task Call_IsAMonitorAndAMessage_AndTheAnswerWithdrawsTheMonitor()
    {
        await using Node node = await PublicNode.StartAsync();
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json");

        Task<Message> call = node.Cal(PortId.Parse($"{RawPeer.Id}#service"), "ask", 5);
        string reply = await ReadQuestionAsync(peer);
        await peer.SendAsync($"""["{PortId.Parse(reply).PortName}","answer",6]""");

        Assert.Equal("""["answer", 6]""", (await call.Bounded()).ToString());
        Assert.Equal(Unwatch, await peer.ReadTextAsync(Unwatch.Length));
    }

    [Fact]
    public async Task Call_ThatIsNotAnswered_WithdrawsTheMonitorWhenTheTimeIsOver()
    {
        var clock = new ManualTimeProvider();
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with { TimeProvider = clock });
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json");

        Task<Message> call = node.Cal(
            PortId.Parse($"{RawPeer.Id}#service"),
            "ask",
            5,
            timeout: TimeSpan.FromMilliseconds(1));
        await ReadQuestionAsync(peer);
        clock.Advance(TimeSpan.FromMilliseconds(1));

        await Assert.ThrowsAsync<TimeoutException>(() => call.Bounded());
        Assert.Equal(Unwatch, await peer.ReadTextAsync(Unwatch.Length));
    }

    [Fact]
    public async Task Peer_ThatSaysThatThePortIsDead_EndsTheCall()
    {
        await using Node node = await PublicNode.StartAsync();
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json");

        Task<Message> call = node.Cal(PortId.Parse($"{RawPeer.Id}#service"), "ask", 5);
        await ReadQuestionAsync(peer);
        await peer.SendAsync("""["","kil0","service","closed"]""");

        var exception = await Assert.ThrowsAsync<CallException>(() => call.Bounded());
        Assert.Equal(new Reason("closed"), exception.Reason);
    }

    [Fact]
    public async Task Peer_ThatHangsUp_EndsTheCall()
    {
        await using Node node = await PublicNode.StartAsync();
        RawPeer peer = await RawPeer.AuthenticateAsync(node, "json");

        Task<Message> call = node.Cal(PortId.Parse($"{RawPeer.Id}#service"), "ask", 5);
        await ReadQuestionAsync(peer);
        peer.Dispose();

        var exception = await Assert.ThrowsAsync<CallException>(() => call.Bounded());
        Assert.Equal("transport_error", exception.Reason.Word);
    }

    // Reads the two frames of a question, and returns the port ID at the end of it.
    private static async Task<string> ReadQuestionAsync(RawPeer peer)
    {
        string text = "";
        while (!text.EndsWith("\"]", StringComparison.Ordinal) || text.Length <= Watch.Length)
        {
            text += await peer.ReadTextAsync(1);
        }

        Assert.StartsWith(Watch, text, StringComparison.Ordinal);
        using JsonDocument question = JsonDocument.Parse(text[Watch.Length..]);
        Assert.Equal(
            """["service","ask",5,""",
            question.RootElement.GetRawText()[..19]);
        return question.RootElement[3].GetString()!;
    }
}
