using Mp.Generators.Collections;

namespace Mp.Generators.Model;

/// <summary>What the emitter needs to know of a payload type.</summary>
internal sealed record PayloadModel
{
    /// <summary>
    /// The type's name in metadata, with namespace, the types around it and type arguments: unique in the assembly.
    /// </summary>
    public required string MetadataName { get; init; }

    /// <summary>The type, in C#.</summary>
    public required string Type { get; init; }

    public required bool IsReferenceType { get; init; }

    /// <summary>Whether it travels as an array, not as a map.</summary>
    public required bool IsArray { get; init; }

    public required EquatableArray<PayloadMemberModel> Members { get; init; }

    /// <summary>What the constructor gets.</summary>
    public required EquatableArray<PayloadArgumentModel> Arguments { get; init; }

    /// <summary>
    /// The declarations that open another part of the type, if its codec has to be inside to see what is private; else
    /// none.
    /// </summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>The type's namespace, as it must be written.</summary>
    public required string Namespace { get; init; }
}
