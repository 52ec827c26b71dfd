using System.Reflection;

namespace Mp.Simulations.Planting;

/// <summary>What this assembly was told when it was built.</summary>
internal static class BuildFacts
{
    public static string RepositoryRoot { get; } = Of("RepositoryRoot");

    /// <summary>The folder of the compiler.</summary>
    public static string Compiler { get; } = Of("Compiler");

    /// <summary>The folder of the package that logging is of, with its generator.</summary>
    public static string Logging { get; } = Of("Logging");

    private static string Of(string key) => typeof(BuildFacts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
