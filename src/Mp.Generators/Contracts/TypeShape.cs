using Mp.Generators.Collections;

namespace Mp.Generators.Contracts;

/// <summary>A type as a contract has it: two that travel alike have one shape.</summary>
internal sealed record TypeShape
{
    public required TypeShapeKind Kind { get; init; }

    /// <summary>The type's metadata name or its C# keyword, where the kind does not say all; else empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is made of.</summary>
    public EquatableArray<TypeShape> Arguments { get; init; }

    /// <summary>Whether null is one of its values.</summary>
    public bool IsNullable { get; init; }
}
