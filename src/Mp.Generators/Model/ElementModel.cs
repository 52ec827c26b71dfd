namespace Mp.Generators.Model;

/// <summary>The type of a handler's parameter, or of a payload's member.</summary>
internal sealed record ElementModel
{
    public required ElementKind Kind { get; init; }

    /// <summary>The type, in C#, with <c>?</c> where null is taken.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// The type of the variable that it is read into, in C#: null may be in it until the read succeeds.
    /// </summary>
    public required string Variable { get; init; }

    /// <summary>The codec, as a C# expression; <see langword="null"/> where the kind alone says how.</summary>
    public required string? Codec { get; init; }
}
