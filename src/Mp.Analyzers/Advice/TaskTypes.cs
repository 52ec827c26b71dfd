using Microsoft.CodeAnalysis;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Advice;

/// <summary>What can be awaited.</summary>
internal static class TaskTypes
{
    private static readonly string[] Names =
    [
        "System.Threading.Tasks.Task", "System.Threading.Tasks.Task`1",
        "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1",
    ];

    /// <summary>Whether a type is a task or a value task, with or without a result.</summary>
    public static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask" } && Names.Any(name => KnownTypes.Is(type, name));
}
