namespace Mp.Generators.Model;

/// <summary>A parameter of a payload's primary constructor, and the property of the same name.</summary>
internal sealed record PayloadMemberModel
{
    /// <summary>The name: the key in the map.</summary>
    public required string Name { get; init; }

    public required ElementModel Element { get; init; }

    /// <summary>What is taken if the key is missing, in C#, or <see langword="null"/> if it must be there.</summary>
    public required string? Default { get; init; }
}
