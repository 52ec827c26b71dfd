namespace Mp.Testing.Tests.Networks;

/// <summary>
/// What a master does when a node takes less than is sent to it through the master: over a network in memory, in
/// virtual time. The first node is the master, the second the receiver.
/// </summary>
public sealed class PassingOnTests
{
    // Of the master's. Far less than is sent.
    private const int SoftBytes = 8 * 1024;
    private const int HardBytes = 16 * 1024;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly string Kilobyte = new('x', 1024);

    private readonly List<RecordingPort> _ports = [];

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public async Task SlowReceiver_HoldsUpWhoeverSendsThroughTheMaster_AndNothingIsLost(int senders)
    {
        const int Messages = 1024;
        await using TestCluster cluster = Start();
        PortId receiver = PortAt(cluster[1].Node);
        Node[] hidden = await HideAsync(cluster, senders);
        cluster.Network.Path("n1", "n2").BytesPerSecond = 100 * 1024;

        Task sending = Task.WhenAll(
            hidden.Select((node, sender) => SendAsync(node, receiver, sender, Messages / senders)));
        cluster.Advance(Minute);

        AssertNoLinkEnded(cluster);
        await sending;
        Assert.All(Enumerable.Range(0, senders), sender => Assert.Equal(
            Enumerable.Range(0, Messages / senders).Select(static number => (long)number),
            NumbersOf(sender)));
    }

    [Fact]
    public async Task WhatIsForANodeThatTheMasterConnectsTo_WaitsForTheConnection()
    {
        const int Messages = 1024;
        await using TestCluster cluster = Start(options => options with { MaxConnectingMessages = 10 });
        PortId receiver = PortAt(cluster[1].Node);
        Node[] hidden = await HideAsync(cluster, 1);

        Task sending = SendAsync(hidden[0], receiver, 0, Messages);
        cluster.Advance(Minute);

        AssertNoLinkEnded(cluster);
        await sending;
        Assert.Equal(Messages, Received);
    }

    [Fact]
    public async Task TwoMasters_ThatPassOnToEachOther_DoNotWaitForEachOther()
    {
        const int Messages = 512;
        await using TestCluster cluster = Start();
        Node one = (await HideAsync(cluster, 1))[0];
        Node other = (await HideAsync(cluster, 1, master: 1))[0];
        PortId atOne = PortAt(one);
        PortId atOther = PortAt(other);
        cluster.Network.Path("n1", "n2").BytesPerSecond = 100 * 1024;
        cluster.Network.Path("n2", "n1").BytesPerSecond = 100 * 1024;

        var sending = Task.WhenAll(SendAsync(one, atOther, 0, Messages), SendAsync(other, atOne, 1, Messages));
        cluster.Advance(Minute);

        AssertNoLinkEnded(cluster);
        await sending;
        Assert.Equal(2 * Messages, Received);
    }

    [Fact]
    public async Task ReceiverThatStandsStill_CostsItsOwnLink_AndNotThatOfTheSender()
    {
        await using TestCluster cluster = Start();
        PortId receiver = PortAt(cluster[1].Node);
        PortId masters = PortAt(cluster[0].Node);
        Node sender = (await HideAsync(cluster, 1))[0];
        List<string> told = [];
        sender.Mon(receiver, reason => told.Add("receiver " + reason.Word));
        sender.Mon(masters, reason => told.Add("master " + reason.Word));
        cluster.RunToQuiescence();

        cluster[1].Freeze();
        Task sending = SendAsync(sender, receiver, 0, 1024);
        Task last = SendAsync(sender, masters, 1, 1);
        cluster.Advance(TimeSpan.FromSeconds(20));

        await Task.WhenAll(sending, last);
        Assert.Equal(["receiver transport_error"], told);
        Assert.Single(NumbersOf(1));
    }

