using System.Diagnostics;
using System.Globalization;
using Mp.Testing;

namespace Mp.Simulations;

/// <summary>Simulates seeds, one after the other, and prints what they break.</summary>
internal static class SimCommand
{
    /// <summary>
    /// Runs the seeds from <c>--seed</c> on: <c>--count</c> of them, or as many as there is time for in
    /// <c>--minutes</c>.
    /// </summary>
    /// <returns>1 if a seed failed, else 0.</returns>
    public static int Run(string[] arguments)
    {
        int first = CommandLine.Number(arguments, "--seed", 1);
        int minutes = CommandLine.Number(arguments, "--minutes", 0);
        int count = CommandLine.Number(arguments, "--count", minutes > 0 ? int.MaxValue - first : 1);
        bool stopsAtFirst = arguments.Contains("--stop-at-first");
        bool printsHashes = arguments.Contains("--hashes");
        long events = 0;
        int failed = 0;
        int run = 0;
        long began = Stopwatch.GetTimestamp();
        while (run < count
            && !(stopsAtFirst && failed > 0)
            && (minutes == 0 || Stopwatch.GetElapsedTime(began) < TimeSpan.FromMinutes(minutes)))
        {
            SimulationResult result = Simulation.TryRun(first + run++, ClusterScenario.RunAsync, ClusterSimulation.Options);
            events += result.Events;
            failed += result.Violations.Count > 0 ? 1 : 0;
            if (printsHashes)
            {
                Console.WriteLine($"{result.Seed} {result.Hash:x16} {result.Events}");
            }

            Console.Write(result.Report);
        }

        TimeSpan took = Stopwatch.GetElapsedTime(began);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{run} seeds from {first}, {events} events, {took.TotalSeconds:0.0} s, {failed} failed"));
        return failed > 0 ? 1 : 0;
    }
}
