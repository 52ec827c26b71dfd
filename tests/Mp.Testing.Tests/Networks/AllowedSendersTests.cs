using Mp.TestKit;

namespace Mp.Testing.Tests.Networks;

/// <summary>Ports that not all nodes may send to. The first node has them; the second is a stranger to some.</summary>
public sealed class AllowedSendersTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly List<string> _received = [];
    private readonly List<UnmatchedMessage> _unmatched = [];
    private readonly RecordingLoggerFactory _log = new();

    public static TheoryData<string> Ways => ["straight", "wkp", "relay", "snd_multiple", "time", "SndAsync", "TrySnd"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task PortOfTheSameNode_TakesNothingOfAnother_ByWhateverWay(string way)
    {
        await using TestCluster cluster = Start();
        PortId port = CreatePort(cluster, Senders.SameNode);

        await SendAsync(cluster[1].Node, port, way);
        cluster.RunToQuiescence();

        Assert.Empty(_received);
        UnmatchedMessage refused = Assert.Single(_unmatched);
        Assert.Equal(("hello", UnmatchedReason.Refused), (refused.Tag, refused.Reason));
        Assert.Contains(cluster[1].Node.Id, Assert.Single(_log[109]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task PortOfTheSameNode_TakesWhatThatNodeSends(string way)
    {
        await using TestCluster cluster = Start();
        PortId port = CreatePort(cluster, Senders.SameNode);

        await SendAsync(cluster[0].Node, port, way);
        cluster.RunToQuiescence();

        Assert.Equal(["hello"], _received);
        Assert.Empty(_unmatched);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task PortThatAllMaySendTo_TakesWhatAnotherNodeSends(string way)
    {
        await using TestCluster cluster = Start();
        PortId port = CreatePort(cluster, Senders.Any);

        await SendAsync(cluster[1].Node, port, way);
        cluster.RunToQuiescence();

        Assert.Equal(["hello"], _received);
    }

    [Fact]
    public async Task PortOfSomeNodes_TakesWhatTheySend_InOrder_AndRefusesTheRest()
    {
        await using TestCluster cluster = Start();
        PortId port = CreatePort(cluster, Senders.Of(cluster[1].Node.Id));

        for (int number = 0; number < 100; number++)
        {
            cluster[1].Node.Snd(port, "number", number);
            cluster[2].Node.Snd(port, "number", -number);
        }

        cluster.RunToQuiescence();

        Assert.Equal(Enumerable.Range(0, 100).Select(static number => $"number {number}"), _received);
        Assert.Equal(100, _unmatched.Count(static message => message.Reason == UnmatchedReason.Refused));
    }

    [Fact]
    public async Task KillOfANodeThatMayNotSend_IsRefused_AndCounted()
    {
        await using TestCluster cluster = Start();
        PortId port = CreatePort(cluster, Senders.SameNode);

        cluster[1].Node.Kil(port, "begone");
        cluster.RunToQuiescence();
        cluster[0].Node.Snd(port, "hello");
        cluster.RunToQuiescence();

        Assert.Equal(["hello"], _received);
        Assert.Equal(new UnmatchedMessage("kil1", port.ToString(), UnmatchedReason.Refused), Assert.Single(_unmatched));
    }

    [Fact]
    public async Task MonitorOfANodeThatMayNotSend_FiresAtOnce()
    {
        await using TestCluster cluster = Start();
        PortId port = CreatePort(cluster, Senders.SameNode);
        List<Reason> fired = [];

        cluster[1].Node.Mon(port, fired.Add);
        cluster.RunToQuiescence();

        Assert.Equal("refused", Assert.Single(fired).Word);
    }

    [Fact]
    public async Task CallOfANodeThatMayNotSend_FailsAtOnce()
    {
        await using TestCluster cluster = Start();
        PortId port = CreatePort(cluster, Senders.SameNode);

        Task<Message> call = cluster[1].Node.Cal(port, "hello");
        cluster.RunToQuiescence();

        Assert.True(call.IsFaulted);
        CallException failure = await Assert.ThrowsAsync<CallException>(() => call);
        Assert.Equal("refused", failure.Reason.Word);
    }

    [Fact]
    public async Task Refusal_EndsNoLink()
    {
        await using TestCluster cluster = Start();
        PortId port = CreatePort(cluster, Senders.SameNode);
        BarePort other = cluster[0].Node.CreatePort();
        other.Rcv("hello", () => _received.Add("the other"));
        List<Reason> fired = [];
        cluster[1].Node.Mon(PortId.Parse(other.ToString()), fired.Add);

        cluster[1].Node.Snd(port, "hello");
        cluster[1].Node.Snd(PortId.Parse(other.ToString()), "hello");
        cluster.RunToQuiescence();

        Assert.Empty(fired);
        Assert.Equal(["the other"], _received);
    }

    [Fact]
    public async Task HiddenNode_SendsAsItsMaster()
    {
        await using TestCluster cluster = Start();
        PortId port = CreatePort(cluster, Senders.Of(cluster[1].Node.Id));
        Node hidden = await HideAsync(cluster, master: 1);

        hidden.Snd(port, "hello");

        Assert.True(cluster.RunUntil(() => _received.Count == 1, Minute));
    }

    [Theory]
    [InlineData("home@n1:4040", true)]
    [InlineData("n1:4040", false)]
    public async Task HiddenNode_SendsAsItself_ToItsMaster(string sender, bool isReceived)
    {
        await using TestCluster cluster = Start();
        PortId port = CreatePort(cluster, Senders.Of(sender));
        Node hidden = await HideAsync(cluster, master: 0);

        hidden.Snd(port, "hello");
        cluster.RunToQuiescence();

        Assert.Equal(isReceived ? ["hello"] : [], _received);
        Assert.Equal(isReceived ? 0 : 1, _unmatched.Count);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task PortOfAHiddenNode_TakesTheMasterForTheSenderOfEverything(int allowed, bool isReceived)
    {
        await using TestCluster cluster = Start();
        Node hidden = await HideAsync(cluster, master: 1);
        hidden.Unmatched += _unmatched.Add;
        BarePort port = hidden.CreatePort(Senders.Of(cluster[allowed].Node.Id));
        port.Rcv("hello", () => _received.Add("hello"));

        cluster[2].Node.Snd(PortId.Parse(port.ToString()), "hello");
        cluster.RunToQuiescence();

        Assert.Equal(isReceived ? ["hello"] : [], _received);
        Assert.Equal(isReceived ? 0 : 1, _unmatched.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PortThatNotAllMaySendTo_IsNotSpawned(bool isRemote)
    {
        await using TestCluster cluster = Start();
        int made = 0;
        cluster[0].Node.RegisterSpawn("vault", _ =>
        {
            made++;
            return new Vault();
        });
        List<string?> fired = [];
        Node client = cluster[isRemote ? 1 : 0].Node;

        PortId port = client.Spawn(cluster[0].Node.Id, "vault");
        client.Mon(port, reason => fired.Add(reason.Word));
        cluster.RunToQuiescence();

        // Made it was: only the object shows who may send to it.
        Assert.Equal(["no_such_port"], fired);
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task Class_SaysWhoMaySendToItsPorts()
    {
        await using TestCluster cluster = Start();
        PortId port = PortId.Parse(cluster[0].Node.CreatePort(new Vault()).ToString());

        cluster[1].Node.Snd(port, "hello");
        cluster.RunToQuiescence();

        Assert.Equal(UnmatchedReason.Refused, Assert.Single(_unmatched).Reason);
    }

    [Fact]
    public async Task WellKnownName_ThatMovesToAPortNotAllMaySendTo_IsRefusedToOthersFromThenOn_AndNotBefore()
    {
        await using TestCluster cluster = Start();
        PortId service = PortId.Parse($"{cluster[0].Node.Id}#service");

        CreatePort(cluster, Senders.Any);
        SendNumbers(1);
        CreatePort(cluster, Senders.Of(cluster[2].Node.Id));
        SendNumbers(2);
        CreatePort(cluster, Senders.Any);
        SendNumbers(3);

        Assert.Equal(["number 1", "number -1", "number -2", "number 3", "number -3"], _received);
        Assert.Equal(UnmatchedReason.Refused, Assert.Single(_unmatched).Reason);

        void SendNumbers(int number)
        {
            cluster[1].Node.Snd(service, "number", number);
            cluster.RunToQuiescence();
            cluster[2].Node.Snd(service, "number", -number);
            cluster.RunToQuiescence();
        }
    }

    [Fact]
    public void IdThatIsNone_IsAnError() =>
        Assert.Throws<ArgumentException>(static () => Senders.Of("n1:4040", "no#node"));

    public void Dispose() => _log.Dispose();

    private TestCluster Start()
    {
        var cluster = new TestCluster(0);
        TestNode first = cluster.AddNode(options => options with { LoggerFactory = _log });
        first.Node.Unmatched += _unmatched.Add;
        cluster.AddNode();
        cluster.AddNode();
        return cluster;
    }

    private static async Task<Node> HideAsync(TestCluster cluster, int master)
    {
        Node hidden = cluster.AddPrivateNode(static options => options with { NodeId = "home" }).Node;
        Task hiding = hidden.BecomeSlaveAsync(NodeRef.Parse(cluster[master].Node.Id)).AsTask();
        Assert.True(cluster.RunUntil(() => hiding.IsCompleted, Minute));
        await hiding;
        return hidden;
    }

    private PortId CreatePort(TestCluster cluster, Senders senders)
    {
        BarePort port = cluster[0].Node.CreatePort(senders);
        port.Rcv("hello", () => _received.Add("hello"));
        port.Rcv("number", (int number) => _received.Add($"number {number}"));
        cluster[0].Node.Register("service", port);
        return PortId.Parse(port.ToString());
    }

    private static async Task SendAsync(Node sender, PortId port, string way)
    {
        PortId owner = PortId.Parse($"{port.NodeId}#");
        switch (way)
        {
            case "wkp":
                sender.Snd(PortId.Parse($"{port.NodeId}#service"), "hello");
                break;
            case "relay" or "time":
                sender.Snd(owner, way, port, "hello");
                break;
            case "snd_multiple":
                sender.Snd(owner, way, (object?)(object?[])[port, "hello"]);
                break;
            case "SndAsync":
                await sender.SndAsync(port, "hello");
                break;
            case "TrySnd":
                Assert.True(sender.TrySnd(port, "hello"));
                break;
            default:
                sender.Snd(port, "hello");
                break;
        }
    }

    private sealed class Vault : Port
    {
        protected override Senders AllowedSenders => Senders.SameNode;
    }
}
