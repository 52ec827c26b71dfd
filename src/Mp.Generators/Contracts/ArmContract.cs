using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Contracts;

/// <summary>The messages that one pattern of a handler matches: those that begin with such elements.</summary>
internal sealed record ArmContract
{
    /// <summary>
    /// Whether the handler is added at run time. Then only the tag is known: what follows it is not looked into.
    /// </summary>
    public bool IsAdded { get; init; }

    /// <summary>What is asked of the elements, from the first on.</summary>
    public required EquatableArray<ElementContract> Elements { get; init; }

    /// <summary>The name of the parameter that takes all further elements, or empty.</summary>
    public string Rest { get; init; } = "";

    /// <summary>The string that a message must begin with, or <see langword="null"/>.</summary>
    public string? Tag => Elements.Count > 0 && Elements[0].Constant is { Kind: ConstantKind.String } tag
        ? tag.Value
        : null;

    /// <summary>Whether it matches every message, even the empty one.</summary>
    public bool IsCatchAll => Elements.All(static element => element.IsOptional);
}
