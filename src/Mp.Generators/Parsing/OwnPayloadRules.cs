using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>The rules for types marked <c>[Payload]</c>: docs/payloads.md.</summary>
internal sealed class OwnPayloadRules : PayloadRules
{
    /// <inheritdoc/>
    public override bool WritesWhatCannotBeSet => false;

    /// <inheritdoc/>
    public override bool WantsOneConstructor => true;

    /// <inheritdoc/>
    public override bool NeedsKeys => false;

    /// <inheritdoc/>
    protected override PayloadVocabulary Words => PayloadVocabulary.Own;

    /// <inheritdoc/>
    public override object? KeyOf(PayloadCandidate member, IParameterSymbol? parameter) =>
        Words.KeyOf(member.Symbol) ?? (parameter is null ? null : Words.KeyOf(parameter));

    // What only computes something, or is private, does not travel, unless it says so by a key.
    /// <inheritdoc/>
    public override bool Travels(PayloadCandidate member, IParameterSymbol? parameter, object? key) =>
        !Words.Ignores(member.Symbol)
        && (parameter is not null
            || key is not null
            || (member.Symbol.DeclaredAccessibility == Accessibility.Public
                && member.Getter is not null
                && member.Setter is not null));

    /// <inheritdoc/>
    public override bool IsArray(IReadOnlyList<PayloadSlot> slots) => slots.Any(static slot => slot.Key is int);

    /// <inheritdoc/>
    public override bool AreOne(PayloadCandidate member, IParameterSymbol parameter) =>
        string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override IEnumerable<PayloadSlot> InOrder(INamedTypeSymbol type, IEnumerable<PayloadSlot> slots) =>
        slots.OrderBy(static slot => slot.Parameter?.Ordinal ?? int.MaxValue);
}
