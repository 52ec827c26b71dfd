using System.Globalization;
using Mp.Simulations;
using Xunit.Abstractions;

namespace Mp.Testing.Tests;

/// <summary>Mp itself, simulated: hundreds of clusters in which all goes wrong that can.</summary>
public sealed class ClusterSimulationTests(ITestOutputHelper output)
{
    private const int FixedSeeds = 300;
    private const int NewSeeds = 200;
    private const int LeastEvents = 2_000;

    // Set by continuous integration to what changes with every commit; without it, the same every time.
    private const string RotationVariable = "MP_SIM_ROTATION";

    [Fact]
    public void FixedSeeds_BreakNothing() => Judge(1, FixedSeeds);

    [Fact]
    public void NewSeeds_BreakNothing()
    {
        string rotation = Environment.GetEnvironmentVariable(RotationVariable) ?? "0";
        int first = 1_000_000 + (int)(Hash(rotation) % 1_000_000) * NewSeeds;
        output.WriteLine($"{RotationVariable}={rotation}: seeds {first} to {first + NewSeeds - 1}");

        Judge(first, NewSeeds);
    }

    [Fact]
    public void Seeds_RunTwice_DoTheSame()
    {
        foreach (int seed in Enumerable.Range(1, 20))
        {
            ulong first = Simulation.TryRun(seed, ClusterScenario.RunAsync, ClusterSimulation.Options).Hash;
            ulong second = Simulation.TryRun(seed, ClusterScenario.RunAsync, ClusterSimulation.Options).Hash;

            Assert.Equal(first, second);
        }
    }

    private static void Judge(int first, int count) => Parallel.For(
        first,
        first + count,
        new ParallelOptions { MaxDegreeOfParallelism = 2 },
        static seed =>
        {
            SimulationResult result = Simulation.Run(seed, ClusterScenario.RunAsync, ClusterSimulation.Options);
            Assert.True(
                result.Events >= LeastEvents,
                string.Create(CultureInfo.InvariantCulture, $"Seed {seed}: only {result.Events} events."));
        });

    // Not that of strings, which is another one in every process.
    private static uint Hash(string text) => text.Aggregate(17u, static (hash, letter) => (hash * 31) + letter);
}
