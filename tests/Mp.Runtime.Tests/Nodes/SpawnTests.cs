using Mp.TestKit;

namespace Mp.Runtime.Tests.Nodes;

public sealed class SpawnTests
{
    private const string Request = "AnyEvent::MP::_spawn";

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Spawn_ReturnsAnIdThatWorksAtOnce(bool isRemote, bool serializesLocal)
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync(options =>
            options with { SerializeLocal = serializesLocal });
        var (port, me) = Recorder(nodes);
        Node server = isRemote ? nodes.Second : nodes.First;
        RegisterOn(server);

        PortId spawned = nodes.First.Spawn(server.Id, "session", me, "a");
        nodes.First.Snd(spawned, "hello");

        IReadOnlyList<object?[]> messages = await port.WaitForAsync(2);
        Assert.Equal(["spawned", spawned.ToString(), "a"], Texts(messages[0]));
        Assert.Equal(["got", "hello"], messages[1]);
        Assert.Equal(server.Id, spawned.NodeId);
    }

    [Fact]
    public async Task Spawn_AtAnyPortOfANode_IsAtThatNode()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var (port, me) = Recorder(nodes);
        PortId there = nodes.Second.CreatePort(new RecordingPort());
        RegisterOn(nodes.Second);

        PortId spawned = nodes.First.Spawn(there, "session", me, "a");

        Assert.Equal(nodes.Second.Id, spawned.NodeId);
        await port.WaitForAsync(1);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("picky")]
    [InlineData("broken")]
    [InlineData("used")]
    public async Task Spawn_ThatMakesNothing_HasItsMonitorsTold(string name)
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var unmatched = new TaskCompletionSource<UnmatchedMessage>();
        var fired = new TaskCompletionSource<Reason>();
        var used = new RecordingPort();
        nodes.Second.CreatePort(used);
        nodes.Second.RegisterSpawn("picky", static request =>
            request.Arguments.TryGet(0, out int _) ? new RecordingPort() : null);
        nodes.Second.RegisterSpawn("broken", static _ => throw new InvalidOperationException("it broke"));
        nodes.Second.RegisterSpawn("used", _ => used);
        nodes.Second.Unmatched += message => unmatched.TrySetResult(message);

        PortId spawned = nodes.First.Spawn(nodes.Second.Port, name, "no number");
        nodes.First.Mon(spawned, fired.SetResult);

        Reason reason = await fired.Task.Bounded();
        Assert.Equal(["no_such_port", "cannot monitor nonexistent port", spawned.ToString()], reason);
        if (name is "unknown" or "picky")
        {
            Assert.Equal(
                new UnmatchedMessage(name, spawned.ToString(), UnmatchedReason.NoHandler),
                await unmatched.Task.Bounded());
        }
        else
        {
            Assert.Contains(nodes.Log.Entries, static entry => entry.Id == 104);
        }
    }

    [Fact]
    public async Task OnSpawned_ThatThrows_KillsThePort()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var (port, me) = Recorder(nodes);
        var fired = new TaskCompletionSource<Reason>();
        RegisterOn(nodes.Second);

        nodes.First.Mon(nodes.First.Spawn(nodes.Second.Port, "session", me, "fails"), fired.SetResult);

        Reason reason = await fired.Task.Bounded();
        Assert.True(reason.Word is "die" or "no_such_port", reason.ToString());
        await port.WaitForAsync(1);
    }

    [Fact]
    public async Task Kil_RightAfterSpawn_KillsThePortThatWasMade()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var (port, me) = Recorder(nodes);
        var fired = new TaskCompletionSource<Reason>();
        RegisterOn(nodes.Second);

        PortId spawned = nodes.First.Spawn(nodes.Second.Port, "session", me, "a");
        nodes.First.Mon(spawned, fired.SetResult);
        nodes.First.Snd(spawned, "hello");
        nodes.First.Kil(spawned, "enough");

        Assert.Equal(new Reason("enough"), await fired.Task.Bounded());
        Assert.Equal(2, (await port.WaitForAsync(2)).Count);
    }

    [Fact]
    public async Task Spawn_AtANodeThatCannotBeReached_FiresTransportError()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync(options =>
            options with { ConnectTimeout = TimeSpan.FromMilliseconds(100) });
        var fired = new TaskCompletionSource<Reason>();

        nodes.First.Mon(nodes.First.Spawn("nowhere:1", "session"), fired.SetResult);

        Assert.Equal("transport_error", (await fired.Task.Bounded()).Word);
    }

    [Fact]
    public async Task Spawn_AtANodeThatCameTooLate_MakesNothingLater()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync(options =>
            options with { ConnectTimeout = TimeSpan.FromMilliseconds(100) });
        var (port, me) = Recorder(nodes);
        var fired = new TaskCompletionSource<Reason>();
        var made = new TaskCompletionSource();

        PortId spawned = nodes.First.Spawn("late:1", "session", me, "a");
        nodes.First.Mon(spawned, fired.SetResult);
        await fired.Task.Bounded();
        await using Node late = await TwoNodes.StartAsync(
            new NodeOptions { Secret = Secret.FromText("a secret for these tests") }, nodes.Network, "late:1");
        late.RegisterSpawn("session", _ =>
        {
            made.SetResult();
            return null;
        });
        nodes.First.Snd("late:1#", "time", me, "answer");

        Assert.Equal("answer", (await port.WaitForAsync(1))[0][0]);
        Assert.False(made.Task.IsCompleted);
    }

    [Fact]
    public async Task NameThatTheOwnerRegisters_IsItsOwn_ThoughAPortWasSpawnedByIt()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var (port, me) = Recorder(nodes);
        var service = new RecordingPort();
        RegisterOn(nodes.Second);

        nodes.First.Snd(nodes.Second.Port, Request, "service", "session", me, "early");
        await port.WaitForAsync(1);
        nodes.Second.Register("service", nodes.Second.CreatePort(service));
        nodes.First.Snd($"{nodes.Second.Id}#service", "hello");

        Assert.Equal(["hello"], Assert.Single(await service.WaitForAsync(1)));
        Assert.Single(port.Messages);
    }

    [Fact]
    public async Task MessagesRightAfterSpawns_AllComeAfterThePortsWereMade()
    {
        const int Ports = 500;
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var (port, me) = Recorder(nodes);
        RegisterOn(nodes.Second);

        for (int index = 0; index < Ports; index++)
        {
            PortId spawned = nodes.First.Spawn(nodes.Second.Port, "session", me, "a");
            nodes.First.Snd(spawned, "hello");
            nodes.First.Kil(spawned);
        }

        IReadOnlyList<object?[]> messages = await port.WaitForAsync(2 * Ports);
        Assert.Equal(Ports, messages.Count(static message => message[0] is "spawned"));
        Assert.Equal(Ports, messages.Count(static message => message[0] is "got"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\u0001b")]
    [InlineData("home@second:1#service")]
    [InlineData("taken")]
    public async Task PortName_ThatIsBadOrTaken_IsRefused(string portName)
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var (port, me) = Recorder(nodes);
        var registered = new RecordingPort();
        nodes.Second.Register("taken", nodes.Second.CreatePort(registered));
        RegisterOn(nodes.Second);
        PortId node = nodes.Second.Port;

        nodes.First.Snd(node, Request, portName, "session", me, "bad");
        nodes.First.Snd(node, Request, "fine", "session", me, "first");
        nodes.First.Snd(node, Request, "fine", "session", me, "second");
        nodes.First.Snd($"{nodes.Second.Id}#taken", "still");
        nodes.First.Snd($"{nodes.Second.Id}#fine", "still");

        Assert.Equal(["still"], Assert.Single(await registered.WaitForAsync(1)));
        Assert.Equal(
            [["spawned", $"{nodes.Second.Id}#fine", "first"], ["got", "still"]],
            (await port.WaitForAsync(2)).Select(Texts));
        Assert.Equal(2, nodes.Log.Entries.Count(static entry => entry.Id == 105));
    }

    [Fact]
    public async Task PortName_ThatTheNodeMayGiveItself_IsRefused()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var (port, me) = Recorder(nodes);
        string given = nodes.Second.CreatePort(new RecordingPort()).Id.PortName;
        string next = given[..given.IndexOf('.', StringComparison.Ordinal)] + ".2";
        RegisterOn(nodes.Second);

        nodes.First.Snd(nodes.Second.Port, Request, next, "session", me, "bad");
        nodes.First.Snd(nodes.Second.Port, "time", me, "answer");

        Assert.Equal("answer", (await port.WaitForAsync(1))[0][0]);
    }

    [Fact]
    public async Task PortsOfOnePeer_AreLimited_AndCountedAsTheyDie()
    {
        using var reached = new LimitCount("MaxSpawnedPortsPerPeer");
        await using TwoNodes nodes = await TwoNodes.StartAsync(options =>
            options with { MaxSpawnedPortsPerPeer = 2 });
        var (port, me) = Recorder(nodes);
        var fired = new TaskCompletionSource<Reason>();
        var refused = new TaskCompletionSource<Reason>();
        RegisterOn(nodes.Second);

        PortId first = nodes.First.Spawn(nodes.Second.Port, "session", me, "1");
        nodes.First.Spawn(nodes.Second.Port, "session", me, "2");
        nodes.First.Mon(nodes.First.Spawn(nodes.Second.Port, "session", me, "3"), refused.SetResult);
        Assert.Equal("no_such_port", (await refused.Task.Bounded()).Word);
        nodes.First.Mon(first, fired.SetResult);
        nodes.First.Kil(first);
        await fired.Task.Bounded();
        nodes.First.Spawn(nodes.Second.Port, "session", me, "4");
        nodes.Second.Spawn(nodes.Second.Port, "session", me, "5");

        IReadOnlyList<object?[]> messages = await port.WaitForAsync(4);
        Assert.Equal(["1", "2", "4", "5"], messages.Select(static message => (string)message[2]!).Order());
        Assert.Equal(1, reached.Count);
    }

    [Fact]
    public async Task NodeThatRefusesFunctions_RefusesSpawnsOfOthers()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync(static options =>
            options with { RefuseRemoteFunctions = true });
        var (port, me) = Recorder(nodes);
        var fired = new TaskCompletionSource<Reason>();
        RegisterOn(nodes.First);
        RegisterOn(nodes.Second);

        nodes.First.Mon(nodes.First.Spawn(nodes.Second.Port, "session", me, "there"), fired.SetResult);
        nodes.First.Spawn(nodes.First.Port, "session", me, "here");

        Assert.Equal("no_such_port", (await fired.Task.Bounded()).Word);
        Assert.Equal("here", Assert.Single(await port.WaitForAsync(1))[2]);
    }

    [Fact]
    public async Task RequestWithoutANameOfWhatToMake_IsRefused()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var (port, me) = Recorder(nodes);

        nodes.First.Snd(nodes.Second.Port, Request);
        nodes.First.Snd(nodes.Second.Port, Request, "name");
        nodes.First.Snd(nodes.Second.Port, Request, "name", null);
        nodes.First.Snd(nodes.Second.Port, Request, 5, 6);
        nodes.First.Snd(nodes.Second.Port, "time", me, "answer");

        Assert.Equal("answer", (await port.WaitForAsync(1))[0][0]);
    }

    [Fact]
    public async Task BadNames_AreErrorsOfTheCaller()
    {
        await using Node node = await Node.StartAsync();
        string tooLong = new('ü', 128);

        Assert.Throws<ArgumentException>(() => node.Spawn(node.Port, ""));
        Assert.Throws<ArgumentException>(() => node.Spawn(node.Port, tooLong));
        Assert.Throws<ArgumentException>(() => node.RegisterSpawn(tooLong, static _ => null));
        Assert.Throws<ArgumentNullException>(() => node.RegisterSpawn("name", null!));
        Assert.Throws<InvalidPortIdException>(() => node.Spawn(default(PortId), "name"));
        Assert.Throws<InvalidPortIdException>(() => node.Spawn("other:1", "name"));
        Assert.Throws<FormatException>(() => node.Spawn("", "name"));
    }

    [Fact]
    public void Constructor_OfASpawnedPort_SaysWhereSendingBelongs()
    {
        var port = new SpawnedPort(default, "a");

        var exception = Assert.Throws<InvalidOperationException>(() => port.Self);
        Assert.Contains("OnSpawned", exception.Message, StringComparison.Ordinal);
    }

    private static (RecordingPort Port, PortId Id) Recorder(TwoNodes nodes)
    {
        var port = new RecordingPort();
        return (port, nodes.First.CreatePort(port));
    }

    private static void RegisterOn(Node node) => node.RegisterSpawn("session", static request =>
        request.Arguments.TryGet(0, out PortId owner) && request.Arguments.TryGet(1, out string? name)
            ? new SpawnedPort(owner, name!)
            : null);

    private static object?[] Texts(object?[] message) => [.. message.Select(static element => element?.ToString())];
}
