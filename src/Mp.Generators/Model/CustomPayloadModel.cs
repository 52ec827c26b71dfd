namespace Mp.Generators.Model;

/// <summary>A type whose codec is written by hand.</summary>
internal sealed record CustomPayloadModel
{
    /// <summary>The type's name in metadata, with namespace and the types around it: unique in the assembly.</summary>
    public required string MetadataName { get; init; }

    public required ElementModel Element { get; init; }
}
