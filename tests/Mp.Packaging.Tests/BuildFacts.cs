using System.Reflection;

namespace Mp.Packaging.Tests;

/// <summary>What this test assembly was told when it was built.</summary>
internal static class BuildFacts
{
    public static string RepositoryRoot { get; } = Of("RepositoryRoot");

    public static string Configuration { get; } = Of("Configuration");

    /// <summary>The packages that this machine has already restored.</summary>
    public static string NuGetPackageRoot { get; } = Of("NuGetPackageRoot");

    private static string Of(string key) => typeof(BuildFacts).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
