namespace Mp.Generators.Model;

/// <summary>A parameter of a message record's primary constructor, and the property of the same name.</summary>
internal sealed record MessageMemberModel
{
    /// <summary>The name, as metadata has it: without an <c>@</c>.</summary>
    public required string Name { get; init; }

    public required ElementModel Element { get; init; }

    /// <summary>The default value, in C#, or <see langword="null"/> if the element must be there.</summary>
    public required string? Default { get; init; }
}
