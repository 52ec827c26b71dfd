using Microsoft.CodeAnalysis;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>One of the types that a union stands for.</summary>
internal sealed class UnionCase
{
    public required int Number { get; init; }

    public required INamedTypeSymbol Type { get; init; }

    public required ElementModel Element { get; init; }
}
