using Mp.TestKit;

namespace Mp.Runtime.Tests.Nodes;

public sealed class NodeRequestTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Time_IsAnsweredAfterTheReplyAsGiven(bool isRemote)
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);

        nodes.First.Snd(isRemote ? nodes.Second.Port : nodes.First.Port, "time", me, "timereply", 1, 2);

        object?[] reply = Assert.Single(await port.WaitForAsync(1));
        Assert.Equal("timereply", reply[0]);
        Assert.Equal(1L, Convert.ToInt64(reply[1]));
        Assert.Equal(2L, Convert.ToInt64(reply[2]));
        Assert.IsType<double>(reply[3]);
    }

    [Fact]
    public async Task Wkp_AnswersTheRegisteredPort_OrNull()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);
        PortId service = nodes.Second.CreatePort(new RecordingPort());
        nodes.Second.Register("service", service);

        nodes.First.Snd(nodes.Second.Port, "wkp", "service", me, "found");
        nodes.First.Snd(nodes.Second.Port, "wkp", "nothing", me, "found");

        IReadOnlyList<object?[]> replies = await port.WaitForAsync(2);
        Assert.Equal(["found", service.ToString()], replies[0]);
        Assert.Equal(["found", null], replies[1]);
    }

    [Fact]
    public async Task RegisteredName_ReachesThePort()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        nodes.Second.Register("service", nodes.Second.CreatePort(port));

        nodes.First.Snd($"{nodes.Second.Id}#service", "ping");

        Assert.Single(await port.WaitForAsync(1));
        Assert.Equal(port.Self, nodes.Second.Lookup("service"));
    }

    [Theory]
    [InlineData("relay")]
    [InlineData("snd")]
    public async Task Relay_PassesTheMessageOn(string request)
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);

        nodes.First.Snd(nodes.Second.Port, request, me, "hello", 1);

        Assert.Equal(["hello", 1L], Assert.Single(await port.WaitForAsync(1)));
    }

    [Fact]
    public async Task Relay_PassesNothingOnThatSpeaksOfTheSenderItself()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);
        PortId watched = nodes.First.CreatePort(new RecordingPort());
        var died = new TaskCompletionSource<Reason>();
        nodes.Second.Mon(PortId.Parse(watched.ToString()), died.SetResult);

        // As if the second node had told the first one, and as if the first one had told the second.
        nodes.First.Snd(nodes.Second.Port, "relay", nodes.First.Port, "mon0", watched.PortName);
        nodes.First.Snd(nodes.Second.Port, "relay", me, "done");
        await port.WaitForAsync(1);
        nodes.First.Kil(watched, "over");

        Assert.Equal("over", (await died.Task.Bounded()).Word);
    }

    [Fact]
    public async Task NameWithAMarkOfPortIds_IsNotRegistered()
    {
        await using Node node = await Node.StartAsync();

        ArgumentException failure = Assert.Throws<ArgumentException>(() =>
            node.Register("home@first:4040#service", node.CreatePort()));

        Assert.Contains("'#'", failure.Message, StringComparison.Ordinal);
        Assert.Null(node.Lookup("home@first:4040#service"));
    }

    [Fact]
    public async Task Eval_IsRefusedWithAText()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);

        nodes.First.Snd(nodes.Second.Port, "eval", "exit", me, "result");

        object?[] reply = Assert.Single(await port.WaitForAsync(1));
        Assert.Equal("result", reply[0]);
        Assert.Contains("refused", (string?)reply[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task DevnullAndUnknownRequests_AreIgnored_AndTheNodeServesOn()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);

        nodes.First.Snd(nodes.Second.Port, "devnull", 1, 2, 3);
        nodes.First.Snd(nodes.Second.Port, "System.Environment.Exit", 1);
        nodes.First.Snd(nodes.Second.Port, "kil1", "");
        nodes.First.Snd(nodes.Second.Port, "time", 5);
        nodes.First.Snd(nodes.Second.Port, "can", "time", me, "can");
        nodes.First.Snd(nodes.Second.Port, "can", "fly", me, "can");

        IReadOnlyList<object?[]> replies = await port.WaitForAsync(2);
        Assert.Equal(["can", true], replies[0]);
        Assert.Equal(["can", false], replies[1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reply_ToTheNodeItself_IsServedThere(bool isRemote)
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);
        PortId node = isRemote ? nodes.Second.Port : nodes.First.Port;

        nodes.First.Snd(node, "can", "time", node, "relay", node, "relay", me, "answer");

        Assert.Equal(["answer", true], Assert.Single(await port.WaitForAsync(1)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Relays_NestedWithoutEnd_AreCutOff_AndTheNodeServesOn(bool isRemote)
    {
        const int Nested = 30_000;
        using var reached = new LimitCount(nameof(NodeOptions.MaxNestedRequests));
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);
        PortId node = isRemote ? nodes.Second.Port : nodes.First.Port;
        object?[] nest = [.. Enumerable.Repeat<object?[]>(["relay", node.ToString()], Nested).SelectMany(pair => pair)];

        nodes.First.Snd(node, [.. nest, "relay", me, "end"]);
        nodes.First.Snd(node, "time", me, "answer");

        Assert.Equal("answer", Assert.Single(await port.WaitForAsync(1))[0]);
        Assert.NotEqual(0, reached.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1024)]
    public async Task Relays_ThatANodeHasForItself_AreServedUpToTheLimit(int limit)
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync(options => options with { MaxNestedRequests = limit });
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);
        object?[] relay = ["relay", nodes.Second.Port.ToString()];

        Ask(limit);
        Ask(limit + 1);
        nodes.First.Snd(nodes.Second.Port, "time", me, "answer");

        IReadOnlyList<object?[]> messages = await port.WaitForAsync(2);
        Assert.Equal([$"after {limit}", "answer"], messages.Select(static message => message[0]));

        void Ask(int nested) => nodes.First.Snd(
            nodes.Second.Port,
            [.. Enumerable.Repeat(relay, nested).SelectMany(static pair => pair), "relay", me, $"after {nested}"]);
    }

    [Fact]
    public async Task DeathOfTheNamelessPort_IsNoDeathOfTheLink()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);
        bool hasFired = false;
        nodes.Second.Mon(nodes.First.Port, _ => hasFired = true);

        nodes.First.Snd(nodes.Second.Port, "kil0", "");
        nodes.First.Snd(nodes.Second.Port, "time", me, "answer");

        await port.WaitForAsync(1);
        Assert.False(hasFired);
    }
}
