using System.Diagnostics;
using System.Globalization;

namespace Mp.Torture.Chaos;

/// <summary>
/// Has many processes probe each other while processes are killed and stopped and packets dropped, and looks at whether
/// all promises were kept, and how soon all is well again afterwards.
/// </summary>
internal static class ChaosRun
{
    private const long DefaultNodes = 20;
    private const long MostNodes = 250;
    private const long DefaultMinutes = 10;
    private const int MostShown = 50;
    private const int MostDraws = 100;

    private static readonly TimeSpan FaultPeriod = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostToConverge = TimeSpan.FromSeconds(15);

    // To know how long it takes, if it takes too long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan PollPeriod = TimeSpan.FromMilliseconds(250);

    // What is sent then must arrive.
    private static readonly TimeSpan TimeAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TimeToArrive = TimeSpan.FromSeconds(5);

    /// <summary>Runs, and writes what was found, and at last a line that sums it up.</summary>
    /// <returns>0, or 1 if something was found.</returns>
    /// <exception cref="UsageException">The arguments were not understood.</exception>
    public static async Task<int> RunAsync(string[] texts, TextWriter output)
    {
        var arguments = new Arguments(texts, "--nodes", "--minutes", "--seed");
        long nodes = arguments.Number("--nodes", DefaultNodes, least: 2);
        long minutes = arguments.Number("--minutes", DefaultMinutes);
        if (nodes > MostNodes)
        {
            throw new UsageException($"--nodes takes at most {MostNodes}.");
        }

        using var cluster = new ChaosCluster((int)nodes);
        if (!cluster.HasHosts)
        {
            await output.WriteLineAsync("no network namespaces here: processes are killed and stopped, packets not dropped");
        }

        ChaosResult result =
            await RunAsync(cluster, TimeSpan.FromMinutes(minutes), arguments.Seed, output);
        foreach (string finding in result.Findings.Take(MostShown))
        {
            await output.WriteLineAsync($"FINDING {finding}");
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"chaos seed {arguments.Seed}: {nodes} nodes, {minutes} min; {result}"));
        return result.Findings.Count == 0 ? 0 : 1;
    }

    /// <summary>Runs.</summary>
    /// <param name="cluster">The processes, not started yet.</param>
    /// <param name="time">How long things go wrong.</param>
    /// <param name="seed">What follows from it: what goes wrong.</param>
    /// <param name="output">Told how it goes.</param>
    public static async Task<ChaosResult> RunAsync(ChaosCluster cluster, TimeSpan time, int seed, TextWriter output)
    {
        // Until they have met, they dial each other in vain.
        cluster.Record(HistoryKind.Fault, "start");
        await cluster.StartAsync();
        TimeSpan met = await ConvergeAsync(cluster, output);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{cluster.Ids.Count} processes had met after {met.TotalSeconds:0.0} s"));
        cluster.Record(HistoryKind.Note, FalseAlarms.HaveMet);
        await DisturbAsync(cluster, time, new FaultScript(seed, cluster.Ids.Count, cluster.HasHosts));

        cluster.Record(HistoryKind.Calm);
        long calm = Stopwatch.GetTimestamp();
        TimeSpan converged = await ConvergeAsync(cluster, output);
        TimeSpan rest = MostToConverge + TimeAfter - Stopwatch.GetElapsedTime(calm);
        await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
        await cluster.AskAllAsync(ChaosNode.Stop);
        await Task.Delay(TimeToArrive);
        cluster.Record(HistoryKind.Quiet);
        cluster.End();
        return ChaosResult.Of(cluster.Records, cluster.Faults, converged, MostToConverge);
    }

    private static async Task DisturbAsync(ChaosCluster cluster, TimeSpan time, FaultScript script)
    {
        List<Task> faults = [];
        using var timer = new PeriodicTimer(FaultPeriod);
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < time;)
        {
            // Where something is wrong already, another one is drawn.
            Task? made = null;
            for (int draws = 0; made is null && draws < MostDraws; draws++)
            {
                made = cluster.TryMake(script.Next());
            }

            faults.Add(made ?? Task.CompletedTask);
            await timer.WaitForNextTickAsync();
        }

        await Task.WhenAll(faults);
    }

    // How long it takes until each node sees and reaches all others.
    private static async Task<TimeSpan> ConvergeAsync(ChaosCluster cluster, TextWriter output)
    {
        string[] seen;
        long start = Stopwatch.GetTimestamp();
        do
        {
            await Task.Delay(PollPeriod);
            seen = await cluster.AskAllAsync(ChaosNode.See);
        }
        while (seen.Any(static one => one != ChaosNode.AllSeen) && Stopwatch.GetElapsedTime(start) < Patience);
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        foreach ((string id, string one) in cluster.Ids.Zip(seen).Where(static pair => pair.Second != ChaosNode.AllSeen))
        {
            await output.WriteLineAsync($"{id} after {took.TotalSeconds:0} s: {one}");
        }

        return took;
    }
}
