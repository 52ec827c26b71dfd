namespace Mp.Testing.Tests.Networks;

/// <summary>Nodes that know one address, and find each other: over a network in memory, in virtual time.</summary>
public sealed class NetworkThatFindsItselfTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task LeavesWithOneSeed_FindEachOthersGroups_AndSendToTheirMembers()
    {
        await using var cluster = new TestCluster(0);
        cluster.AddNode(Named("seed"));
        TestNode worker = cluster.AddNode(Named("worker", "n1:4040"));
        TestNode client = cluster.AddNode(Named("client", "n1:4040"));
        var port = new RecordingPort();
        PortId id = worker.Node.CreatePort(port);
        worker.Node.Groups.Register("workers", id);

        Assert.True(cluster.RunUntil(() => client.Node.UpNodes.Contains("seed"), Minute));
        IReadOnlyList<PortId> members = Run(cluster, client.Node.Groups.MembersAsync("workers"));
        Assert.Equal([id], members);
        client.Node.Snd(members[0], "hello", client.Node.Id);
        Assert.True(cluster.RunUntil(() => port.Messages.Count == 1, Minute));

        // No address was given of either, and there is a link of their own now.
        Assert.Equal(["seed", "worker"], client.Node.UpNodes);
    }

    [Fact]
    public async Task GroupsAreWatched_AndAMemberThatDiesLeaves()
    {
        await using var cluster = new TestCluster(0);
        cluster.AddNode(Named("seed"));
        TestNode worker = cluster.AddNode(Named("worker", "n1:4040"));
        TestNode client = cluster.AddNode(Named("client", "n1:4040"));
        List<string> told = [];
        using IDisposable watch = client.Node.Groups.Watch("workers", change => told.Add(
            $"{change.Members.Count} +{change.Joined.Count} -{change.Left.Count}"));
        PortId first = worker.Node.CreatePort(new RecordingPort());
        PortId second = worker.Node.CreatePort(new RecordingPort());
        cluster.Advance(Minute);
        Assert.Equal(["0 +0 -0"], told);

        IDisposable registered = worker.Node.Groups.Register("workers", first);
        worker.Node.Groups.Register("workers", second);
        cluster.Advance(Minute);
        worker.Node.Kil(second);
        cluster.Advance(Minute);
        registered.Dispose();
        cluster.Advance(Minute);
        worker.Node.Groups.Register("workers", first);
        cluster.Advance(Minute);
        worker.Crash();
        cluster.Advance(Minute);

        Assert.Equal(["0 +0 -0", "1 +1 -0", "2 +1 -0", "1 +0 -1", "0 +0 -1", "1 +1 -0", "0 +0 -1"], told);
    }

    [Fact]
    public async Task NodesThatComeAndGo_AreTold_InOrder()
    {
        await using var cluster = new TestCluster(0);
        TestNode seed = cluster.AddNode(Named("seed"));
        List<string> told = [];
        seed.Node.NodeUp += nodeId => told.Add("up " + nodeId);
        seed.Node.NodeDown += (nodeId, reason) => told.Add($"down {nodeId} {reason.Word}");
        List<string> monitored = [];
        using IDisposable monitor = seed.Node.MonNode(NodeRef.Parse("leaf"), (node, isUp, _) => monitored.Add($"{node} {isUp}"));

        TestNode leaf = cluster.AddNode(Named("leaf", "n1:4040"));
        cluster.AddNode(Named("other", "n1:4040"));
        cluster.Advance(Minute);
        leaf.Crash();
        cluster.Advance(Minute);
        leaf.Restart();
        cluster.Advance(Minute);

        Assert.Equal(["up leaf", "up other", "down leaf transport_error", "up leaf"], told);
        Assert.Equal(["leaf True", "leaf False", "leaf True"], monitored);
    }

    [Fact]
    public async Task SeedThatIsNotThereYet_IsTriedUntilItIs()
    {
        await using var cluster = new TestCluster(0);
        TestNode leaf = cluster.AddNode(Named("leaf", "n2:4040"));
        cluster.Advance(TimeSpan.FromMinutes(5));
        Assert.Empty(leaf.Node.UpNodes);

        cluster.AddNode(Named("seed"));

        Assert.True(cluster.RunUntil(() => leaf.Node.UpNodes.Contains("seed"), Minute));
    }

    [Fact]
    public async Task SeedThatIsTheNodeItself_MakesItGlobal()
    {
        await using var cluster = new TestCluster(0);
        TestNode seed = cluster.AddNode(Named("seed", "n1:4040"));
        cluster.Advance(Minute);

        IReadOnlyDictionary<string, FamilyValue> found = Run(cluster, seed.Node.Families.GetAsync("color"));

        Assert.Empty(found);
        Assert.Empty(seed.Node.UpNodes);
    }

    [Fact]
    public async Task AskingWithoutASeedThatIsUp_IsATimeout_ThatSaysSo()
    {
        await using var cluster = new TestCluster(0);
        TestNode leaf = cluster.AddNode(Named("leaf", "n9:4040"));

        Task<IReadOnlyList<string>> asked = leaf.Node.Families.KeysAsync("color").AsTask();
        Assert.True(cluster.RunUntil(() => asked.IsCompleted, TimeSpan.FromMinutes(2)));

        TimeoutException failure = await Assert.ThrowsAsync<TimeoutException>(() => asked);
        Assert.Contains("none of the node's seeds was up", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendingToANodeThatNobodyKnows_FiresItsMonitors()
    {
        await using var cluster = new TestCluster(0);
        cluster.AddNode(Named("seed"));
        TestNode leaf = cluster.AddNode(Named("leaf", "n1:4040"));
        Reason? told = null;
        leaf.Node.Mon(PortId.Parse("nobody#port"), reason => told = reason);

        leaf.Node.Snd("nobody#port", "hello");
        cluster.Advance(Minute);

        Assert.Equal("transport_error", told?.Word);
        Assert.Contains("no known address", told?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NodeThatListensNowhere_JoinsByItsSeed_AndIsAnswered()
    {
        await using var cluster = new TestCluster(0);
        TestNode seed = cluster.AddNode(Named("seed"));
        TestNode leaf = cluster.AddNode(Named("leaf", "n1:4040"));

        Task<Message> answer = leaf.Node.Cal(seed.Node.Port, "time");
        Assert.True(cluster.RunUntil(() => answer.IsCompleted, Minute));

        Assert.True((await answer).TryGet(0, out double _));
    }

    [Fact]
    public async Task IdThatEndsInASlash_GetsSomethingRandom()
    {
        await using var cluster = new TestCluster(0);
        TestNode first = cluster.AddNode(Named("worker/"));
        TestNode second = cluster.AddNode(Named("worker/"));

        Assert.StartsWith("worker/", first.Node.Id, StringComparison.Ordinal);
        Assert.NotEqual(first.Node.Id, second.Node.Id);
    }

    [Fact]
    public async Task WhatIsPrepared_IsThereBeforeTheNodeMeetsOthers()
    {
        string? before = null;
        await using Node node = await Node.StartAsync(
            new NodeOptions { Secret = TestCluster.Secret, Binds = ["127.0.0.1:0"] },
            prepared =>
            {
                before = prepared.Id;
                prepared.RegisterSpawn("recorder", static _ => new RecordingPort());
            });

        Assert.StartsWith("private-", before, StringComparison.Ordinal);
        Assert.StartsWith("127.0.0.1:", node.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GroupsJoinedBeforeTheNodeGoesPublic_HaveItsNewId()
    {
        await using Node node = await Node.StartAsync(new NodeOptions { Secret = TestCluster.Secret });
        var port = new RecordingPort();
        PortId before = node.CreatePort(port);
        node.Groups.Register("workers", before);

        await node.BecomePublicAsync("127.0.0.1:0");

        PortId member = Assert.Single(await node.Groups.MembersAsync("workers"));
        Assert.Equal(port.Self, member);
        Assert.NotEqual(before.ToString(), member.ToString());
    }

    [Fact]
    public async Task GlobalNodes_AreConnected_ThoughThereWasNoRoomForALinkAtFirst()
    {
        await using var cluster = new TestCluster(0);
        TestNode first = cluster.AddNode(Crowded("first"));
        TestNode second = cluster.AddNode(Crowded("second"));
        first.Node.Snd("n9:4040#port", "hello");
        second.Node.Snd("n9:4040#port", "hello");
        cluster.AddNode(Crowded("middle", "n1:4040", "n2:4040"));
        cluster.Advance(TimeSpan.FromSeconds(10));
        Assert.DoesNotContain("second", first.Node.UpNodes);

        Assert.True(cluster.RunUntil(() => first.Node.UpNodes.Contains("second"), TimeSpan.FromMinutes(5)));

        static Func<NodeOptions, NodeOptions> Crowded(string nodeId, params string[] seeds) => options =>
            Named(nodeId, seeds)(options) with { IsGlobal = true, MaxKnownNodes = 2 };
    }

    [Fact]
    public async Task CallbackThatThrows_DoesNotKeepOthersFromBeingTold_AndOneThatIsWithdrawnIsToldNothing()
    {
        await using var cluster = new TestCluster(0);
        TestNode seed = cluster.AddNode(Named("seed"));
        List<string> told = [];
        seed.Node.NodeUp += static _ => throw new InvalidOperationException("it failed");
        seed.Node.NodeUp += nodeId => told.Add("up " + nodeId);
        seed.Node.NodeDown += static (_, _) => throw new InvalidOperationException("it failed");
        seed.Node.NodeDown += (nodeId, _) => told.Add("down " + nodeId);
        IDisposable? withdrawn = null;
        using IDisposable first = seed.Node.MonNode(NodeRef.Parse("leaf"), (_, _, _) => withdrawn!.Dispose());
        withdrawn = seed.Node.MonNode(NodeRef.Parse("leaf"), (_, _, _) => told.Add("withdrawn"));

        TestNode leaf = cluster.AddNode(Named("leaf", "n1:4040"));
        cluster.Advance(Minute);
        leaf.Crash();
        cluster.Advance(Minute);

        Assert.Equal(["up leaf", "down leaf"], told);
    }

    [Fact]
    public async Task PortThatCantBeMonitored_DoesNotStayInTheGroup()
    {
        await using Node node = await Node.StartAsync();

        Assert.Throws<InvalidPortIdException>(() => node.Groups.Register("workers", PortId.Parse("elsewhere#port")));

        Assert.Empty(await node.Groups.MembersAsync("workers"));
    }

    [Fact]
    public async Task NodeThatEnds_LetsNobodyWaitForAnAnswer_AndTakesNothingAnyMore()
    {
        await using var cluster = new TestCluster(0);
        Node leaf = cluster.AddNode(Named("leaf", "n9:4040")).Node;
        Task<IReadOnlyList<string>> asked = leaf.Families.KeysAsync("color").AsTask();

        Task ended = leaf.DisposeAsync().AsTask();
        Assert.True(cluster.RunUntil(() => ended.IsCompleted && asked.IsCompleted, TimeSpan.FromSeconds(10)));

        await Assert.ThrowsAsync<ObjectDisposedException>(() => asked);
        Assert.Throws<ObjectDisposedException>(() => leaf.Families.Set("color", "sky"));
        Assert.Throws<ObjectDisposedException>(() => leaf.Families.Monitor("color", static _ => { }));
        Assert.Throws<ObjectDisposedException>(() => leaf.MonNode(NodeRef.Parse("n9"), static (_, _, _) => { }));
        leaf.Families.Delete("color", "sky");
    }

    private static Func<NodeOptions, NodeOptions> Named(string nodeId, params string[] seeds) =>
        options => options with { NodeId = nodeId, Seeds = seeds };

    private static T Run<T>(TestCluster cluster, ValueTask<T> asked)
    {
        Task<T> task = asked.AsTask();
        Assert.True(cluster.RunUntil(() => task.IsCompleted, Minute));
#pragma warning disable VSTHRD002, xUnit1031 // It has completed.
        return task.Result;
#pragma warning restore VSTHRD002, xUnit1031
    }
}
