using System.Diagnostics;
using System.Globalization;

namespace Mp.Benchmarks;

/// <summary>Times a workload several times, and prints one line of figures.</summary>
internal static class Measurement
{
    private const int Generations = 3;

    /// <summary>
    /// Runs a workload that does <paramref name="operations"/> operations, and prints operations a second.
    /// </summary>
    public static async Task RateAsync(
        string workload,
        string unit,
        long operations,
        Arguments arguments,
        Func<Task> run,
        string peer = "mp")
    {
        List<double> rates = [];
        long allocated = 0;
        int[] collections = new int[Generations];
        for (int index = -arguments.WarmUps; index < arguments.Runs; index++)
        {
            Collect();
            long before = GC.GetTotalAllocatedBytes(precise: true);
            int[] collected = Collections();
            long start = Stopwatch.GetTimestamp();
            await run();
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (index >= 0)
            {
                allocated += GC.GetTotalAllocatedBytes(precise: true) - before;
                rates.Add(operations / seconds);
                int[] now = Collections();
                for (int generation = 0; generation < Generations; generation++)
                {
                    collections[generation] += now[generation] - collected[generation];
                }
            }
        }

        double perOperation = (double)allocated / arguments.Runs / operations;
        Print(
            workload,
            unit,
            rates,
            perOperation.ToString("0.0", CultureInfo.InvariantCulture),
            $"gc={string.Join('/', collections.Select(count => count / arguments.Runs))}",
            peer);
    }

    private static int[] Collections() => [.. Enumerable.Range(0, Generations).Select(GC.CollectionCount)];

    /// <summary>Prints the line of the contract.</summary>
    public static void Print(
        string workload,
        string unit,
        List<double> values,
        string allocated,
        string extra,
        string peer = "mp")
    {
        values.Sort();
        double median = values[values.Count / 2];
        FormattableString figures =
            $"{median:0.###}\t{values[0]:0.###}\t{values[^1]:0.###}\t{values.Count}\t{allocated}\t{extra}";
        string line = $"R\t{peer}\t{workload}\tdefault\t{unit}\t{figures.ToString(CultureInfo.InvariantCulture)}";
        Console.WriteLine(line.TrimEnd());
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
