using Mp.Generators.Collections;

namespace Mp.Generators.Model;

/// <summary>The parameters of a handler, as far as it has a pattern or not.</summary>
internal sealed record ParameterListModel
{
    /// <summary>What the handler binds, in order: its parameters, or the members of one that is composed.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>
    /// The tag that the composed parameter asks for, or <see langword="null"/>: it is the pattern then.
    /// </summary>
    public required string? Tag { get; init; }

    /// <summary>The parameter that is a whole message, or <see langword="null"/>.</summary>
    public required ComposedModel? Composed { get; init; }
}
