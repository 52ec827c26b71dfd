using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>The rules for types with the attributes of MessagePack-CSharp: those of its standard resolver.</summary>
/// <param name="goesByNames">Whether the names of members are their keys, whatever else they are marked with.</param>
/// <param name="hasTexts">Whether members have texts for keys.</param>
internal sealed class MessagePackPayloadRules(bool goesByNames, bool hasTexts) : PayloadRules
{
    /// <inheritdoc/>
    public override bool WritesWhatCannotBeSet => true;

    /// <inheritdoc/>
    public override bool WantsOneConstructor => false;

    /// <inheritdoc/>
    public override bool NeedsKeys => !goesByNames;

    /// <inheritdoc/>
    protected override PayloadVocabulary Words => PayloadVocabulary.MessagePack;

    /// <inheritdoc/>
    public override object? KeyOf(PayloadCandidate member, IParameterSymbol? parameter) =>
        goesByNames ? null : Words.KeyOf(member.Symbol);

    // By names, all that is public travels, be it computed only. Else what has no key must not be there.
    /// <inheritdoc/>
    public override bool Travels(PayloadCandidate member, IParameterSymbol? parameter, object? key) =>
        !Words.Ignores(member.Symbol)
        && member.Getter is not null
        && (key is not null
            || (member.Symbol.DeclaredAccessibility == Accessibility.Public
                && (goesByNames || member.Setter is not null)));

    /// <inheritdoc/>
    public override bool IsArray(IReadOnlyList<PayloadSlot> slots) => !goesByNames && !hasTexts;

    // The library writes keys as what they are, Mp as texts: of strings and GUIDs that is the same.
    /// <inheritdoc/>
    public override string? ObstacleOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => ObstacleOf(array.ElementType),
        INamedTypeSymbol named when PayloadVocabulary.Of(named) == PayloadVocabulary.Own => null,
        INamedTypeSymbol named when CollectionTypes.IsMap(named) && !IsKey(named.TypeArguments[0]) =>
            $"MessagePack-CSharp writes keys of '{Obstacles.NameOf(named.TypeArguments[0])}' in another form: "
            + "here keys are strings or GUIDs",
        INamedTypeSymbol named => named.TypeArguments.Select(ObstacleOf).FirstOrDefault(static one => one is not null),
        _ => null,
    };

    // Of an array, the first parameter is for the first place, whatever it is called.
    /// <inheritdoc/>
    public override bool AreOne(PayloadCandidate member, IParameterSymbol parameter) => goesByNames || hasTexts
        ? string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
        : Words.KeyOf(member.Symbol) is int key && key == parameter.Ordinal;

    // Properties before fields, and those of the type itself before those of its base classes.
    /// <inheritdoc/>
    public override IEnumerable<PayloadSlot> InOrder(INamedTypeSymbol type, IEnumerable<PayloadSlot> slots) => slots
        .OrderBy(static slot => slot.Member.Symbol is IFieldSymbol)
        .ThenBy(slot => DistanceOf(slot.Member.Symbol.ContainingType, type));

    private static bool IsKey(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String || KnownTypes.Is(type, "System.Guid");

    private static int DistanceOf(INamedTypeSymbol above, INamedTypeSymbol type)
    {
        int distance = 0;
        for (INamedTypeSymbol? one = type; !SymbolEqualityComparer.Default.Equals(one, above); one = one!.BaseType)
        {
            distance++;
        }

        return distance;
    }
}
