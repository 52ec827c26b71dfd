using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>The rules for types with the attributes of MessagePack-CSharp: those of its standard resolver.</summary>
/// <param name="goesByNames">Whether the names of members are their keys, whatever else they are marked with.</param>
/// <param name="hasTexts">Whether members have texts for keys.</param>
internal sealed class MessagePackPayloadRules(bool goesByNames, bool hasTexts) : PayloadRules
{
    private const string Callbacks = "MessagePack.IMessagePackSerializationCallbackReceiver";
    private const string Formatter = "MessagePack.MessagePackFormatterAttribute";

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

    // By names, all travels that is public, and public to set, or set by the constructor. Else what has no key must not
    // be there.
    /// <inheritdoc/>
    public override bool Travels(PayloadCandidate member, IParameterSymbol? parameter, object? key) =>
        !Words.Ignores(member.Symbol)
        && member.Getter is not null
        && (key is not null
            || (member.Symbol.DeclaredAccessibility == Accessibility.Public
                && (goesByNames
                    ? parameter is not null || member.Setter?.DeclaredAccessibility == Accessibility.Public
                    : member.Setter is not null)));

    /// <inheritdoc/>
    public override bool IsArray(IReadOnlyList<PayloadSlot> slots) => !goesByNames && !hasTexts;

    // What the library would do besides is unknown here, so the bytes would be others.
    /// <inheritdoc/>
    public override string? RefusalOf(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(static one => KnownTypes.Is(one, Callbacks))
            ? "It is to be called before and after by IMessagePackSerializationCallbackReceiver, which Mp does not do"
        : type.GetAttributes().Any(AllowsPrivate) ? "It says AllowPrivate, which Mp does not know"
        : HasFormatter(type) ? "It has a [MessagePackFormatter], which Mp does not know"
        : MembersOf(type).FirstOrDefault(HasFormatter) is { } member
            ? $"Member '{member.Name}' has a [MessagePackFormatter], which Mp does not know"
        : null;

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

    // Base classes first and properties before fields; which of both counts more depends on the keys.
    /// <inheritdoc/>
    public override IEnumerable<PayloadSlot> InOrder(INamedTypeSymbol type, IEnumerable<PayloadSlot> slots)
    {
        bool IsField(PayloadSlot slot) => slot.Member.Symbol is IFieldSymbol;
        int Distance(PayloadSlot slot) => DistanceOf(slot.Member.Symbol.ContainingType, type);
        return goesByNames
            ? slots.OrderByDescending(Distance).ThenBy(IsField)
            : slots.OrderBy(IsField).ThenByDescending(Distance);
    }

    private static bool HasFormatter(ISymbol symbol) =>
        symbol.GetAttributes().Any(static attribute => KnownTypes.Is(attribute.AttributeClass, Formatter));

    private static bool AllowsPrivate(AttributeData attribute) =>
        KnownTypes.Is(attribute.AttributeClass, PayloadVocabulary.MessagePack.Payload)
        && attribute.NamedArguments.Any(static argument => argument is { Key: "AllowPrivate", Value.Value: true });

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
