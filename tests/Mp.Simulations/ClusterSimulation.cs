using Mp.Testing;

namespace Mp.Simulations;

/// <summary>How the scenario is simulated.</summary>
internal static class ClusterSimulation
{
    public static SimulationOptions Options { get; } = new()
    {
        MaxEvents = 200_000,
        ReplayCommand = static seed => $"dotnet run --project tests/Mp.Torture -- sim --seed {seed}",
    };
}
