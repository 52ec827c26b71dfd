using Mp.Generators.Collections;

namespace Mp.Generators.Model;

/// <summary>A port class that can be spawned by a name.</summary>
internal sealed record SpawnModel
{
    /// <summary>
    /// The class's name in metadata, with namespace and the classes around it: unique in the assembly.
    /// </summary>
    public required string MetadataName { get; init; }

    /// <summary>The class, in C#.</summary>
    public required string Type { get; init; }

    /// <summary>The name by which it is asked for.</summary>
    public required string Name { get; init; }

    /// <summary>The parameters of its constructor, which bind as those of a handler of the name would.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>
    /// Whether the constructor takes a <c>ref readonly</c>, which is not what an argument usually is.
    /// </summary>
    public required bool HasReadOnlyReferences { get; init; }
}
