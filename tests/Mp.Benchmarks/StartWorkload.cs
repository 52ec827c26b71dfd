using System.Diagnostics;

namespace Mp.Benchmarks;

/// <summary>I: the whole life of a process that handles one message, beside one that does nothing at all.</summary>
internal static class StartWorkload
{
    // A process takes tens of milliseconds, so that there may well be many of them.
    private const int ProcessesPerRun = 10;

    public static async Task RunAsync(Arguments arguments)
    {
        var mp = new Figures("Mp.FirstMessage");
        var empty = new Figures("Mp.EmptyProgram");
        for (int run = -arguments.WarmUps; run < arguments.Runs; run++)
        {
            // In turns, as both are to find the same machine.
            for (int process = 0; process < ProcessesPerRun; process++)
            {
                await mp.MeasureAsync(isWarmUp: run < 0);
                await empty.MeasureAsync(isWarmUp: run < 0);
            }
        }

        double bare = Median(empty.Milliseconds);
        double ratio = Median(mp.Milliseconds) / bare;
        FormattableString extra =
            $"rssMB={mp.PeakMegabytes():0.0} empty={bare:0.0} emptyRssMB={empty.PeakMegabytes():0.0} ratio={ratio:0.00}";
        Measurement.Print("I", "ms", mp.Milliseconds, "-", FormattableString.Invariant(extra));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private sealed class Figures(string program)
    {
        private readonly ProcessStartInfo _start = new(Path.Combine(AppContext.BaseDirectory, program));

        /// <summary>How long each process took, from before it was started until after it had ended.</summary>
        public List<double> Milliseconds { get; } = [];

        public async Task MeasureAsync(bool isWarmUp)
        {
            long start = Stopwatch.GetTimestamp();
            using Process process = Start();
            await process.WaitForExitAsync();
            if (!isWarmUp)
            {
                Milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        /// <summary>
        /// The largest resident set that a process had, in 10^6 bytes. It is asked for again and again until the process
        /// has ended, which takes the process time: so it is one that is not timed.
        /// </summary>
        public double PeakMegabytes()
        {
            using Process process = Start();
            long peak = 0;
            while (!process.HasExited)
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }

            return peak / 1e6;
        }

        private Process Start() => Process.Start(_start)!;
    }
}
