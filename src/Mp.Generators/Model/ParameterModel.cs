namespace Mp.Generators.Model;

/// <summary>A parameter of a handler.</summary>
internal sealed record ParameterModel
{
    public required ParameterKind Kind { get; init; }

    /// <summary>The element that it binds, or <see langword="null"/> if it does not bind just one.</summary>
    public required ElementModel? Element { get; init; }

    /// <summary>The default value, in C#, or <see langword="null"/> if the element must be there.</summary>
    public required string? Default { get; init; }
}
