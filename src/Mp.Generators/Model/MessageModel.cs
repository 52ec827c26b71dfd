using Mp.Generators.Collections;

namespace Mp.Generators.Model;

/// <summary>What the emitter needs to know of a record that is a message.</summary>
internal sealed record MessageModel
{
    /// <summary>The type's name in metadata, with namespace and the types around it: unique in the assembly.</summary>
    public required string MetadataName { get; init; }

    /// <summary>The namespace, as it must be written, or empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The record, after the types around it, each as <c>partial record Name</c>.</summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>The record, in C#.</summary>
    public required string Type { get; init; }

    /// <summary>The first element.</summary>
    public required string Tag { get; init; }

    /// <summary>The elements after the tag.</summary>
    public required EquatableArray<MessageMemberModel> Members { get; init; }
}
