using System.Diagnostics;
using Mp.Benchmarks.Quiet;

namespace Mp.Benchmarks;

/// <summary>I: the whole life of a process that handles one message, beside one that does nothing at all.</summary>
internal static class StartWorkload
{
    // A process takes tens of milliseconds, so that there may well be many of them.
    private const int ProcessesPerRun = 10;

    private static readonly ProcessStartInfo Mp = Program("Mp.FirstMessage");
    private static readonly ProcessStartInfo Empty = Program("Mp.EmptyProgram");

    public static async Task RunAsync(Arguments arguments)
    {
        RunSet<(double Mp, double Empty)> set = await QuietRuns.Of(arguments).CollectAsync(arguments, RunOnceAsync);
        double empty = Measurement.Median(set.Results.Select(static it => it.Empty));
        double ratio = Measurement.Median(set.Results.Select(static it => it.Mp)) / empty;
        FormattableString extra =
            $"rssMB={PeakMegabytes(Mp):0.0} empty={empty:0.0} emptyRssMB={PeakMegabytes(Empty):0.0} ratio={ratio:0.00}";
        Measurement.Print(
            "I",
            "ms",
            [.. set.Results.Select(static it => it.Mp)],
            "-",
            $"{extra.ToString(System.Globalization.CultureInfo.InvariantCulture)} {set.Note}");
    }

    // In turns, as both are to find the same machine.
    private static async Task<(double Mp, double Empty)> RunOnceAsync()
    {
        List<double> mp = [];
        List<double> empty = [];
        for (int process = 0; process < ProcessesPerRun; process++)
        {
            mp.Add(await LifeAsync(Mp));
            empty.Add(await LifeAsync(Empty));
        }

        return (Measurement.Median(mp), Measurement.Median(empty));
    }

    // In milliseconds, from before it is started until after it has ended.
    private static async Task<double> LifeAsync(ProcessStartInfo program)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(program)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"'{program.FileName}' ended with {process.ExitCode}.");
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    // The largest resident set, in 10^6 bytes. It is asked for again and again until the process has ended, which takes
    // the process time: so it is one that is not timed.
    private static double PeakMegabytes(ProcessStartInfo program)
    {
        using Process process = Process.Start(program)!;
        long peak = 0;
        try
        {
            while (!process.HasExited)
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
        }
        catch (InvalidOperationException)
        {
            // It has ended between the two.
        }

        return peak / 1e6;
    }

    private static ProcessStartInfo Program(string name) => new(Path.Combine(AppContext.BaseDirectory, name));
}
