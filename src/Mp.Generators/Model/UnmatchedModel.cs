namespace Mp.Generators.Model;

/// <summary>The method of a port class that receives what no handler matches.</summary>
internal sealed record UnmatchedModel
{
    /// <summary>The method's name, as metadata has it: without an <c>@</c>.</summary>
    public required string Name { get; init; }

    public required bool TakesMessage { get; init; }

    public required bool IsAsynchronous { get; init; }
}