    [Fact]
    public async Task ReceiverThatTakesNothing_IsWaitedForUntilItsOwnLinkEnds_AndTheSenderKeepsIts()
    {
        TimeSpan timeout = new NodeOptions().WriteTimeout;
        await using TestCluster cluster = Start();
        PortId receiver = PortAt(cluster[1].Node);
        PortId masters = PortAt(cluster[0].Node);
        Node sender = (await HideAsync(cluster, 1))[0];
        List<string> told = [];
        sender.Mon(receiver, reason => told.Add("receiver " + reason.Word));
        sender.Mon(masters, reason => told.Add("master " + reason.Word));
        await SendAsync(sender, receiver, 0, 1);
        cluster.RunToQuiescence();

        cluster.Network.Path("n1", "n2").WindowBytes = 0;
        Task sending = SendAsync(sender, receiver, 0, 128);
        Task last = SendAsync(sender, masters, 1, 1);
        cluster.Advance(timeout - TimeSpan.FromSeconds(1));
        Assert.Empty(NumbersOf(1));
        cluster.Advance(TimeSpan.FromSeconds(2));
        cluster.Network.Path("n1", "n2").WindowBytes = 64 * 1024;
        cluster.Advance(TimeSpan.FromSeconds(10));

        await Task.WhenAll(sending, last);
        Assert.Single(NumbersOf(1));
        Assert.Equal(["receiver transport_error"], told);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task ReceiversThatTakeSlowlyButSteadily_AreWaitedFor_HoweverLongItTakes(int receivers)
    {
        const int Messages = 256;
        await using TestCluster cluster = Start();
        List<PortId> ports = [PortAt(cluster[1].Node)];
        while (ports.Count < receivers)
        {
            ports.Add(PortAt(cluster.AddNode().Node));
        }

        Node sender = (await HideAsync(cluster, 1))[0];
        foreach (PortId port in ports)
        {
            await SendAsync(sender, port, 0, 1);
        }

        cluster.RunToQuiescence();
        foreach (PortId port in ports)
        {
            cluster.Network.Path("n1", HostOf(port)).BytesPerSecond = 1500;
        }

        // Room for more comes every six seconds or so; what the sender writes is taken once in a minute.
        Task sending = SendInTurnAsync(sender, ports, 1, Messages);
        cluster.Advance(TimeSpan.FromMinutes(10));

        AssertNoLinkEnded(cluster);
        Assert.True(sending.IsCompletedSuccessfully);
        Assert.Equal(
            Enumerable.Range(0, Messages).Select(static number => (long)number),
            NumbersOf(1).Order());
    }

    [Fact]
    public async Task PortBehindTheMaster_ThatStandsStill_CostsItsNodesLink_AndNotThatOfTheSender()
    {
        await using TestCluster cluster = Start(static options => options with { MaxUndeliveredMessages = 16 });
        BarePort still = cluster[1].Node.CreatePort();
        still.Rcv("from", async () => await new TaskCompletionSource().Task.ConfigureAwait(true));
        PortId receiver = PortId.Parse(still.Self.ToString());
        PortId masters = PortAt(cluster[0].Node);
        Node sender = (await HideAsync(cluster, 1))[0];
        List<string> told = [];
        sender.Mon(receiver, reason => told.Add("receiver " + reason.Word));
        sender.Mon(masters, reason => told.Add("master " + reason.Word));
        cluster.RunToQuiescence();

        Task sending = SendAsync(sender, receiver, 0, 512);
        cluster.Advance(new NodeOptions().WriteTimeout);
        Assert.Empty(told);
        cluster.Advance(new NodeOptions().WriteTimeout);

        Assert.Equal(["receiver transport_error"], told);
        cluster.Advance(Minute);
        Assert.DoesNotContain("master transport_error", told);
        Assert.False(sending.IsFaulted);
    }

    [Fact]
    public async Task SenderThatIsLostWhileItIsHeldUp_MayComeBackAtOnce()
    {
        await using TestCluster cluster = Start();
        PortId receiver = PortAt(cluster[1].Node);
        PortId masters = PortAt(cluster[0].Node);
        Node sender = (await HideAsync(cluster, 1))[0];
        await SendAsync(sender, receiver, 0, 1);
        cluster.RunToQuiescence();
        cluster.Network.Path("n1", "n2").WindowBytes = 0;
        Task sending = SendAsync(sender, receiver, 0, 64);
        cluster.Advance(TimeSpan.FromSeconds(1));

        cluster.Network.Cut("n3", "n1");
        cluster.Advance(TimeSpan.FromMilliseconds(100));
        Task last = SendAsync(sender, masters, 1, 1);

        cluster.Advance(TimeSpan.FromSeconds(2));

        Assert.Single(NumbersOf(1));
        await Task.WhenAll(sending, last);
    }

    private static TestCluster Start(Func<NodeOptions, NodeOptions>? options = null)
    {
        var cluster = new TestCluster(0);
        for (int node = 0; node < 2; node++)
        {
            cluster.AddNode(given => (options ?? (static unchanged => unchanged))(given with
            {
                MaxConnectingBytes = SoftBytes,
                SoftQueuedBytes = SoftBytes,
                MaxQueuedBytes = HardBytes,
            }));
        }

        return cluster;
    }

    private static async Task<Node[]> HideAsync(TestCluster cluster, int count, int master = 0)
    {
        List<Node> hidden = [];
        for (int number = 0; number < count; number++)
        {
            Node node = cluster.AddPrivateNode(options => options with { NodeId = $"hidden{master}-{number}" }).Node;
            Task hiding = node.BecomeSlaveAsync(NodeRef.Parse(cluster[master].Node.Id)).AsTask();
            Assert.True(cluster.RunUntil(() => hiding.IsCompleted, Minute));
            await hiding;
            hidden.Add(node);
        }

        return [.. hidden];
    }

    private static async Task SendAsync(Node node, PortId to, int sender, int count)
    {
        for (int number = 0; number < count; number++)
        {
            await node.SndAsync(to, "from", sender, number, Kilobyte).ConfigureAwait(false);
        }
    }

    private static async Task SendInTurnAsync(Node node, List<PortId> ports, int sender, int count)
    {
        for (int number = 0; number < count; number++)
        {
            await node.SndAsync(ports[number % ports.Count], "from", sender, number, Kilobyte).ConfigureAwait(false);
        }
    }

    private static string HostOf(PortId port) => port.NodeId.Split(':')[0];

    private static void AssertNoLinkEnded(TestCluster cluster) =>
        Assert.DoesNotContain(cluster.History.Records, static record => record.Kind == HistoryKind.Down);

    private int Received => _ports.Sum(static port => port.Messages.Count);

    private PortId PortAt(Node node)
    {
        var port = new RecordingPort();
        _ports.Add(port);
        return PortId.Parse(node.CreatePort(port).ToString());
    }

    private IEnumerable<long> NumbersOf(int sender) => _ports
        .SelectMany(static port => port.Messages)
        .Where(message => Convert.ToInt64(message[1]) == sender)
        .Select(static message => Convert.ToInt64(message[2]));
}
