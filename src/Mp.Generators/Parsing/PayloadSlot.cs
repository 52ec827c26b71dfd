using Microsoft.CodeAnalysis;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>A member of a payload that travels.</summary>
internal sealed class PayloadSlot
{
    public required PayloadCandidate Member { get; init; }

    /// <summary>The parameter of the constructor that sets it, or nothing.</summary>
    public required IParameterSymbol? Parameter { get; init; }

    public required ElementModel Element { get; init; }

    public required PayloadSetting Setting { get; init; }

    /// <summary>The key: an <see cref="int"/>, a <see cref="string"/>, or nothing where none is said.</summary>
    public required object? Key { get; init; }

    /// <summary>What says that it has a codec by hand: the member or the parameter, or nothing.</summary>
    public ISymbol? Marked => MarkedOf(Member, Parameter);

    /// <summary>The type as it is read.</summary>
    public ITypeSymbol Type => Parameter?.Type ?? Member.Type;

    /// <summary>The type of what travels for it: another one if it has a codec by hand.</summary>
    public ITypeSymbol TravelsAs => CustomCodecParser.TravelsAs(Marked, Type);

    /// <summary>The type as it is declared: where the payload is generic, with its type parameters.</summary>
    public ITypeSymbol DeclaredType =>
        Parameter?.OriginalDefinition.Type
        ?? (Member.Symbol.OriginalDefinition as IPropertySymbol)?.Type
        ?? ((IFieldSymbol)Member.Symbol.OriginalDefinition).Type;

    /// <summary>Whether a payload without it is none.</summary>
    public bool IsRequired =>
        Setting == PayloadSetting.Required || (Setting == PayloadSetting.None && Default is null);

    /// <summary>The number of its place, or the text that it stands behind.</summary>
    public string KeyText => Key as string ?? (Key is int index ? PayloadKeys.Write(index) : Member.Name);

    /// <summary>What the constructor gets if it is missing, in C#, or nothing.</summary>
    public string? Default => Parameter is null
        ? null
        : LiteralText.DefaultOf(Parameter) ?? (ElementParser.TakesNull(Parameter.Type) ? "null" : null);

    /// <summary>Which of a member and its parameter is said to have a codec by hand, or nothing.</summary>
    public static ISymbol? MarkedOf(PayloadCandidate member, IParameterSymbol? parameter) =>
        CustomCodecParser.IsMarked(member.Symbol) ? member.Symbol
        : parameter is not null && CustomCodecParser.IsMarked(parameter) ? parameter
        : null;
}
