using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>The attributes by which a type says how it travels.</summary>
internal sealed class PayloadVocabulary
{
    /// <summary>Mp's own.</summary>
    public static readonly PayloadVocabulary Own = new()
    {
        Payload = KnownTypes.PayloadAttribute,
        Key = KnownTypes.KeyAttribute,
        Ignored = KnownTypes.IgnoreMemberAttribute,
        Constructor = KnownTypes.PayloadConstructorAttribute,
    };

    private PayloadVocabulary()
    {
    }

    /// <summary>Marks a type.</summary>
    public required string Payload { get; init; }

    private string Key { get; init; } = "";

    private string Ignored { get; init; } = "";

    private string Constructor { get; init; } = "";

    /// <summary>The words that a type uses, or nothing if it is no payload.</summary>
    public static PayloadVocabulary? Of(INamedTypeSymbol type) => Has(type, Own.Payload) ? Own : null;

    /// <summary>A member's key: an <see cref="int"/>, a <see cref="string"/>, or nothing.</summary>
    public object? KeyOf(ISymbol member) => member.GetAttributes()
        .Where(attribute => KnownTypes.Is(attribute.AttributeClass, Key) && attribute.ConstructorArguments.Length == 1)
        .Select(static attribute => attribute.ConstructorArguments[0].Value)
        .FirstOrDefault();

    /// <summary>Whether a member stays behind.</summary>
    public bool Ignores(ISymbol member) => Has(member, Ignored);

    /// <summary>Whether a constructor is the one to use.</summary>
    public bool Chooses(IMethodSymbol constructor) => Has(constructor, Constructor);

    private static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(one => KnownTypes.Is(one.AttributeClass, attribute));
}
