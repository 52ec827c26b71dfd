namespace Mp.Testing.Tests;

public sealed class TestClusterTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly RecordingPort _port = new();

    [Fact]
    public async Task RunToQuiescence_DeliversWhatWasSent()
    {
        await using var cluster = new TestCluster(2);
        PortId id = Create(cluster[1]);

        cluster[0].Node.Snd(id, "hello", 1);
        cluster.RunToQuiescence();

        Assert.Equal(["hello", 1L], Assert.Single(_port.Messages));
        Assert.Equal(TimeSpan.Zero, cluster.Clock.Elapsed);
    }

    [Fact]
    public async Task BlockedPath_HoldsBack_UntilItIsOpen()
    {
        await using var cluster = new TestCluster(2);
        PortId id = Connect(cluster);
        NetworkPath path = cluster.Network.Path("n1", "n2");

        path.IsBlocked = true;
        cluster[0].Node.Snd(id, "late");
        cluster.Advance(Second);
        int before = _port.Messages.Count;
        path.IsBlocked = false;
        cluster.RunToQuiescence();

        Assert.Equal(1, before);
        Assert.Equal(["late"], _port.Messages[^1]);
    }

    [Theory]
    [InlineData(CutNotice.Both, true)]
    [InlineData(CutNotice.First, true)]
    [InlineData(CutNotice.Second, false)]
    [InlineData(CutNotice.Neither, false)]
    public async Task Cut_FiresMonitors_WhereItIsNoticed(CutNotice notice, bool isNoticed)
    {
        await using var cluster = new TestCluster(2);
        PortId id = Connect(cluster);
        List<string?> reasons = [];
        cluster[0].Node.Mon(id, reason => reasons.Add(reason.Word));
        cluster.RunToQuiescence();

        cluster.Network.Cut("n1", "n2", notice);
        cluster.RunToQuiescence();

        Assert.Equal(isNoticed ? ["transport_error"] : [], reasons);
    }

    [Fact]
    public async Task UserTimeout_EndsAConnection_ThatNobodyAnswersOn()
    {
        await using var cluster = new TestCluster(2);
        PortId id = Connect(cluster);
        cluster.Network.UserTimeout = 3 * Second;
        int fired = 0;
        cluster[0].Node.Mon(id, _ => fired++);
        cluster.RunToQuiescence();
        cluster.Network.Cut("n1", "n2", CutNotice.Neither);
        cluster[0].Node.Snd(id, "into the void");

        cluster.Advance(2 * Second);
        int before = fired;
        cluster.Advance(2 * Second);

        Assert.Equal((0, 1), (before, fired));
    }

    [Fact]
    public async Task Delay_IsKept()
    {
        await using var cluster = new TestCluster(2);
        PortId id = Connect(cluster);
        cluster.Network.Path("n1", "n2").MinDelay = Second;

        cluster[0].Node.Snd(id, "slow");
        cluster.Advance(Second / 2);
        int before = _port.Messages.Count;
        cluster.Advance(Second);

        Assert.Equal((1, 2), (before, _port.Messages.Count));
    }

    [Fact]
    public async Task Throttle_LetsSoManyBytesPass_InOrder()
    {
        await using var cluster = new TestCluster(2);
        PortId id = Connect(cluster);
        NetworkPath path = cluster.Network.Path("n1", "n2");
        path.BytesPerSecond = 1000;
        path.MaxSegmentBytes = 10;
        path.WindowBytes = 50;

        cluster[0].Node.Snd(id, "long", new string('x', 2000));
        cluster[0].Node.Snd(id, "short");
        cluster.Advance(Second);
        int before = _port.Messages.Count;
        cluster.Advance(2 * Second);

        Assert.Equal(1, before);
        Assert.Equal(["hello", "long", "short"], _port.Messages.Select(message => message[0]));
    }

    [Fact]
    public async Task Frozen_StandsStill_UntilItIsThawed()
    {
        await using var cluster = new TestCluster(2);
        PortId id = Connect(cluster);

        cluster[1].Freeze();
        cluster[0].Node.Snd(id, "cold");
        cluster.Advance(Second);
        int before = _port.Messages.Count;
        cluster[1].Thaw();
        cluster.RunToQuiescence();

        Assert.Equal((1, 2), (before, _port.Messages.Count));
    }

    [Fact]
    public async Task Crash_FiresMonitors_AndRestartGivesAnotherProcess()
    {
        await using var cluster = new TestCluster(2);
        PortId id = Connect(cluster);
        int fired = 0;
        cluster[0].Node.Mon(id, _ => fired++);
        cluster.RunToQuiescence();

        cluster[1].Crash();
        cluster.RunToQuiescence();
        cluster[1].Restart();
        PortId again = Create(cluster[1], new RecordingPort());

        Assert.Equal(1, fired);
        Assert.Equal(2, cluster[1].Incarnation);
        Assert.Equal(id.NodeId, again.NodeId);
        Assert.NotEqual(id.PortName, again.PortName);
    }

    [Fact]
    public async Task Restart_AsAnother_HasAnotherId()
    {
        await using var cluster = new TestCluster(1);
        string before = cluster[0].Node.Id;

        cluster[0].Crash();
        cluster[0].Restart(asAnother: true);

        Assert.NotEqual(before, cluster[0].Node.Id);
    }

    [Fact]
    public async Task Refused_IsTriedAgain()
    {
        await using var cluster = new TestCluster(2);
        PortId id = Create(cluster[1]);
        cluster.Network.Refuse("n2");
        cluster[0].Node.Snd(id, "hello");
        cluster.Advance(Second / 10);

        cluster.Network.Admit("n2");
        bool isThere = cluster.RunUntil(() => _port.Messages.Count > 0, 5 * Second);

        Assert.True(isThere);
    }

    [Fact]
    public async Task RunToQuiescence_InsideOfAHandler_IsAnError()
    {
        await using var cluster = new TestCluster(1);
        BarePort port = cluster[0].Node.CreatePort();
        Exception? thrown = null;
        port.Rcv("run", () => thrown = Record.Exception(cluster.RunToQuiescence));

        cluster[0].Node.Snd(port, "run");
        cluster.RunToQuiescence();

        Assert.IsType<InvalidOperationException>(thrown);
    }

    [Fact]
    public async Task Clock_ThatIsSetBack_ChangesNoTimer()
    {
        await using var cluster = new TestCluster(1);
        int fired = 0;
        using ITimer timer = cluster[0].TimeProvider.CreateTimer(_ => fired++, null, Second, Timeout.InfiniteTimeSpan);

        cluster.Clock.ShiftTimeOfDay(TimeSpan.FromHours(-1));
        cluster.Advance(Second);

        Assert.Equal(1, fired);
    }

    private PortId Create(TestNode node, RecordingPort? port = null) =>
        PortId.Parse(node.Node.CreatePort(port ?? _port).ToString());

    private PortId Connect(TestCluster cluster)
    {
        PortId id = Create(cluster[1]);
        cluster[0].Node.Snd(id, "hello");
        cluster.RunToQuiescence();
        return id;
    }
}
