using Mp.Testing.Loops;
using Mp.Testing.Reports;

namespace Mp.Testing;

/// <summary>
/// Runs whole nodes, with users' ports, on one thread of simulated time: the same seed does the same, to the byte.
/// </summary>
public static class Simulation
{
    /// <summary>Runs a scenario with a seed.</summary>
    /// <param name="seed">Decides everything: order, delays, faults, random numbers.</param>
    /// <param name="scenario">Adds nodes, has things happen, and completes when it is over.</param>
    /// <param name="options">How to run and judge it.</param>
    /// <exception cref="SimulationFailedException">It failed: the message says all there is to it.</exception>
    public static SimulationResult Run(
        int seed,
        Func<SimulatedWorld, Task> scenario,
        SimulationOptions? options = null)
    {
        SimulationResult result = TryRun(seed, scenario, options);
        return result.Violations.Count == 0 ? result : throw new SimulationFailedException(result);
    }

    /// <summary>Runs a scenario with a seed, and returns what is broken instead of throwing.</summary>
    /// <inheritdoc cref="Run" path="/param"/>
    public static SimulationResult TryRun(
        int seed,
        Func<SimulatedWorld, Task> scenario,
        SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        options ??= new SimulationOptions();
        SimulationResult? result = null;

        // A thread of its own: whoever calls may have a context, or a scheduler of tasks, of its own.
        var thread = new Thread(() => result = RunHere(seed, scenario, options));
        thread.Start();
        thread.Join();
        return result!;
    }

    private static SimulationResult RunHere(int seed, Func<SimulatedWorld, Task> scenario, SimulationOptions options)
    {
        var world = new SimulatedWorld(seed);
        TestCluster cluster = world.Cluster;
        List<Violation> violations = [];
        cluster.Loop.Enter();
        try
        {
            if (RunToEnd(world, scenario, options) is { } problem)
            {
                violations.Add(new Violation("scenario", cluster.Clock.Elapsed, problem, []));
            }
        }
        finally
        {
            cluster.Loop.Leave();
        }

        IReadOnlyList<HistoryRecord> history = cluster.History.Records;
        TimeSpan? detection = world.DetectionBound ?? options.Checker.DetectionBound;
        violations.AddRange(Checker.Judge(history, options.Checker with { DetectionBound = detection }));
        var result = new SimulationResult(
            seed,
            cluster.History.Hash,
            cluster.Loop.Steps,
            cluster.Clock.Elapsed,
            history,
            violations,
            "");
        return violations.Count == 0 ? result : result with { Report = FailureReport.Of(result, world.Facts, options) };
    }

    // Returns what went wrong, if anything did.
    private static string? RunToEnd(
        SimulatedWorld world,
        Func<SimulatedWorld, Task> scenario,
        SimulationOptions options)
    {
        EventLoop loop = world.Cluster.Loop;
        try
        {
            Task main = Begin(world, scenario);
            while (!main.IsCompleted)
            {
                if (world.WatchedFailure is { } failure)
                {
                    return failure.ToString();
                }

                if (loop.Steps > options.MaxEvents)
                {
                    return $"Still not over after {options.MaxEvents} events.";
                }

                if (!loop.RunOne() && !world.Cluster.Clock.TryFireNext(options.MaxTime))
                {
                    return "The scenario waits for something that never happens. Does it wait for another thread, a "
                        + "timer that is not the node's, or a message that nobody sends?";
                }
            }

            return main.Exception?.GetBaseException().ToString() ?? world.WatchedFailure?.ToString();
        }
        catch (ForeignThreadException exception)
        {
            return exception.Message;
        }
    }

    private static Task Begin(SimulatedWorld world, Func<SimulatedWorld, Task> scenario)
    {
        SynchronizationContext.SetSynchronizationContext(new LoopContext(world.Cluster.Loop));
        try
        {
            return scenario(world);
        }
#pragma warning disable CA1031 // A scenario may throw what it likes, before it first waits too.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Task.FromException(exception);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(null);
        }
    }
}
