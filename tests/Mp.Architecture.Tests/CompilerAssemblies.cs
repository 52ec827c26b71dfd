using System.Reflection;

namespace Mp.Architecture.Tests;

/// <summary>What the compiler loads from the package.</summary>
internal static class CompilerAssemblies
{
    public static Assembly Generators { get; } = Assembly.Load("Mp.Generators");

    public static Assembly Analyzers { get; } = Assembly.Load("Mp.Analyzers");

    public static Assembly CodeFixes { get; } = Assembly.Load("Mp.Analyzers.CodeFixes");
}
