using Mp.Generators.Collections;

namespace Mp.Generators.Model;

/// <summary>What the emitter needs to know of a type that stands for several.</summary>
internal sealed record UnionModel
{
    /// <summary>The type's name in metadata, with namespace and the types around it: unique in the assembly.</summary>
    public required string MetadataName { get; init; }

    /// <summary>The type, in C#.</summary>
    public required string Type { get; init; }

    public required EquatableArray<UnionCaseModel> Cases { get; init; }
}
