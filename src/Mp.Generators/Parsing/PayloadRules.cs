using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>What of a type travels, and in which form, by the rules of the attributes that it uses.</summary>
internal abstract class PayloadRules
{
    /// <summary>The attributes.</summary>
    protected abstract PayloadVocabulary Words { get; }

    /// <summary>
    /// Whether a member that nothing can set may travel all the same: it is written, and passed over.
    /// </summary>
    public abstract bool WritesWhatCannotBeSet { get; }

    /// <summary>Whether it is an error if several constructors fit equally well.</summary>
    public abstract bool WantsOneConstructor { get; }

    /// <summary>Whether each member must have a key.</summary>
    public abstract bool NeedsKeys { get; }

    /// <summary>The rules for a type.</summary>
    public static PayloadRules Of(INamedTypeSymbol type, PayloadVocabulary words) => words == PayloadVocabulary.Own
        ? new OwnPayloadRules()
        : new MessagePackPayloadRules(
            words.GoesByNames(type),
            MembersOf(type).Any(member => words.KeyOf(member) is string));

    /// <summary>The key of a member: an <see cref="int"/>, a <see cref="string"/>, or nothing.</summary>
    public abstract object? KeyOf(PayloadCandidate member, IParameterSymbol? parameter);

    /// <summary>Whether a member travels.</summary>
    public abstract bool Travels(PayloadCandidate member, IParameterSymbol? parameter, object? key);

    /// <summary>Why there can be no codec of a type, whatever the types of its members are, or nothing.</summary>
    public virtual string? RefusalOf(INamedTypeSymbol type) => null;

    /// <summary>Why a member of this type can't travel, though it could elsewhere, or nothing.</summary>
    public virtual string? ObstacleOf(ITypeSymbol type) => null;

    /// <summary>Whether the members have places in an array.</summary>
    public abstract bool IsArray(IReadOnlyList<PayloadSlot> slots);

    /// <summary>Whether a parameter of a constructor is meant for a member.</summary>
    public abstract bool AreOne(PayloadCandidate member, IParameterSymbol parameter);

    /// <summary>The order in which members are written into a map.</summary>
    public abstract IEnumerable<PayloadSlot> InOrder(INamedTypeSymbol type, IEnumerable<PayloadSlot> slots);

    /// <summary>The fields and properties of a type.</summary>
    protected static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) =>
        PayloadCandidate.Of(type).Select(static candidate => candidate.Symbol);
}
