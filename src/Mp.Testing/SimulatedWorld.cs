using System.Globalization;
using Mp.Testing.Networks;

namespace Mp.Testing;

/// <summary>What a scenario works with: a cluster, and all that its seed decides.</summary>
/// <remarks>
/// The scenario and every handler of every node run on one thread. What they wait for must come from here or from the
/// node's <see cref="TimeProvider"/>; what they draw, from <see cref="Random"/>.
/// </remarks>
public sealed class SimulatedWorld
{
    private readonly List<string> _facts = [];
    private Exception? _watchedFailure;

    internal SimulatedWorld(int seed)
    {
        Seed = seed;
        Random = new Random(seed);
        Cluster = new TestCluster(0, options: null, new Random(seed ^ 0x5bd1e995));
        Cluster.Network.MinDelay = TimeSpan.FromTicks(10);
        Cluster.Network.MaxDelay = TimeSpan.FromMilliseconds(1);
        Faults = new FaultPlan(this);
    }

    /// <summary>The seed, which decides everything.</summary>
    public int Seed { get; }

    /// <summary>What the scenario draws from. The network and the order of events have another one.</summary>
    public Random Random { get; }

    /// <summary>The nodes: none, until the scenario adds some.</summary>
    public TestCluster Cluster { get; }

    /// <summary>What goes wrong: nothing, until the scenario starts it.</summary>
    public FaultPlan Faults { get; }

    /// <summary>
    /// Within what time nodes must give up a peer that is silent: ten seconds by default, two with
    /// <see cref="NodeOptions.WithFastHeartbeats"/>. Default: it is not looked at. To be set once, at the beginning.
    /// </summary>
    public TimeSpan? DetectionBound
    {
        get;
        set
        {
            field = value;
            if (value is { } bound)
            {
                new SilenceWatch(Cluster, bound).Start();
            }
        }
    }

    /// <summary>How much has happened so far.</summary>
    public long Events => Cluster.Loop.Steps;

    /// <summary>What time it is.</summary>
    public TimeProvider TimeProvider => Cluster.Clock;

    internal IReadOnlyList<string> Facts => _facts;

    internal Exception? WatchedFailure => _watchedFailure;

    /// <summary>Says what was derived from the seed: it is printed when the run fails.</summary>
    public void Describe(string name, object? value) =>
        _facts.Add(string.Create(CultureInfo.InvariantCulture, $"{name} = {value}"));

    /// <summary>Lets time pass for the scenario, to the tick; everybody else goes on.</summary>
    public Task Delay(TimeSpan time)
    {
        // Task.Delay knows nothing below a millisecond, and here that is a long time.
        // It fires when nobody has anything to do just then, so a fault never falls between a cause and its effect.
        var due = new TaskCompletionSource();
        Cluster.Clock.CreateTimer(_ => due.SetResult(), null, time, Timeout.InfiniteTimeSpan);
        return due.Task;
    }

    /// <summary>Waits until something is so; it is looked at every millisecond.</summary>
    /// <exception cref="TimeoutException">It is not so within the limit.</exception>
    public async Task Until(Func<bool> condition, TimeSpan limit)
    {
        TimeSpan end = Cluster.Clock.Elapsed + limit;
        while (!condition())
        {
            if (Cluster.Clock.Elapsed >= end)
            {
                throw new TimeoutException($"What the scenario waits for is not so after {limit}.");
            }

            await Delay(TimeSpan.FromMilliseconds(1)).ConfigureAwait(false);
        }
    }

    /// <summary>Adds a line to the history, for the chart.</summary>
    public void Note(TestNode node, string text)
    {
        ArgumentNullException.ThrowIfNull(node);
        Cluster.History.Add(node.Record(HistoryKind.Note, text));
    }

    /// <summary>Lets something run beside the scenario. If it fails, the run does.</summary>
    public void Watch(Task task) => _ = task.ContinueWith(
        static (failed, world) => ((SimulatedWorld)world!)._watchedFailure ??= failed.Exception!.GetBaseException(),
        this,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
