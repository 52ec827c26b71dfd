using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>What of a payload travels, and how the payload is made anew.</summary>
internal sealed class PayloadLayout
{
    public required INamedTypeSymbol Type { get; init; }

    /// <summary>Whether it is an array, not a map.</summary>
    public required bool IsArray { get; init; }

    /// <summary>What travels, in the order in which it is written.</summary>
    public required IReadOnlyList<PayloadSlot> Slots { get; init; }

    public required IMethodSymbol Constructor { get; init; }

    /// <summary>Whether the codec must be inside the type.</summary>
    public required bool NeedsInside { get; init; }
}
