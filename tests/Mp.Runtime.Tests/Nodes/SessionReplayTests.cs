using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mp.TestKit;
using Mp.TestKit.Handshakes;
using Mp.Transports;
using Mp.Transports.Memory;
using Mp.Wire;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>
/// A session that two nodes of AnyEvent::MP 2.02 had, once with a node of Mp as the one that was dialled, and once as the one
/// that dialled. What they said is said to it; what they answered, it answers.
/// </summary>
public sealed class SessionReplayTests
{
    private const string ClientPort = "QV7R5tAPnb";
    private const string SeedPort = "P66tZ9wPmb";

    private static readonly Secret Secret = Secret.FromText("throwaway-secret");

    private static readonly string[] Session = File.ReadAllLines(
        Path.Combine(AppContext.BaseDirectory, "Wire", "Golden", "cbor-session.txt"));

    private readonly MemoryNetwork _network = new();

    [Theory]
    [InlineData("json")]
    [InlineData("cbor")]
    public async Task AsTheSeed_TheNodeAnswersWhatTheSeedAnswered(string framing)
    {
        await using Node seed = await Node.StartAsync(new NodeOptions
        {
            NodeId = "seed",
            Binds = ["127.0.0.1:14802"],
            Secret = Secret,
            Framings = [framing],
            Transport = _network.CreateTransport(),
        });
        seed.RegisterSpawn("AempPeer::init", request => Make(seed, request));
        seed.RegisterFunction("AempPeer::call", call =>
        {
            Assert.True(call.Arguments.TryGet(0, out PortId reply));
            seed.Snd(reply, "called", call.Source, call.Arguments[1]);
        });
        seed.Snd(seed.Port, "AnyEvent::MP::_spawn", SeedPort, "AempPeer::init");
        PortId own = PortId.Parse("seed#" + SeedPort);
        seed.Groups.Register("echo", own);
        ITransportConnection connection = await _network.CreateTransport().ConnectAsync(new("127.0.0.1", 14802), default);
        await using RawPeer client = await RawPeer.MeetAsync(connection, HandshakeRole.Connector, "client", framing, Secret);

        foreach (string[] lines in Turns())
        {
            foreach (string line in lines.Where(static line => line[0] == '>'))
            {
                await client.SendAsync(FrameOf(line, framing));
            }

            // What the seed's owner did by himself.
            string[] answers = [.. lines.Where(static line => line[0] == '<').Select(static line => line.Split(' ', 3)[2])];
            if (answers.Any(static answer => answer.Contains("\"echo\", \"seed#", StringComparison.Ordinal)))
            {
                seed.Snd("client#" + ClientPort, "echo", own, Nested());
            }

            List<string> heard = [];
            foreach (string answer in answers)
            {
                if (answer.Contains("grass", StringComparison.Ordinal))
                {
                    seed.Families.Set("color", "grass", (object?[])["green", 1]);
                }

                heard.Add(Plain(await client.NextAsync()));
            }

            Assert.Equal(answers.Select(Plain).Order(StringComparer.Ordinal), heard.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("json")]
    [InlineData("cbor")]
    public async Task AsTheClient_TheNodeSaysWhatTheClientSaid(string framing)
    {
        ITransportListener listener = await _network.CreateTransport().ListenAsync(new("127.0.0.1", 14802), default);
        await using Node client = await Node.StartAsync(new NodeOptions
        {
            NodeId = "client",
            Binds = ["127.0.0.1:14804"],
            Seeds = ["127.0.0.1:14802"],
            Secret = Secret,
            Framings = [framing],
            Transport = _network.CreateTransport(),
        });
        client.RegisterSpawn("AempPeer::init", request => Make(client, request));
        client.Snd(client.Port, "AnyEvent::MP::_spawn", ClientPort, "AempPeer::init");
        PortId own = PortId.Parse("client#" + ClientPort);
        client.Groups.Register("echo", own);
        var members = new TaskCompletionSource<IReadOnlyList<PortId>>();
        using IDisposable watch = client.Groups.Watch("echo", change => members.TrySetResult(change.Members));
        ITransportConnection connection = await listener.AcceptAsync(default).AsTask().Bounded();
        await using RawPeer seed = await RawPeer.MeetAsync(connection, HandshakeRole.Acceptor, "seed", framing, Secret);

        Assert.Equal("""["","g_slave"]""", Plain(await seed.NextAsync()));
        Assert.Equal(Recorded("> [\"\", \"g_slave\", {"), Plain(await seed.NextAsync()));
        Assert.Equal(Recorded("> [\"\", \"g_mon1\", \"echo\"]"), Plain(await seed.NextAsync()));
        await Say("< [\"\", \"g_global\"]");
        await Say("< [\"\", \"g_chg1\", \"echo\"");
        PortId peer = (await members.Task.Bounded()).Single(member => member != own);
        Assert.Equal("seed#" + SeedPort, peer.ToString());

        client.Snd(peer, "ping", own, "hdr", 1);
        await Hear("\"ping\"");
        client.Snd(peer, "echoed", Nested());
        await Hear("\"echoed\"");
        var died = new TaskCompletionSource<Reason>();
        using IDisposable monitor = client.Mon(peer, died.SetResult);
        await Hear("\"mon1\", \"P66");
        client.Snd("seed", "AempPeer::call", own, "hi");
        await Hear("AempPeer::call");
        client.Snd("seed", "time", own, "timeres");
        await Hear("\"time\"");
        client.Snd("seed", "can", "mon1", own, "canres", "mon1");
        await Hear("\"can\", \"mon1\"");
        client.Families.Set("color", "sky", "blue");
        await Hear("\"g_upd\", \"color\", {");
        Task<IReadOnlyDictionary<string, FamilyValue>> asked = client.Families.GetAsync("color").AsTask();
        string[] question = JsonSerializer.Deserialize<string[]>(await seed.NextAsync())!;
        Assert.Equal(["", "g_db_family", "color"], question[..3]);
        await seed.SendAsync(FrameOf("< 00 [\"\", \"g_reply\", \"" + question[3] + "\", {\"sky\": \"blue\"}]", "json", framing));
        Assert.Equal("blue", (await asked.Bounded())["sky"].Get<string>());
        var grass = new TaskCompletionSource<FamilyChange>();
        using IDisposable color = client.Families.Monitor("color", change =>
            _ = change.Contents.ContainsKey("grass") && grass.TrySetResult(change));
        await Hear("\"g_mon1\", \"color\"");
        await Say("< [\"\", \"g_chg1\", \"color\"");
        await Say("< [\"\", \"g_chg2\", \"color\", {\"grass\"");
        FamilyChange change = await grass.Task.Bounded();
        Assert.Equal(["grass"], change.Added);
        Assert.Equal(["green", 1L], Assert.IsType<object?[]>(change.Contents["grass"].Value));
        client.Families.Delete("color", "sky");
        await Hear("\"g_upd\", \"color\", null");
        client.Kil(peer, "enough", 42);
        await Hear("\"kil1\"");
        await Say("< [\"\", \"kil0\"");
        Assert.Equal("enough, 42", (await died.Task.Bounded()).ToString());

        async Task Hear(string part) => Assert.Equal(
            Plain(Session.Single(line => line[0] == '>' && line.Contains(part, StringComparison.Ordinal)).Split(' ', 3)[2]),
            Plain(await seed.NextAsync()));

        async Task Say(string beginning) => await seed.SendAsync(FrameOf(Line(beginning), framing));
    }

    /// <summary>The client lists json before cbor, the seed the other way round: each sends what the other prefers.</summary>
    [Fact]
    public async Task EachDirection_HasTheFramingThatTheOtherPrefers()
    {
        await using Node seed = await Node.StartAsync(new NodeOptions
        {
            NodeId = "seed",
            Binds = ["127.0.0.1:14802"],
            Secret = Secret,
            Framings = ["cbor", "json"],
            Transport = _network.CreateTransport(),
        });
        seed.RegisterSpawn("AempPeer::init", request => Make(seed, request));
        seed.Snd(seed.Port, "AnyEvent::MP::_spawn", "32sM5oSw2b", "AempPeer::init");
        ITransportConnection connection = await _network.CreateTransport().ConnectAsync(new("127.0.0.1", 14802), default);
        await using RawPeer client = await RawPeer.MeetAsync(
            connection, HandshakeRole.Connector, "client", "json,cbor", Secret);
        GoldenHandshake golden = GoldenHandshake.Find("2.02 mixed framing");
        Assert.Equal(Framing.Cbor, golden.Connector.DataFraming);
        Assert.Equal(Framing.Json, client.ReceiveFraming);

        await client.SendAsync(golden.Connector.Data);

        string answers = string.Concat([await client.NextAsync(), await client.NextAsync(), await client.NextAsync()]);
        Assert.Equal(Encoding.UTF8.GetString(golden.Acceptor.Data), answers);
    }

    // The session in turns: some lines of the client, and what the seed answers to them.
    private static IEnumerable<string[]> Turns()
    {
        List<string> turn = [];
        foreach (string line in Session)
        {
            if (line[0] == '>' && turn.Count > 0 && turn[^1][0] == '<')
            {
                yield return [.. turn];
                turn.Clear();
            }

            turn.Add(line);
        }

        yield return [.. turn];
    }

    private static string Line(string beginning) => Session.First(line =>
        $"{line[0]} {line.Split(' ', 3)[2]}".StartsWith(beginning, StringComparison.Ordinal));

    private static string Recorded(string beginning) => Plain(Line(beginning).Split(' ', 3)[2]);

    private static byte[] FrameOf(string line, string framing) => FrameOf(line, framing, framing);

    private static byte[] FrameOf(string line, string recorded, string framing)
    {
        string[] parts = line.Split(' ', 3);
        return recorded is "cbor" ? Convert.FromHexString(parts[1])
            : framing is "cbor" ? Cbor(parts[2])
            : Encoding.UTF8.GetBytes(parts[2]);
    }

    private static byte[] Cbor(string json)
    {
        object?[] message = [.. JsonNode.Parse(json)!.AsArray().Select(ValueOf)];
        return Wire.ReadFrame.Write(Framing.Cbor, CompilerServices.Encoded.Body((string)message[0]!, message[1..]));
    }

    private static object? ValueOf(JsonNode? node) => node switch
    {
        JsonObject map => map.ToDictionary(static entry => entry.Key, static entry => ValueOf(entry.Value)),
        JsonArray items => items.Select(ValueOf).ToArray(),
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonValue value => value.GetValue<double>(),
        _ => null,
    };

    // Keys in order, any time for another, and truth as it is: what the recorded nodes say of the same otherwise.
    private static string Plain(string json)
    {
        JsonArray message = JsonNode.Parse(json)!.AsArray();
        bool isTime = message.Count == 3 && message[1]?.ToString() is "timeres";
        bool isCan = message.Count == 4 && message[1]?.ToString() is "canres";
        return isTime ? "time" : isCan ? $"can {message[2]} {message[3]?.ToString() is "1" or "true"}" : Sorted(message);
    }

    private static string Sorted(JsonNode? node) => node switch
    {
        JsonObject map => "{" + string.Join(
            ',',
            map.OrderBy(static entry => entry.Key, StringComparer.Ordinal)
                .Select(static entry => $"{JsonSerializer.Serialize(entry.Key)}:{Sorted(entry.Value)}")) + "}",
        JsonArray items => $"[{string.Join(',', items.Select(Sorted))}]",
        null => "null",
        _ => node.ToJsonString(),
    };

    private static Dictionary<string, object?> Nested() =>
        new(StringComparer.Ordinal) { ["k"] = (object?[])[1, -2, 1.5, null, true, "é"] };

    // What the recorded nodes had: a port that answers pings, and says to whoever asked for it that it is there.
    private static PingedPort Make(Node node, SpawnRequest request)
    {
        if (request.Arguments.TryGet(0, out PortId asking))
        {
            node.Snd(asking, "spawned", request.Port, request.Arguments[1]);
        }

        return new PingedPort();
    }

    private sealed class PingedPort : Port
    {
        public PingedPort() => Rcv("ping", (Message message) =>
        {
            Assert.True(message.TryGet(1, out PortId reply));
            object?[] answer = [.. Enumerable.Range(2, message.Count - 2).Select(index => message[index])];
            Node.Snd(reply, [.. answer, "pong", Self]);
        });
    }
}
