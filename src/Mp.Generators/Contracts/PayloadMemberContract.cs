namespace Mp.Generators.Contracts;

/// <summary>A member of a payload, or one of the types that a union stands for.</summary>
internal sealed record PayloadMemberContract
{
    /// <summary>By what it is found in what travels: a name, or a number in decimal.</summary>
    public required string Key { get; init; }

    /// <summary>Its name in C#; empty in a union.</summary>
    public required string Name { get; init; }

    public required TypeShape Type { get; init; }

    /// <summary>Whether it may be missing.</summary>
    public required bool IsOptional { get; init; }
}
