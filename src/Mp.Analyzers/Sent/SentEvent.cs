using Microsoft.CodeAnalysis;

namespace Mp.Analyzers.Sent;

/// <summary>Something that happens to a variable.</summary>
/// <param name="Kind">What.</param>
/// <param name="Variable">To which; <see langword="null"/> if to every field.</param>
/// <param name="Operation">Where.</param>
internal sealed record SentEvent(SentEventKind Kind, ISymbol? Variable, IOperation Operation)
{
    /// <summary>Whether it happens to this variable.</summary>
    public bool IsOf(ISymbol variable) => Variable is null
        ? variable is IFieldSymbol
        : SymbolEqualityComparer.Default.Equals(Variable, variable);
}
