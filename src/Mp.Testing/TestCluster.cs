using System.Globalization;
using Mp.Testing.Loops;

namespace Mp.Testing;

/// <summary>Some nodes on a network in memory, which run when the test says so, on the test's own thread.</summary>
/// <remarks>
/// Nothing happens by itself, and nothing depends on the machine's speed: <see cref="RunToQuiescence"/> has everybody
/// do what there is to do, <see cref="Advance"/> lets time pass. Not to be used by several threads at once.
/// </remarks>
public sealed class TestCluster : IAsyncDisposable
{
    // Far more than any test needs; without a limit, ports that keep each other busy would never end.
    private const int MaxSteps = 10_000_000;

    private static readonly TimeSpan TimeToEnd = TimeSpan.FromMinutes(1);

    private readonly List<TestNode> _nodes = [];
    private readonly Random _random;
    private readonly IStepOrder? _order;

    /// <summary>A cluster of public nodes, named <c>n1</c>, <c>n2</c> and so on.</summary>
    /// <param name="nodes">How many.</param>
    /// <param name="options">
    /// Changes the options that each node starts with: a secret, <see cref="NodeOptions.SerializeLocal"/>, and else
    /// the defaults. Transport, scheduler and clock are the cluster's.
    /// </param>
    public TestCluster(int nodes = 2, Func<NodeOptions, NodeOptions>? options = null)
        : this(nodes, options, null)
    {
    }

    internal TestCluster(
        int nodes,
        Func<NodeOptions, NodeOptions>? options,
        Random? random,
        IStepOrder? order = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nodes);
        _random = random ?? new Random(nodes);
        _order = order;
        Loop = new EventLoop(random, order);
        Clock.NumberTimer = order is null ? null : order.NumberTimer;
        History = new History(Clock);
        Network = new FaultyNetwork(Loop, Clock);
        Network.Arrived = (lane, segment) => History.Mix(lane.Reader.RemoteEndPoint.Port, segment.Bytes.Span);
        for (int number = 1; number <= nodes; number++)
        {
            AddNode(options);
        }
    }

    /// <summary>The secret that the nodes share.</summary>
    public static Secret Secret { get; } = Secret.FromText("the secret of every test cluster");

    /// <summary>The nodes.</summary>
    public IReadOnlyList<TestNode> Nodes => _nodes;

    /// <summary>What time it is. <see cref="Advance"/> moves it.</summary>
    public ManualTimeProvider Clock { get; } = new();

    /// <summary>What can go wrong between the nodes.</summary>
    public FaultyNetwork Network { get; }

    /// <summary>What happened so far: the links, faults, and what the test adds.</summary>
    public History History { get; }

    internal EventLoop Loop { get; }

    /// <summary>One of the nodes; 0 is <c>n1</c>.</summary>
    public TestNode this[int index] => _nodes[index];

    /// <summary>Starts one more node.</summary>
    /// <param name="options">Changes the options that it starts with.</param>
    public TestNode AddNode(Func<NodeOptions, NodeOptions>? options = null) => AddNode(options, isPrivate: false);

    /// <summary>
    /// Starts one more node, which listens nowhere until it is told to, by <see cref="Node.BecomePublicAsync"/> or
    /// <see cref="Node.BecomeSlaveAsync"/>.
    /// </summary>
    /// <param name="options">Changes the options that it starts with.</param>
    public TestNode AddPrivateNode(Func<NodeOptions, NodeOptions>? options = null) =>
        AddNode(options, isPrivate: true);

    /// <summary>
    /// Runs until no port has anything to do and nothing is under way. The clock moves only as long as bytes need.
    /// </summary>
    /// <exception cref="ForeignThreadException">Something ran on another thread.</exception>
    public void RunToQuiescence() => Run(() =>
    {
        RunReady();
        while (Network.UnderWay > 0 && FireNext(TimeSpan.MaxValue))
        {
            RunReady();
        }
    });

    /// <summary>Lets time pass: everybody does what there is to do, each at its time.</summary>
    /// <exception cref="ForeignThreadException">Something ran on another thread.</exception>
    public void Advance(TimeSpan time)
    {
        TimeSpan target = Clock.Elapsed + time;
        _ = RunUntil(static () => false, time);
        Clock.Advance(target - Clock.Elapsed);
    }

    /// <summary>Lets time pass until something is so.</summary>
    /// <param name="condition">What is waited for; looked at after every step.</param>
    /// <param name="limit">How long to wait for it.</param>
    /// <returns>Whether it came to be so.</returns>
    /// <exception cref="ForeignThreadException">Something ran on another thread.</exception>
    public bool RunUntil(Func<bool> condition, TimeSpan limit)
    {
        TimeSpan target = Clock.Elapsed + limit;
        bool isSo = condition();
        Run(() =>
        {
            while (!isSo && (Loop.RunOne() || FireNext(target)))
            {
                isSo = condition();
            }
        });
        return isSo;
    }

    /// <summary>Ends all nodes that still run.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (TestNode node in _nodes)
        {
            node.Thaw();
        }

        Task ended = Task.WhenAll(_nodes.Where(static node => node.IsRunning).Select(static node => node.StopAsync()));
        if (RunUntil(() => ended.IsCompleted, TimeToEnd))
        {
            await ended.ConfigureAwait(false);
        }
    }

    /// <summary>A source of random bytes for one process.</summary>
    internal Random NextRandom() => new(_random.Next());

    private TestNode AddNode(Func<NodeOptions, NodeOptions>? options, bool isPrivate)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"n{_nodes.Count + 1}");
        var node = new TestNode(this, name, options ?? (static unchanged => unchanged), isPrivate);
        _nodes.Add(node);
        return node;
    }

    // Whoever chooses the order of steps chooses among all that is due at an instant, too.
    private bool FireNext(TimeSpan target)
    {
        bool hasFired = Clock.TryFireNext(target);
        while (hasFired && _order is not null && Clock.TryFireNext(Clock.Elapsed))
        {
        }

        return hasFired;
    }

    private void RunReady()
    {
        for (int steps = 0; Loop.RunOne(); steps++)
        {
            if (steps == MaxSteps)
            {
                throw new InvalidOperationException($"Still not quiet after {MaxSteps} steps.");
            }
        }
    }

    private void Run(Action run)
    {
        Loop.Enter();
        SynchronizationContext? outer = SynchronizationContext.Current;

        // With a context, what nodes wait for would continue on the thread pool.
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            run();
            Loop.ThrowIfLeaked();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
            Loop.Leave();
        }
    }
}
