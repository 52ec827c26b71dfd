using Mp.Generators.Collections;

namespace Mp.Generators.Model;

/// <summary>What the emitter needs to know of a port class. Strings and values only: no symbol, no syntax.</summary>
internal sealed record PortModel
{
    /// <summary>
    /// The class's name in metadata, with namespace and the classes around it: unique in the assembly.
    /// </summary>
    public required string MetadataName { get; init; }

    /// <summary>The namespace, as it must be written, or empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The class, after the types around it, each as <c>partial class Name</c>.</summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>
    /// How the overridden methods must be declared: a friend of their assembly sees their other half.
    /// </summary>
    public required bool OverridesInternals { get; init; }

    /// <summary>Whether a class that it derives from has, or may have, handlers as well.</summary>
    public required bool ExtendsHandlers { get; init; }

    /// <summary>The handlers, in the order of declaration; a handler's patterns follow each other.</summary>
    public required EquatableArray<HandlerModel> Handlers { get; init; }

    /// <summary>What receives the messages that no handler matches, or <see langword="null"/>.</summary>
    public required UnmatchedModel? Unmatched { get; init; }

    /// <summary>Whether a handler takes a <c>ref readonly</c>, which is not what an argument usually is.</summary>
    public required bool HasReadOnlyReferences { get; init; }
}
