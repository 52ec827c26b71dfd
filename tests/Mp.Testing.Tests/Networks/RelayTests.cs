using Mp.TestKit;

namespace Mp.Testing.Tests.Networks;

/// <summary>What nodes send because others ask them to: A, the first node, has B, the second, send to C, the third.</summary>
public sealed class RelayTests : IDisposable
{
    private readonly RecordingPort _port = new();
    private readonly List<UnmatchedMessage> _unmatched = [];
    private readonly RecordingLoggerFactory _log = new();

    [Theory]
    [InlineData("relay")]
    [InlineData("snd")]
    [InlineData("snd_multiple")]
    [InlineData("time")]
    public async Task Request_IsSentOnToAThirdNode(string request)
    {
        await using TestCluster cluster = Start(refuses: false);
        PortId third = PortOf(cluster[2]);

        Ask(cluster, request, third, "hello");
        cluster.RunToQuiescence();

        Assert.Equal("hello", Assert.Single(_port.Messages)[0]);
        Assert.Empty(_unmatched);
    }

    [Theory]
    [InlineData("relay")]
    [InlineData("snd")]
    [InlineData("snd_multiple")]
    [InlineData("time")]
    public async Task NodeThatRefusesRelays_SendsNothingToAThirdNode_AndLeavesATrace(string request)
    {
        await using TestCluster cluster = Start(refuses: true);
        PortId third = PortOf(cluster[2]);

        Ask(cluster, request, third, "hello");
        cluster.RunToQuiescence();

        Assert.Empty(_port.Messages);
        Assert.Equal(new UnmatchedMessage("hello", third.ToString(), UnmatchedReason.Refused), Assert.Single(_unmatched));
        Assert.Contains(cluster[0].Node.Id, Assert.Single(_log[108]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("relay")]
    [InlineData("snd_multiple")]
    [InlineData("time")]
    public async Task NodeThatRefusesRelays_SendsToItsOwnPorts_AndBackToWhoeverAsks(string request)
    {
        await using TestCluster cluster = Start(refuses: true);
        PortId atItself = PortOf(cluster[1]);
        var atTheAsker = new RecordingPort();
        PortId back = PortId.Parse(cluster[0].Node.CreatePort(atTheAsker).ToString());

        Ask(cluster, request, atItself, "hello");
        Ask(cluster, request, back, "welcome back");
        cluster.RunToQuiescence();

        Assert.Equal("hello", Assert.Single(_port.Messages)[0]);
        Assert.Equal("welcome back", Assert.Single(atTheAsker.Messages)[0]);
        Assert.Empty(_unmatched);
    }

    [Theory]
    [InlineData("relay", "hello", true, UnmatchedReason.Refused)]
    [InlineData("snd_multiple", "hello", true, UnmatchedReason.Refused)]
    [InlineData("time", "hello", true, UnmatchedReason.Refused)]
    [InlineData("relay", "mon1", false, UnmatchedReason.NoSuchPort)]
    public async Task OfWhatIsNotSentOn_NothingIsKept_WhateverNodesAPeerMakesUp(
        string request,
        string tag,
        bool refuses,
        UnmatchedReason reason)
    {
        const int Nodes = 100;
        await using TestCluster cluster = Start(refuses);
        string port = refuses ? "port" : "";
        Ask(cluster, "relay", PortOf(cluster[1]), "before");
        cluster.RunToQuiescence();
        IEnumerable<object?> known = KnownBy(cluster[1].Node, cluster);

        for (int number = 0; number < Nodes; number++)
        {
            Ask(cluster, request, PortId.Parse($"x{number}:4040#{port}"), tag);
        }

        cluster.RunToQuiescence();

        Assert.Equal(Enumerable.Repeat(reason, Nodes), _unmatched.Select(static message => message.Reason));
        Assert.Equal(known, KnownBy(cluster[1].Node, cluster));
    }

    [Fact]
    public async Task NodeThatRefusesRelays_MakesNoRequestsOfOthersItsOwn()
    {
        await using TestCluster cluster = Start(refuses: true);
        bool isCalled = false;
        cluster[0].Node.RegisterFunction("call", _ => isCalled = true);

        Ask(cluster, "relay", cluster[0].Node.Port, "call");
        cluster.RunToQuiescence();

        Assert.False(isCalled);
        Assert.Equal(UnmatchedReason.Refused, Assert.Single(_unmatched).Reason);
    }

    [Fact]
    public async Task NodeThatRefusesRelays_RelaysForItsOwnProcess()
    {
        await using TestCluster cluster = Start(refuses: true);
        PortId third = PortOf(cluster[2]);

        cluster[1].Node.Snd(cluster[1].Node.Port, "relay", third, "hello");
        cluster.RunToQuiescence();

        Assert.Equal("hello", Assert.Single(_port.Messages)[0]);
    }

    [Fact]
    public async Task NodeThatRefusesRelays_IsNoMaster_AndSharesFamiliesAllTheSame()
    {
        await using TestCluster cluster = Start(refuses: true);
        Node hidden = cluster.AddPrivateNode(options => options with { NodeId = "home" }).Node;
        Task hiding = hidden.BecomeSlaveAsync(NodeRef.Parse(cluster[1].Node.Id)).AsTask();
        Assert.True(cluster.RunUntil(() => hiding.IsCompleted, TimeSpan.FromMinutes(1)));
        await hiding;
        PortId third = PortOf(cluster[2]);
        List<string?> told = [];
        int colors = 0;

        hidden.Mon(third, reason => told.Add(reason.Word));
        hidden.Snd(third, "hello");
        cluster[1].Node.Families.Set("color", "sky", "blue");
        hidden.Families.Monitor("color", change => colors = change.Contents.Count);
        cluster.RunToQuiescence();

        Assert.Empty(_port.Messages);
        Assert.Equal(["no_such_port"], told);
        Assert.Contains(_unmatched, static message => message.Tag == "hello");
        Assert.Equal(1, colors);
    }

    [Theory]
    [InlineData("relay")]
    [InlineData("snd_multiple")]
    [InlineData("time")]
    public async Task HiddenNodeThatRefusesRelays_AnswersItsMaster_AndSendsNothingToAnybodyElse(string request)
    {
        await using TestCluster cluster = Start(refuses: false);
        Node hidden = cluster.AddPrivateNode(options => options with { NodeId = "home", RefuseRelays = true }).Node;
        hidden.Unmatched += _unmatched.Add;
        Task hiding = hidden.BecomeSlaveAsync(NodeRef.Parse(cluster[1].Node.Id)).AsTask();
        Assert.True(cluster.RunUntil(() => hiding.IsCompleted, TimeSpan.FromMinutes(1)));
        await hiding;
        var atItsMaster = new RecordingPort();
        PortId master = PortId.Parse(cluster[1].Node.CreatePort(atItsMaster).ToString());
        PortId third = PortOf(cluster[2]);

        Ask(cluster[0], PortId.Parse($"{hidden.Id}#"), request, third, "hello");
        Ask(cluster[1], PortId.Parse($"{hidden.Id}#"), request, third, "hello");
        Ask(cluster[1], PortId.Parse($"{hidden.Id}#"), request, master, "welcome");
        cluster.RunToQuiescence();

        Assert.Empty(_port.Messages);
        Assert.Equal("welcome", Assert.Single(atItsMaster.Messages)[0]);
        Assert.Equal(
            Enumerable.Repeat(new UnmatchedMessage("hello", third.ToString(), UnmatchedReason.Refused), 2),
            _unmatched);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    public async Task StormOfRelaysToAndFro_EndsWithAsManyMessagesAsBegan(int hops)
    {
        const int Storms = 100;
        await using TestCluster cluster = Start(refuses: false);
        PortId end = PortOf(cluster[0]);
        object?[] way =
        [
            .. Enumerable.Range(0, hops).SelectMany(hop => new object?[] { "relay", cluster[hop % 2].Node.Port }),
        ];

        for (int storm = 0; storm < Storms; storm++)
        {
            cluster[0].Node.Snd(cluster[1].Node.Port, [.. way, "relay", end, "over", storm]);
        }

        cluster.RunToQuiescence();

        Assert.Equal(
            Enumerable.Range(0, Storms).Select(static storm => (long)storm),
            _port.Messages.Select(static message => Convert.ToInt64(message[1])));
        Assert.Empty(_unmatched);
    }

    public void Dispose() => _log.Dispose();

    private TestCluster Start(bool refuses)
    {
        var cluster = new TestCluster(0);
        cluster.AddNode();
        TestNode second = cluster.AddNode(options => options with { RefuseRelays = refuses, LoggerFactory = _log });
        second.Node.Unmatched += _unmatched.Add;
        cluster.AddNode();
        return cluster;
    }

    private PortId PortOf(TestNode node) => PortId.Parse(node.Node.CreatePort(_port).ToString());

    // Which nodes it has links to, or wants some to.
    private static IEnumerable<object?> KnownBy(Node node, TestCluster cluster)
    {
        var port = new RecordingPort();
        node.Snd(node.Port, "known_nodes", node.CreatePort(port), "known");
        cluster.RunToQuiescence();
        return Assert.Single(port.Messages).Order();
    }

    private static void Ask(TestCluster cluster, string request, PortId port, string tag)
    {
        PortId second = PortId.Parse(cluster[1].Node.Port.ToString());
        Ask(cluster[0], second, request, port, tag);
    }

    private static void Ask(TestNode asker, PortId node, string request, PortId port, string tag)
    {
        if (request == "snd_multiple")
        {
            asker.Node.Snd(node, request, (object?)(object?[])[port, tag]);
        }
        else
        {
            asker.Node.Snd(node, request, port, tag);
        }
    }
}
