namespace Mp.Testing.Tests;

/// <summary>Orders of events that are hard to get right, each by itself; the simulation mixes them.</summary>
public sealed class InterleavingTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // How long it takes at the most to notice that a peer is silent.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    private readonly RecordingPort _first = new();
    private readonly RecordingPort _second = new();
    private readonly List<Reason> _firedAtFirst = [];
    private readonly List<Reason> _firedAtSecond = [];

    [Fact]
    public async Task EndThatKnowsOfNothing_IsToldByTheNextConnection_BeforeAnythingOfThatArrives()
    {
        await using TestCluster cluster = Connect(out _, out PortId second);
        int arrivedBeforeFiring = -1;
        cluster[1].Node.Mon(PortId.Parse($"{cluster[0].Node.Id}#"), _ => arrivedBeforeFiring = _second.Messages.Count);
        cluster.RunToQuiescence();

        cluster.Network.Cut("n1", "n2", CutNotice.First);
        cluster.RunToQuiescence();
        int firedAtOnce = _firedAtSecond.Count;
        cluster[0].Node.Snd(second, "after the loss");
        cluster.Advance(5 * Second);

        Assert.Equal(0, firedAtOnce);
        Assert.Single(_firedAtFirst);
        Assert.Single(_firedAtSecond);
        Assert.Equal(["hello", "after the loss"], _second.Messages.Select(static message => message[0]));
        Assert.Equal(1, arrivedBeforeFiring);
    }

    [Fact]
    public async Task PathThatIsBlockedOneWay_EndsTheLinkAtBothEnds()
    {
        await using TestCluster cluster = Connect(out _, out _);

        cluster.Network.Path("n1", "n2").IsBlocked = true;
        cluster.Advance(Bound);

        Assert.Single(_firedAtFirst);
        Assert.Single(_firedAtSecond);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(11, 1)]
    [InlineData(3600, 1)]
    public async Task ProcessThatStandsStill_LosesItsLinkOnlyIfItDoesSoForLong(int seconds, int fired)
    {
        await using TestCluster cluster = Connect(out _, out PortId second);
        cluster.Advance(Second);

        cluster[1].Freeze();
        cluster.Advance(seconds * Second);
        cluster[1].Thaw();
        cluster.Advance(Bound);
        cluster[0].Node.Snd(second, "there again");
        cluster.Advance(Bound);

        // What was fired at the end that stood still, it found out when it went on.
        Assert.Equal((fired, fired), (_firedAtFirst.Count, _firedAtSecond.Count));
        Assert.Equal(["hello", "there again"], _second.Messages.Select(static message => message[0]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task ClockThatIsSet_ChangesNothing(int hours)
    {
        await using TestCluster cluster = Connect(out _, out PortId second);

        cluster.Clock.ShiftTimeOfDay(TimeSpan.FromHours(hours));
        cluster.Advance(6 * Bound);
        cluster[0].Node.Snd(second, "still there");
        cluster.RunToQuiescence();

        Assert.Empty(_firedAtFirst.Concat(_firedAtSecond));
        Assert.Equal(["hello", "still there"], _second.Messages.Select(static message => message[0]));
    }

    [Fact]
    public async Task NodeThatEndsInsideOfAHandler_Ends_AndThePeerIsTold()
    {
        await using TestCluster cluster = Connect(out _, out _);
        BarePort port = cluster[0].Node.CreatePort();
        Task? ended = null;
        port.Rcv("end", () => { ended = port.Node.DisposeAsync().AsTask(); });

        cluster[0].Node.Snd(port, "end");
        cluster.Advance(5 * Second);

        Assert.True(ended?.IsCompletedSuccessfully);
        Assert.Single(_firedAtSecond);
    }

    [Fact]
    public async Task NodeThatEndsWhileItShakesHands_Ends()
    {
        await using var cluster = new TestCluster(2);
        PortId second = PortId.Parse(cluster[1].Node.CreatePort(_second).ToString());
        cluster.Network.Path("n2", "n1").IsBlocked = true;
        cluster[0].Node.Snd(second, "hello");
        cluster.Advance(Second);

        Task ended = cluster[0].StopAsync();
        cluster.Advance(6 * Second);

        Assert.True(ended.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task PathsThatAreClogged_OneByOne_AndOpenedInAnotherOrder_AllWorkAgain(int seed)
    {
        const int Nodes = 4;
        var random = new Random(seed);
        await using var cluster = new TestCluster(Nodes);
        RecordingPort[] ports = [.. cluster.Nodes.Select(static _ => new RecordingPort())];
        PortId[] ids = [.. ports.Select((port, at) => PortId.Parse(cluster[at].Node.CreatePort(port).ToString()))];
        (int From, int To)[] pairs =
        [
            .. from one in Enumerable.Range(0, Nodes) from other in Enumerable.Range(0, Nodes)
               where one != other
               select (one, other),
        ];
        SendToAll("before");

        Switch(isBlocked: true);
        SendToAll("meanwhile");
        cluster.Advance(Second);
        Assert.All(ports, static port => Assert.DoesNotContain(port.Messages, static m => "meanwhile".Equals(m[0])));
        Switch(isBlocked: false);
        cluster.Advance(2 * Bound);
        SendToAll("after");
        cluster.Advance(Bound);

        Assert.All(ports, port => Assert.Equal(Nodes - 1, port.Messages.Count(message => "after".Equals(message[0]))));

        void SendToAll(string word) =>
            Array.ForEach(pairs, pair => cluster[pair.From].Node.Snd(ids[pair.To], word, pair.From));

        void Switch(bool isBlocked)
        {
            random.Shuffle(pairs);
            foreach ((int from, int to) in pairs)
            {
                cluster.Network.Path(cluster[from].Name, cluster[to].Name).IsBlocked = isBlocked;
                cluster.Advance(random.Next(3) * Second);
            }
        }
    }

    // Two nodes with a link, each watching a port of the other.
    private TestCluster Connect(out PortId first, out PortId second)
    {
        var cluster = new TestCluster(2);
        first = PortId.Parse(cluster[0].Node.CreatePort(_first).ToString());
        second = PortId.Parse(cluster[1].Node.CreatePort(_second).ToString());
        cluster[0].Node.Mon(second, _firedAtFirst.Add);
        cluster[1].Node.Mon(first, _firedAtSecond.Add);
        cluster[0].Node.Snd(second, "hello");
        cluster.RunToQuiescence();
        return cluster;
    }
}
