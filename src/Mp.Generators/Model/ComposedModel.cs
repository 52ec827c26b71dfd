namespace Mp.Generators.Model;

/// <summary>
/// A parameter of a handler that is a whole message: a record, made of members that are bound like parameters.
/// </summary>
internal sealed record ComposedModel
{
    /// <summary>The record, in C#.</summary>
    public required string Type { get; init; }

    /// <summary>Where its members begin among what the handler binds.</summary>
    public required int First { get; init; }

    /// <summary>How many members it has.</summary>
    public required int Count { get; init; }
}
