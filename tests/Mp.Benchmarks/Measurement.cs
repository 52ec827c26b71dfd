using System.Diagnostics;
using System.Globalization;
using Mp.Benchmarks.Quiet;

namespace Mp.Benchmarks;

/// <summary>Times a workload several times, and prints one line of figures.</summary>
internal static class Measurement
{
    private const int Generations = 3;

    /// <summary>Raised for each line that was printed.</summary>
    public static event Action<ResultLine>? Printed;

    /// <summary>
    /// Runs a workload that does <paramref name="operations"/> operations, and prints operations a second.
    /// </summary>
    public static async Task RateAsync(
        string workload,
        string unit,
        long operations,
        Arguments arguments,
        Func<Task> run,
        string peer = "mp",
        string config = "default")
    {
        RunSet<Run> set = await QuietRuns.Of(arguments).CollectAsync(arguments, () => TimeAsync(run));
        string allocated = (set.Results.Average(static it => it.Allocated) / operations)
            .ToString("0.0", CultureInfo.InvariantCulture);
        IEnumerable<int> collections = Enumerable.Range(0, Generations)
            .Select(generation => (int)set.Results.Average(it => it.Collections[generation]));
        Print(
            workload,
            unit,
            [.. set.Results.Select(it => operations / it.Seconds)],
            allocated,
            $"gc={string.Join('/', collections)} {set.Note}".TrimEnd(),
            peer,
            config);
    }

    /// <summary>Prints the line of the contract.</summary>
    public static void Print(
        string workload,
        string unit,
        IReadOnlyCollection<double> values,
        string allocated,
        string extra,
        string peer = "mp",
        string config = "default")
    {
        var line = new ResultLine(
            peer, workload, config, unit, Median(values), values.Min(), values.Max(), values.Count, allocated, extra);
        Console.WriteLine(line);
        Printed?.Invoke(line);
    }

    /// <summary>The one in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    /// <summary>Collects all garbage.</summary>
    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static async Task<Run> TimeAsync(Func<Task> run)
    {
        Collect();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        int[] collected = Collections();
        long start = Stopwatch.GetTimestamp();
        await run();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Run(
            seconds,
            GC.GetTotalAllocatedBytes(precise: true) - before,
            [.. Collections().Zip(collected, static (now, then) => now - then)]);
    }

    private static int[] Collections() => [.. Enumerable.Range(0, Generations).Select(GC.CollectionCount)];

    private sealed record Run(double Seconds, double Allocated, int[] Collections);
}
