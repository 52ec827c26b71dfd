using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>Finds payloads that hold themselves without end, such that there could never be one.</summary>
internal static class PayloadCycles
{
    /// <summary>The member by which a payload needs another one like itself, or nothing.</summary>
    public static PayloadSlot? Find(PayloadLayout layout, CancellationToken cancellationToken)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        return layout.Slots.FirstOrDefault(slot => Needs(slot, layout.Type, seen, cancellationToken));
    }

    private static bool Needs(
        PayloadSlot slot,
        INamedTypeSymbol type,
        HashSet<ITypeSymbol> seen,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!slot.IsRequired || slot.Marked is not null || ElementParser.TakesNull(slot.Type))
        {
            return false;
        }

        // A payload that needs another form of itself, as Node<List<T>>, has no end either.
        if (SymbolEqualityComparer.Default.Equals(slot.Type.OriginalDefinition, type.OriginalDefinition))
        {
            return true;
        }

        return slot.Type is INamedTypeSymbol member
            && !ClosedPayloadParser.IsTooDeep(member)
            && seen.Add(member)
            && PayloadVocabulary.Of(member) is { } words
            && !UnionParser.IsUnion(member)
            && LayoutOf(member, words, cancellationToken) is { } layout
            && layout.Slots.Any(next => Needs(next, type, seen, cancellationToken));
    }

    private static PayloadLayout? LayoutOf(
        INamedTypeSymbol type,
        PayloadVocabulary words,
        CancellationToken cancellationToken) =>
        PayloadLayoutParser.Parse(type, words, type.ContainingAssembly, new ProblemSink(null), cancellationToken);
}
