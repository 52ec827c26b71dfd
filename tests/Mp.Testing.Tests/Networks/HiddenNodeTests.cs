namespace Mp.Testing.Tests.Networks;

/// <summary>Nodes that nobody can dial, reached through a master: over a network in memory, in virtual time.</summary>
public sealed class HiddenNodeTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task HiddenNode_IsReached_AndReaches_ThroughItsMaster_InOrder()
    {
        await using var cluster = new TestCluster(2);
        Node hidden = await HideAsync(cluster, "home");
        var inside = new RecordingPort();
        var outside = new RecordingPort();
        PortId insideId = hidden.CreatePort(inside);
        PortId outsideId = cluster[1].Node.CreatePort(outside);
        Assert.Equal("home@n1:4040", hidden.Id);
        Assert.Equal("n1:4040", hidden.Ref.Master);

        for (int number = 0; number < 100; number++)
        {
            cluster[1].Node.Snd(PortId.Parse(insideId.ToString()), "in", number);
            hidden.Snd(PortId.Parse(outsideId.ToString()), "out", number);
        }

        Assert.True(cluster.RunUntil(() => inside.Messages.Count == 100 && outside.Messages.Count == 100, Minute));
        Assert.Equal(Enumerable.Range(0, 100).Select(static number => (long)number), inside.Messages.Select(Number));
        Assert.Equal(Enumerable.Range(0, 100).Select(static number => (long)number), outside.Messages.Select(Number));
        Assert.Equal(["n1:4040"], cluster[1].Node.UpNodes);
        Assert.Equal(["n1:4040"], hidden.UpNodes);
    }

    [Fact]
    public async Task WhatIsForANodeBehindAHiddenOne_DoesNotGoToAndFroForEver()
    {
        await using var cluster = new TestCluster(2);
        Node hidden = await HideAsync(cluster, "home");
        int unmatched = 0;
        hidden.Unmatched += _ => unmatched++;

        hidden.Snd(PortId.Parse($"nobody@{hidden.Id}#port"), "hello");

        Assert.True(cluster.RunUntil(() => unmatched == 1, Minute));
    }

    [Fact]
    public async Task TwoHiddenNodes_MeetThroughTheirMasters()
    {
        await using var cluster = new TestCluster(2);
        Node one = await HideAsync(cluster, "one");
        Node other = await HideAsync(cluster, "other", master: 1);
        var port = new RecordingPort();
        PortId id = other.CreatePort(port);

        one.Snd(PortId.Parse(id.ToString()), "hello");

        Assert.True(cluster.RunUntil(() => port.Messages.Count == 1, Minute));
    }

    [Fact]
    public async Task MonitorsAndKills_GoThroughTheMaster_BothWays()
    {
        await using var cluster = new TestCluster(2);
        Node hidden = await HideAsync(cluster, "home");
        PortId inside = PortId.Parse(hidden.CreatePort(new RecordingPort()).ToString());
        PortId outside = PortId.Parse(cluster[1].Node.CreatePort(new RecordingPort()).ToString());
        List<string> told = [];
        cluster[1].Node.Mon(inside, reason => told.Add($"inside {reason}"));
        hidden.Mon(outside, reason => told.Add($"outside {reason}"));
        cluster[1].Node.Mon(PortId.Parse($"{hidden.Id}#nothing"), reason => told.Add($"nothing {reason.Word}"));
        Assert.True(cluster.RunUntil(() => told.Count == 1, Minute));

        cluster[1].Node.Kil(inside, "enough", 42);
        hidden.Kil(outside, "enough", 43);

        Assert.True(cluster.RunUntil(() => told.Count == 3, Minute));
        Assert.Equal(["inside enough, 42", "nothing no_such_port", "outside enough, 43"], told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WithdrawnMonitor_IsWithdrawnAtTheHiddenNodeAsWell()
    {
        await using var cluster = new TestCluster(2);
        Node hidden = await HideAsync(cluster, "home");
        var port = new RecordingPort();
        PortId inside = PortId.Parse(hidden.CreatePort(port).ToString());
        int told = 0;
        IDisposable monitor = cluster[1].Node.Mon(inside, _ => told++);
        cluster.Advance(Minute);

        monitor.Dispose();
        cluster.Advance(Minute);
        cluster[1].Node.Kil(inside);
        cluster.Advance(Minute);

        Assert.Equal(0, told);
    }

    [Fact]
    public async Task WhenTheWayIsLost_MonitorsFire_OnBothSides_AndTheHiddenNodeComesBack()
    {
        await using var cluster = new TestCluster(2);
        Node hidden = await HideAsync(cluster, "home");
        var port = new RecordingPort();
        PortId inside = PortId.Parse(hidden.CreatePort(port).ToString());
        PortId outside = PortId.Parse(cluster[1].Node.CreatePort(new RecordingPort()).ToString());
        List<string> told = [];
        cluster[1].Node.Mon(inside, reason => told.Add("inside " + reason.Word));
        hidden.Mon(outside, reason => told.Add("outside " + reason.Word));
        cluster.Advance(Minute);
        Assert.Empty(told);

        cluster.Network.Cut("n3", "n1");
        cluster.Advance(Minute);
        Assert.Equal(["inside transport_error", "outside transport_error"], told.Order(StringComparer.Ordinal));

        cluster.Network.Heal();
        cluster.Advance(TimeSpan.FromMinutes(2));
        cluster[1].Node.Snd(inside, "hello");

        Assert.True(cluster.RunUntil(() => port.Messages.Count == 1, Minute));
    }

    [Fact]
    public async Task MessageThatCantBePassedOn_IsNotLostSilently()
    {
        await using var cluster = new TestCluster(2);
        Node hidden = await HideAsync(cluster, "home", framings: "json");
        var port = new RecordingPort();
        PortId inside = PortId.Parse(hidden.CreatePort(port).ToString());
        Reason? told = null;
        cluster[1].Node.Mon(inside, reason => told = reason);
        cluster[1].Node.Snd(inside, "first");
        Assert.True(cluster.RunUntil(() => port.Messages.Count == 1, Minute));

        // Its sender can say it to the master, who can't say it in JSON.
        cluster[1].Node.Snd(inside, "second", double.NaN);
        cluster[1].Node.Snd(inside, "third");
        Assert.True(cluster.RunUntil(() => told is not null, Minute));
        Assert.Equal("transport_error", told!.Word);
        Assert.Single(port.Messages);

        cluster[1].Node.Snd(inside, "fourth");
        Assert.True(cluster.RunUntil(() => port.Messages.Count == 2, Minute));
        Assert.Equal("fourth", port.Messages[1][0]);
    }

    [Fact]
    public async Task HiddenNode_SharesFamiliesAndGroups_ThroughItsMaster()
    {
        await using var cluster = new TestCluster(1);
        Node hidden = await HideAsync(cluster, "home");
        var port = new RecordingPort();
        PortId id = hidden.CreatePort(port);

        hidden.Groups.Register("workers", id);
        cluster.Advance(Minute);
        Task<IReadOnlyList<PortId>> members = cluster[0].Node.Groups.MembersAsync("workers").AsTask();
        Assert.True(cluster.RunUntil(() => members.IsCompleted, Minute));
        Assert.Equal([id.ToString()], (await members).Select(static member => member.ToString()));
    }

    [Fact]
    public async Task HiddenNodeThatItsMasterDoesNotKnow_IsNoKnownAddress()
    {
        await using var cluster = new TestCluster(2);
        Reason? told = null;
        PortId nobody = PortId.Parse($"nobody@{cluster[1].Node.Id}#port");
        cluster[0].Node.Mon(nobody, reason => told = reason);

        cluster[0].Node.Snd(nobody, "hello");
        cluster.Advance(Minute);

        Assert.Equal("transport_error", told?.Word);
        Assert.Contains("no known address", told?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PortIsSpawnedOnAHiddenNode_AndAnswers()
    {
        await using var cluster = new TestCluster(2);
        Node hidden = await HideAsync(cluster, "home");
        var port = new RecordingPort();
        hidden.RegisterSpawn("recorder", _ => port);

        PortId spawned = cluster[1].Node.Spawn(hidden.Id, "recorder");
        cluster[1].Node.Snd(spawned, "hello");

        Assert.True(cluster.RunUntil(() => port.Messages.Count == 1, Minute));
    }

    [Theory]
    [InlineData("just-a-name", "can be dialled as it stands")]
    [InlineData("id@127.0.0.1:4040", "can be dialled as it stands")]
    public async Task MasterThatCantBeDialled_IsRefused(string master, string expected)
    {
        await using Node node = await Node.StartAsync(new NodeOptions { Secret = TestCluster.Secret });

        NodeConfigurationException failure = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await node.BecomeSlaveAsync(NodeRef.Parse(master)));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MasterThatIsNotThere_IsATimeout_AndTheNodeGoesOnTrying()
    {
        await using var cluster = new TestCluster(0);
        TestNode node = cluster.AddPrivateNode();
        Task hiding = node.Node.BecomeSlaveAsync(NodeRef.Parse("n2:4040")).AsTask();

        Assert.True(cluster.RunUntil(() => hiding.IsCompleted, Minute));
        await Assert.ThrowsAsync<TimeoutException>(() => hiding);
        cluster.AddNode();

        Assert.True(cluster.RunUntil(() => node.Node.UpNodes.Count == 1, Minute));
    }

    private static long Number(object?[] message) => Convert.ToInt64(message[1]);

    private static async Task<Node> HideAsync(TestCluster cluster, string name, int master = 0, params string[] framings)
    {
        TestNode node = cluster.AddPrivateNode(options => options with
        {
            NodeId = name,
            Framings = framings.Length > 0 ? framings : options.Framings,
        });
        Task hiding = node.Node.BecomeSlaveAsync(NodeRef.Parse(cluster[master].Node.Id)).AsTask();
        Assert.True(cluster.RunUntil(() => hiding.IsCompleted, Minute));
        await hiding;
        return node.Node;
    }
}
