using Mp.TestKit;
using Mp.Transports;
using Mp.Transports.Memory;
using Mp.Wire;

namespace Mp.Runtime.Tests.Nodes;

public sealed class NodeFunctionTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Function_GetsItsCallerAndItsArguments(bool isRemote)
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);
        Node server = isRemote ? nodes.Second : nodes.First;
        RegisterOn(server);

        nodes.First.Snd(server.Port, "sum", me, 2, 3);

        Assert.Equal(["sum", nodes.First.Id, 5L], Assert.Single(await port.WaitForAsync(1)));
    }

    [Fact]
    public async Task Functions_RunInTheOrderOfTheCalls_AndOneThatThrowsHarmsNoOther()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);
        RegisterOn(nodes.Second);
        nodes.Second.RegisterFunction("throw", static _ => throw new InvalidOperationException("it failed"));

        for (int index = 0; index < 20; index++)
        {
            nodes.First.Snd(nodes.Second.Port, "throw");
            nodes.First.Snd(nodes.Second.Port, "sum", me, index, 0);
        }

        IReadOnlyList<object?[]> messages = await port.WaitForAsync(20);
        Assert.Equal(Enumerable.Range(0, 20), messages.Select(static message => (int)(long)message[2]!));
        Assert.Equal(20, nodes.Log.Entries.Count(static entry => entry.Id == 106));
    }

    [Fact]
    public async Task Arguments_OfThisProcess_AreRewritten_WhereAllAre()
    {
        await using Node node = await Node.StartAsync(new NodeOptions { SerializeLocal = true });
        var called = new TaskCompletionSource<object?>();
        node.RegisterFunction("take", call => called.SetResult(call.Arguments[0]));
        int[] sent = [1, 2];

        node.Snd(node.Port, "take", sent);

        Assert.Equal(new object?[] { 1L, 2L }, await called.Task.Bounded());
    }

    [Fact]
    public async Task Can_IsTrueOfRegisteredFunctions()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);

        nodes.First.Snd(nodes.Second.Port, "can", "sum", me, "before");
        nodes.First.Snd(nodes.Second.Port, "time", me);
        await port.WaitForAsync(2);
        RegisterOn(nodes.Second);
        nodes.First.Snd(nodes.Second.Port, "can", "sum", me, "after");

        IReadOnlyList<object?[]> messages = await port.WaitForAsync(3);
        Assert.Equal(["before", false], messages[0]);
        Assert.Equal(["after", true], messages[2]);
    }

    [Fact]
    public async Task NodeThatRefusesFunctions_RefusesCallsOfOthers()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync(static options =>
            options with { RefuseRemoteFunctions = true });
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);
        RegisterOn(nodes.First);
        RegisterOn(nodes.Second);

        nodes.First.Snd(nodes.Second.Port, "sum", me, 1, 1);
        nodes.First.Snd(nodes.Second.Port, "time", me, "answer");
        await port.WaitForAsync(1);
        nodes.First.Snd(nodes.First.Port, "sum", me, 2, 2);

        IReadOnlyList<object?[]> messages = await port.WaitForAsync(2);
        Assert.Equal("answer", messages[0][0]);
        Assert.Equal(["sum", nodes.First.Id, 4L], messages[1]);
    }

    [Theory]
    [InlineData("relay")]
    [InlineData("snd_multiple")]
    public async Task NodeThatRefusesFunctions_RefusesThemThroughItsOwnRelayAsWell(string way)
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync(static options => options with
        {
            RefuseRemoteFunctions = true,
            Evaluator = static _ => new ValueTask<IReadOnlyList<object?>>(["evaluated"]),
        });
        var port = new RecordingPort();
        PortId me = nodes.First.CreatePort(port);
        PortId node = nodes.Second.Port;
        RegisterOn(nodes.Second);

        Ask("sum", me, 1, 1);
        Ask("eval", "1 + 1", me, "result");
        Ask("time", me, "answer");

        IReadOnlyList<object?[]> messages = await port.WaitForAsync(2);
        Assert.Equal(["result", "answer"], messages.Select(static message => message[0]));
        Assert.Contains("refused", (string?)messages[0][1], StringComparison.Ordinal);

        void Ask(params object?[] request)
        {
            if (way == "relay")
            {
                nodes.First.Snd(node, [way, node, .. request]);
            }
            else
            {
                nodes.First.Snd(node, way, (object?)(object?[])[node, .. request]);
            }
        }
    }

    [Fact]
    public async Task HiddenNodeThatCallsByTheWholeIdOfItsMaster_IsTheCallerAllTheSame()
    {
        var network = new MemoryNetwork();
        var secret = Secret.FromText("a secret for these tests");
        await using Node master = await TwoNodes.StartAsync(new NodeOptions { Secret = secret }, network, "first:4040");
        var called = new TaskCompletionSource<string>();
        master.RegisterFunction("who", call => called.SetResult(call.Source));
        ITransportConnection connection = await network.CreateTransport().ConnectAsync(new("first", 4040), default);
        await using RawPeer hidden = await RawPeer.MeetAsync(
            connection, HandshakeRole.Connector, "home@first:4040", "json", secret);

        await hidden.SendAsync("""["first:4040#","who"]"""u8.ToArray());

        Assert.Equal("home@first:4040", await called.Task.Bounded());
    }

    [Fact]
    public async Task NameOfARequest_CannotBeTaken()
    {
        await using Node node = await Node.StartAsync();

        Assert.Throws<ArgumentException>(() => node.RegisterFunction("time", static _ => { }));
        Assert.Throws<ArgumentException>(() => node.RegisterFunction("", static _ => { }));
        Assert.Throws<ArgumentNullException>(() => node.RegisterFunction(null!, static _ => { }));
        Assert.Throws<ArgumentNullException>(() => node.RegisterFunction("sum", null!));
    }

    private static void RegisterOn(Node node) => node.RegisterFunction("sum", call =>
    {
        if (call.Arguments.TryGet(0, out PortId reply)
            && call.Arguments.TryGet(1, out long first)
            && call.Arguments.TryGet(2, out long second))
        {
            node.Snd(reply, "sum", call.Source, first + second);
        }
    });
}
