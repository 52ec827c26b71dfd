namespace Mp.Testing.Tests.Networks;

/// <summary>What becomes of the link to a port that is slower than whoever sends to it: in virtual time.</summary>
public sealed class SlowPortTests
{
    private const int Window = 16;
    private const int Messages = 64;

    private static readonly string Long = new('x', 1024);

    private readonly List<int> _handled = [];
    private TimeSpan _pause;

    // Half of the window lasts for as long as 24 s, where a peer that takes nothing is given up after 10.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    public async Task PortThatIsSlowButSteady_HoldsItsPeerUp_AndNothingIsLost(int seconds)
    {
        await using TestCluster cluster = Start(TimeSpan.FromSeconds(seconds), out PortId port);

        Task sending = SendAsync(cluster[0].Node, port);
        cluster.Advance(Messages * TimeSpan.FromSeconds(seconds + 1));

        Assert.True(sending.IsCompletedSuccessfully);
        Assert.DoesNotContain(cluster.History.Records, static record => record.Kind == HistoryKind.Down);
        Assert.Equal(Enumerable.Range(0, Messages), _handled);
    }

    [Fact]
    public async Task PortThatIsSlowForSeveralNodes_HoldsEachOfThemUp_AndNothingIsLost()
    {
        await using TestCluster cluster = Start(TimeSpan.FromSeconds(2), out PortId port);
        for (int sender = 2; sender < 4; sender++)
        {
            cluster.AddNode();
            cluster.Network.Path($"n{sender + 1}", "n2").WindowBytes = 4 * 1024;
        }

        // Of each, nothing has its turn for half a minute and more, while the others' messages have.
        Task sending = Task.WhenAll(new[] { 0, 2, 3 }.Select(sender => SendAsync(cluster[sender].Node, port)));
        cluster.Advance(3 * Messages * TimeSpan.FromSeconds(3));

        Assert.True(sending.IsCompletedSuccessfully);
        Assert.DoesNotContain(cluster.History.Records, static record => record.Kind == HistoryKind.Down);
        Assert.Equal(3 * Messages, _handled.Count);
    }

    [Fact]
    public async Task PortsThatAreSlowBothWays_HoldEachOtherUp_AndNothingIsLost()
    {
        await using TestCluster cluster = Start(TimeSpan.FromSeconds(3), out PortId port);
        PortId back = PortAt(cluster[0]);

        Task sending = Task.WhenAll(SendAsync(cluster[0].Node, port), SendAsync(cluster[1].Node, back));
        cluster.Advance(2 * Messages * TimeSpan.FromSeconds(4));

        Assert.True(sending.IsCompletedSuccessfully);
        Assert.DoesNotContain(cluster.History.Records, static record => record.Kind == HistoryKind.Down);
        Assert.Equal(2 * Messages, _handled.Count);
    }

    [Fact]
    public async Task PortThatStandsStill_CostsItsLink_AfterTheWriteTimeoutAndAHalf()
    {
        TimeSpan longest = new NodeOptions().WriteTimeout * 1.5;
        await using TestCluster cluster = Start(TimeSpan.FromHours(1), out PortId port);
        List<string?> told = [];
        cluster[0].Node.Mon(port, reason => told.Add(reason.Word));

        Task sending = SendAsync(cluster[0].Node, port);
        cluster.Advance(new NodeOptions().WriteTimeout);
        Assert.Empty(told);
        cluster.Advance(longest - new NodeOptions().WriteTimeout + TimeSpan.FromSeconds(2));

        Assert.Equal(["transport_error"], told);
        Assert.False(sending.IsFaulted);
    }

    [Theory]
    [InlineData("relay")]
    [InlineData("snd_multiple")]
    public async Task PortThatIsSlow_HoldsThoseUpToo_WhoHaveItsNodeSendToIt(string request)
    {
        await using TestCluster cluster = Start(TimeSpan.FromSeconds(1), out PortId port);

        Task sending = SendAsync(cluster[0].Node, cluster[1].Node.Port, number => request == "relay"
            ? Message.Create("relay", port, "number", number, Long)
            : Message.Create("snd_multiple", new object?[] { port, "number", number, Long }));
        cluster.Advance(TimeSpan.FromSeconds(1));
        Assert.False(sending.IsCompleted);
        cluster.Advance(Messages * TimeSpan.FromSeconds(2));

        Assert.True(sending.IsCompletedSuccessfully);
        Assert.DoesNotContain(cluster.History.Records, static record => record.Kind == HistoryKind.Down);
        Assert.Equal(Enumerable.Range(0, Messages), _handled);
    }

    private TestCluster Start(TimeSpan pause, out PortId port)
    {
        _pause = pause;
        var cluster = new TestCluster(0);
        for (int node = 0; node < 2; node++)
        {
            cluster.AddNode(static options => options with
            {
                MaxUndeliveredMessages = Window,
                SoftQueuedBytes = 4 * 1024,
            });
        }

        cluster.Network.Path("n1", "n2").WindowBytes = 4 * 1024;
        cluster.Network.Path("n2", "n1").WindowBytes = 4 * 1024;
        port = PortAt(cluster[1]);

        // What waits for a connection is another matter.
        cluster[0].Node.Snd(cluster[1].Node.Port, "");
        cluster.RunToQuiescence();
        return cluster;
    }

    private PortId PortAt(TestNode node)
    {
        BarePort port = node.Node.CreatePort();
        port.Rcv("number", async (int number) =>
        {
            _handled.Add(number);
            await Task.Delay(_pause, node.TimeProvider).ConfigureAwait(true);
        });
        return PortId.Parse(port.Self.ToString());
    }

    private static Task SendAsync(Node node, PortId port) =>
        SendAsync(node, port, static number => Message.Create("number", number, Long));

    private static async Task SendAsync(Node node, PortId port, Func<int, Message> create)
    {
        for (int number = 0; number < Messages; number++)
        {
            await node.SndAsync(port, create(number)).ConfigureAwait(false);
        }
    }
}
