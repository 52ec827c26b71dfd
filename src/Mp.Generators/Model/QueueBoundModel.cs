using Mp.Generators.Collections;

namespace Mp.Generators.Model;

/// <summary>What the emitter needs to know of a class whose ports have a bounded queue.</summary>
internal sealed record QueueBoundModel
{
    /// <summary>The class's name in metadata.</summary>
    public required string MetadataName { get; init; }

    /// <summary>The namespace, as it must be written, or empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The class, after the types around it, each as <c>partial class Name</c>.</summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>Whether what is overridden is internal as well as protected, as far as the class can see.</summary>
    public required bool OverridesInternals { get; init; }

    /// <summary>How many messages may wait.</summary>
    public required int Capacity { get; init; }

    /// <summary>What becomes of one more: the value of the enum.</summary>
    public required int Overflow { get; init; }
}
