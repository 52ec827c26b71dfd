using System.Diagnostics;
using System.Globalization;
using Mp.Benchmarks.Quiet;

namespace Mp.Benchmarks;

/// <summary>How long round trips take: half of them at most, and 99 of 100 at most.</summary>
internal static class RoundTripTimes
{
    /// <summary>Prints microseconds of a workload that returns the timestamp ticks of each of its round trips.</summary>
    public static async Task MeasureAsync(string workload, Arguments arguments, Func<Task<long[]>> run, string peer = "mp")
    {
        RunSet<(double Median, double Tail)> set = await QuietRuns.Of(arguments).CollectAsync(arguments, async () =>
        {
            long[] ticks = [.. (await run()).Order()];
            return (Microseconds(ticks[ticks.Length / 2]), Microseconds(ticks[ticks.Length * 99 / 100]));
        });
        string tail = Measurement.Median(set.Results.Select(static it => it.Tail))
            .ToString("0.#", CultureInfo.InvariantCulture);
        Measurement.Print(
            workload, "us", [.. set.Results.Select(static it => it.Median)], "-", $"p99={tail} {set.Note}", peer);
    }

    private static double Microseconds(long ticks) => Stopwatch.GetElapsedTime(0, ticks).TotalMicroseconds;
}
