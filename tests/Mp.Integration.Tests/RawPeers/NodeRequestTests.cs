using System.Text.Json;
using Mp.Integration.Tests.Support;

namespace Mp.Integration.Tests.RawPeers;

/// <summary>Every request of the protocol, as a peer writes it that is not Mp, and what comes back.</summary>
public sealed class NodeRequestTests
{
    [Theory]
    [InlineData("""["","snd","raw-peer#me","a",1]""", """["me","a",1]""")]
    [InlineData("""["","relay","raw-peer#me","a",1]""", """["me","a",1]""")]
    [InlineData("""["","snd_multiple",["raw-peer#me","a"],7,[],["nonsense"],["raw-peer#me","b",2]]""",
        """["me","a"]["me","b",2]""")]
    [InlineData("""["","snd_multiple",["NODE#","info","raw-peer#me","i"]]""", """["me","i","NODE"]""")]
    [InlineData("""["","wkp","service","raw-peer#me","w"]""", """["me","w","NODE#SERVICE"]""")]
    [InlineData("""["","wkp","nothing","raw-peer#me","w"]""", """["me","w",null]""")]
    [InlineData("""["","devnull",1,2]["","fly",3][]["" ]["",""]["","info","raw-peer#me"]""", """["me","NODE"]""")]
    [InlineData("""["","info","raw-peer#me","i"]""", """["me","i","NODE"]""")]
    [InlineData("""["","known_nodes","raw-peer#me","k"]""", """["me","k","NODE","raw-peer"]""")]
    [InlineData("""["","up_nodes","raw-peer#me","u"]""", """["me","u","raw-peer"]""")]
    [InlineData("""["","can","snd_multiple","raw-peer#me"]""", """["me",true]""")]
    [InlineData("""["","can","AnyEvent::MP::_spawn","raw-peer#me"]""", """["me",true]""")]
    [InlineData("""["","can","statistics","raw-peer#me"]""", """["me",true]""")]
    [InlineData("""["","can","nothing","raw-peer#me"]""", """["me",false]""")]
    [InlineData("""["","statistics","raw-peer#me",1,"x"]""", """["me","called","raw-peer",1,"x"]""")]
    [InlineData("""["","eval","1","raw-peer#me","e"]""",
        """["me","e","eval is refused: this node has no evaluator"]""")]
    [InlineData("""["","snd","NODE#","info","raw-peer#me"]""", """["me","NODE"]""")]
    [InlineData("""["","mon1","nobody"]""",
        """["","kil0","nobody","no_such_port","cannot monitor nonexistent port","NODE#nobody"]""")]
    [InlineData("""["","AnyEvent::MP::_spawn","born","unknown"]["","mon1","born"]""",
        """["","kil0","born","no_such_port","cannot monitor nonexistent port","NODE#born"]""")]
    [InlineData("""["","AnyEvent::MP::_spawn","born","echo"]["born","ping","raw-peer#me",1,"x"]""",
        """["me","pong",2,"x"]""")]
    public async Task Request_IsAnswered(string request, string answer)
    {
        await using Node node = await PublicNode.StartAsync();
        node.RegisterSpawn("echo", static _ => new EchoPort());
        node.RegisterFunction("statistics", call =>
        {
            if (call.Arguments.TryGet(0, out PortId reply))
            {
                node.Snd(reply, ["called", call.Source, .. Enumerable.Range(1, call.Arguments.Count - 1)
                    .Select(index => call.Arguments[index])]);
            }
        });
        PortId service = node.CreatePort(new EchoPort());
        node.Register("service", service);
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json");
        string expected = answer
            .Replace("NODE", node.Id, StringComparison.Ordinal)
            .Replace("SERVICE", service.PortName, StringComparison.Ordinal);

        await peer.SendAsync(request.Replace("NODE", node.Id, StringComparison.Ordinal));

        Assert.Equal(expected, await peer.ReadTextAsync(expected.Length));
    }

    [Fact]
    public async Task Time_IsAnsweredInSecondsSince1970()
    {
        var clock = new ManualTimeProvider();
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with { TimeProvider = clock });
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json");

        await peer.SendAsync("""["","time","raw-peer#me","now"]""");

