using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>The attributes by which a type says how it travels.</summary>
internal sealed class PayloadVocabulary
{
    /// <summary>Mp's own.</summary>
    public static readonly PayloadVocabulary Own = new()
    {
        Payload = KnownTypes.PayloadAttribute,
        Union = KnownTypes.UnionAttribute,
        Key = KnownTypes.KeyAttribute,
        Ignored = [KnownTypes.IgnoreMemberAttribute],
        Constructor = KnownTypes.PayloadConstructorAttribute,
    };

    /// <summary>Those of MessagePack-CSharp: its types have the same bytes here as there.</summary>
    public static readonly PayloadVocabulary MessagePack = new()
    {
        Payload = "MessagePack.MessagePackObjectAttribute",
        Union = "MessagePack.UnionAttribute",
        Key = "MessagePack.KeyAttribute",
        Ignored = ["MessagePack.IgnoreMemberAttribute", "System.Runtime.Serialization.IgnoreDataMemberAttribute"],
        Constructor = "MessagePack.SerializationConstructorAttribute",
    };

    /// <summary>All there are. A type that uses several means the first of them.</summary>
    public static readonly IReadOnlyList<PayloadVocabulary> All = [Own, MessagePack];

    private PayloadVocabulary()
    {
    }

    /// <summary>Marks a type.</summary>
    public required string Payload { get; init; }

    /// <summary>Gives a number to a type that another one stands for.</summary>
    public required string Union { get; init; }

    private string Key { get; init; } = "";

    private string[] Ignored { get; init; } = [];

    private string Constructor { get; init; } = "";

    /// <summary>The words that a type uses, or nothing if it is no payload.</summary>
    public static PayloadVocabulary? Of(INamedTypeSymbol type) => CustomCodecParser.IsMarked(type)
        ? null
        : All.FirstOrDefault(words => Has(type, words.Payload) || Has(type, words.Union));

    /// <summary>The attributes that make a type stand for others, or none if it does not.</summary>
    public IEnumerable<AttributeData> CasesOf(INamedTypeSymbol type) =>
        type.GetAttributes().Where(attribute => KnownTypes.Is(attribute.AttributeClass, Union));

    /// <summary>Whether all members of a type have their names for keys.</summary>
    public bool GoesByNames(INamedTypeSymbol type) => type.GetAttributes().Any(attribute =>
        KnownTypes.Is(attribute.AttributeClass, Payload)
        && attribute.ConstructorArguments.Any(static argument => argument.Value is true));

    /// <summary>A member's key: an <see cref="int"/>, a <see cref="string"/>, or nothing.</summary>
    public object? KeyOf(ISymbol member) => member.GetAttributes()
        .Where(attribute => KnownTypes.Is(attribute.AttributeClass, Key) && attribute.ConstructorArguments.Length == 1)
        .Select(static attribute => attribute.ConstructorArguments[0].Value)
        .FirstOrDefault();

    /// <summary>Whether a member stays behind.</summary>
    public bool Ignores(ISymbol member) => Array.Exists(Ignored, one => Has(member, one));

    /// <summary>Whether a constructor is the one to use.</summary>
    public bool Chooses(IMethodSymbol constructor) => Has(constructor, Constructor);

    private static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(one => KnownTypes.Is(one.AttributeClass, attribute));
}
