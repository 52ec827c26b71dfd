using Mp.Links;
using Mp.Nodes;
using Mp.Runtime.Tests.Links;
using Mp.TestKit;
using Mp.Transports.Memory;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>How many nodes are kept connected, and that whoever is given up makes room at once.</summary>
public sealed class NodeKeeperTests : IAsyncDisposable
{
    private const int PumpFailed = 205;
    private const int MaxNodes = 2;

    private readonly ManualTimeProvider _clock = new();
    private readonly ManualScheduler _scheduler = new();
    private readonly LinkBench _bench = new("node", "peer");
    private readonly CancellationTokenSource _ends = new();
    private readonly Router _router;
    private readonly Network _network;

    public NodeKeeperTests()
    {
        var options = new NodeOptions
        {
            Secret = Secret.FromText("a secret for these tests"),
            Transport = new MemoryNetwork().CreateTransport(),
            TimeProvider = _clock,
        };
        _router = new Router(null!, options, static () => null);
        _network = new Network(_router, _router.Membership, options, new byte[16], _bench.Log.CreateLogger("network"));
    }

    // Those that it has tried to connect with.
    private IEnumerable<string> Tried => _network.Links.Select(static link => link.PeerId).Order(StringComparer.Ordinal);

    [Fact]
    public async Task NodesBeyondTheBound_AreNotKept_AndCounted()
    {
        using var reached = new LimitCount(nameof(NodeOptions.MaxKnownNodes));
        NodeKeeper keeper = await BeginAsync(_scheduler);

        keeper.Keep("a", isWanted: true);
        keeper.Keep("b", isWanted: true);
        keeper.Keep("a", isWanted: true);
        keeper.Keep("c", isWanted: true);
        Pass();

        Assert.Equal(["a", "b"], Tried);
        Assert.NotEqual(0, reached.Count);
    }

    [Fact]
    public async Task NodeThatIsGivenUp_MakesRoomAtOnce_ThoughWhatKeptItHasNotEndedYet()
    {
        NodeKeeper keeper = await BeginAsync(_scheduler);
        keeper.Keep("a", isWanted: true);
        keeper.Keep("b", isWanted: true);

        keeper.Keep("b", isWanted: false);
        keeper.Keep("c", isWanted: true);
        Pass();

        Assert.Equal(["a", "c"], Tried);
    }

    [Fact]
    public async Task NodeThatIsGivenUpAndWantedAgain_BeforeTheFirstHasEnded_IsKept_AndCountsOnce()
    {
        NodeKeeper keeper = await BeginAsync(_scheduler);
        keeper.Keep("a", isWanted: true);
        keeper.Keep("b", isWanted: true);

        keeper.Keep("b", isWanted: false);
        keeper.Keep("b", isWanted: true);
        RunUntilIdle();
        keeper.Keep("c", isWanted: true);
        Pass();

        Assert.Equal(["a", "b"], Tried);
        keeper.Keep("b", isWanted: false);
        keeper.Keep("c", isWanted: true);
        Pass();
        Assert.Equal(["a", "b", "c"], Tried);
    }

    [Fact]
    public async Task NodesThatAreWantedAndGivenUp_ByManyThreads_WhileTheNodeEnds_HarmNothing()
    {
        const int Rounds = 2_000;
        NodeKeeper keeper = await BeginAsync(PortScheduler.ThreadPool);
        string[] names = ["a", "b", "c"];
        using var start = new Barrier(names.Length);

        await Task.WhenAll(names.Select(name => Task.Run(() =>
        {
            start.SignalAndWait();
            for (int round = 0; round < Rounds; round++)
            {
                keeper.Keep(name, isWanted: round % 2 == 0);
                if (round == Rounds / 2)
                {
                    _ends.Cancel();
                }
            }
        }))).Bounded();
        Array.ForEach(names, name => keeper.Keep(name, isWanted: true));
        Array.ForEach(names, name => keeper.Keep(name, isWanted: false));

        Assert.Empty(_bench.Log[PumpFailed]);
    }

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        RunUntilIdle();
        await _network.DisposeAsync();
        await _router.DisposeAsync();
        _ends.Dispose();
        _bench.Log.Dispose();
    }

    private async Task<NodeKeeper> BeginAsync(PortScheduler scheduler)
    {
        await _network.BeginAsync(["node:1"], null).Bounded();
        ConnectionOptions connections = _bench.Options(_clock) with { Scheduler = scheduler };
        return new NodeKeeper(_router.Membership, _network, null!, connections, MaxNodes, _ends.Token);
    }

    // So long that whoever is wanted is tried.
    private void Pass()
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        RunUntilIdle();
    }

    private void RunUntilIdle()
    {
        // With a context, what goes on would do so on the thread pool.
        SynchronizationContext? outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        _scheduler.RunUntilIdle();
        SynchronizationContext.SetSynchronizationContext(outer);
    }
}