        string text = "";
        while (!text.EndsWith(']'))
        {
            text += await peer.ReadTextAsync(1);
        }

        using JsonDocument answer = JsonDocument.Parse(text);
        Assert.Equal("now", answer.RootElement[1].GetString());
        Assert.Equal(
            (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds,
            answer.RootElement[2].GetDouble());
    }

    [Theory]
    [InlineData("""["","eval","6*7","raw-peer#me","e"]""", """["me","e","",42,"6*7"]""")]
    [InlineData("""["","eval","fail","raw-peer#me"]""", """["me","it failed"]""")]
    [InlineData("""["","eval","object","raw-peer#me"]""",
        """["me","the results can't travel: Element 1 of message '' can't be sent: """)]
    [InlineData("""["","eval","6*7"]["","info","raw-peer#me"]""", """["me",""")]
    [InlineData("""["","eval","6*7","NODE#","snd","raw-peer#me"]""", """["me","",42,"6*7"]""")]
    [InlineData("""["","eval",[],"raw-peer#me"]""", """["me","eval needs a text"]""")]
    public async Task Eval_IsDoneForPeersThatTheOwnerNamed(string request, string answer)
    {
        await using Node node = await PublicNode.StartAsync(
            PublicNode.Options with { Evaluator = EvaluateAsync, EvaluatorPeers = [RawPeer.Id] });
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json");

        await peer.SendAsync(request.Replace("NODE", node.Id, StringComparison.Ordinal));

        Assert.StartsWith(answer, await peer.ReadTextAsync(answer.Length), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("somebody-else", false)]
    [InlineData(RawPeer.Id, true)]
    public async Task Eval_IsRefusedToEverybodyElse(string peerId, bool refuses)
    {
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with
        {
            Evaluator = EvaluateAsync,
            EvaluatorPeers = [peerId],
            RefuseRemoteFunctions = refuses,
        });
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json");
        const string Refusal = """["me","eval is refused: your node is not among those that it is done for"]""";

        await peer.SendAsync("""["","eval","6*7","raw-peer#me"]""");

        Assert.Equal(Refusal, await peer.ReadTextAsync(Refusal.Length));
    }

    [Theory]
    [InlineData("raw", """["","kil","victim","enough",42]""")]
    [InlineData("raw;mproto=1", """["","kil1","victim","enough",42]""")]
    public async Task Kill_IsTheWordThatThePeerKnows(string provider, string request)
    {
        await using Node node = await PublicNode.StartAsync();
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json", provider);

        node.Kil(PortId.Parse($"{RawPeer.Id}#victim"), "enough", 42);

        Assert.Equal(request, await peer.ReadTextAsync(request.Length));
    }

    [Theory]
    [InlineData("kil")]
    [InlineData("kil1")]
    public async Task Kill_OfAPeer_IsUnderstoodInBothWords(string word)
    {
        await using Node node = await PublicNode.StartAsync();
        var fired = new FiringCount();
        PortId victim = node.CreatePort(new EchoPort());
        node.Mon(victim, fired.Fire);
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json");

        await peer.SendAsync($"""["","{word}","{victim.PortName}","enough",42]""");

        Assert.Equal(new Reason("enough", 42L), await fired.WaitAsync());
    }

    [Fact]
    public async Task Spawn_AtAPeer_IsOneFrame_AndTheNextUseItsPort()
    {
        await using Node node = await PublicNode.StartAsync();
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "json", "raw;mproto=1");

        PortId spawned = node.Spawn(RawPeer.Id, "AempPeer::init", "a", 7);
        node.Mon(spawned, static _ => { });
        node.Snd(spawned, "hello");

        string name = spawned.PortName;
        string expected = $"""["","AnyEvent::MP::_spawn","{name}","AempPeer::init","a",7]"""
            + $"""["","mon1","{name}"]["{name}","hello"]""";
        Assert.Equal(expected, await peer.ReadTextAsync(expected.Length));
        Assert.Equal(RawPeer.Id, spawned.NodeId);
    }

    private static ValueTask<IReadOnlyList<object?>> EvaluateAsync(string text) => text switch
    {
        "fail" => throw new InvalidOperationException("it failed"),
        "object" => new([new object()]),
        _ => new([42, text]),
    };
}
