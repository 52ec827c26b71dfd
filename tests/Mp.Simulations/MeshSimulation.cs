using Mp.Testing;

namespace Mp.Simulations;

/// <summary>How meshes are simulated.</summary>
internal static class MeshSimulation
{
    public static SimulationOptions Options { get; } = new()
    {
        MaxEvents = 200_000,
        ReplayCommand = static seed => $"dotnet run --project tests/Mp.Torture -- sim --seed {seed}",
    };
}
