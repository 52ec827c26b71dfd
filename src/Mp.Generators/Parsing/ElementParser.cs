using Microsoft.CodeAnalysis;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Finds out how a type travels.</summary>
internal static class ElementParser
{
    /// <summary>How a payload's member of this type is read and written, or nothing if it can't travel.</summary>
    public static ElementModel? ParseMember(ITypeSymbol type)
    {
        // Enums can be read, but not written, without a codec.
        return Parse(type) is { Kind: ElementKind.Enum } element && new CodecParser().Parse(type) is { } codec
            ? element with { Kind = ElementKind.Coded, Codec = codec.Expression }
            : Parse(type);
    }

    /// <summary>
    /// Why a type can't travel, and which part of it, or of the payloads in it, is the reason; nothing if it can.
    /// </summary>
    public static string? ObstacleOf(ITypeSymbol type)
    {
        var parser = new CodecParser(looksIntoPayloads: true);
        return Parse(type, parser) is null ? parser.Obstacle : null;
    }

    /// <summary>Whether a type is an element as a parameter or a member, but not within another type.</summary>
    public static bool IsWholeElement(ITypeSymbol type) => KnownTypes.Is(type, KnownTypes.TypedPortId)
        || type is { SpecialType: SpecialType.System_Object, NullableAnnotation: NullableAnnotation.NotAnnotated };

    /// <summary>How a handler's parameter of this type is read, or nothing if it can't travel.</summary>
    public static ElementModel? Parse(ITypeSymbol type) => Parse(type, new CodecParser());

    /// <summary>The type, in C#, and its codec, as a C# expression, or nothing if it can't travel.</summary>
    public static (string Name, string Codec)? DescribeCodec(ITypeSymbol type) =>
        new CodecParser().Parse(type) is { } codec ? (codec.Type, codec.Expression) : null;

    /// <summary>Whether null is a value of the type. Where nothing is said, it is.</summary>
    public static bool TakesNull(ITypeSymbol type) => type.IsReferenceType
        ? type.NullableAnnotation != NullableAnnotation.NotAnnotated
        : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static ElementModel? Parse(ITypeSymbol type, CodecParser parser)
    {
        if (KnownTypes.Is(type, KnownTypes.TypedPortId))
        {
            return new ElementModel
            {
                Kind = ElementKind.TypedPortId,
                Type = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
                Variable = "global::" + KnownTypes.PortId,
                Codec = null,
            };
        }

        if (type is { SpecialType: SpecialType.System_Object, NullableAnnotation: NullableAnnotation.NotAnnotated })
        {
            return new ElementModel { Kind = ElementKind.Object, Type = "object", Variable = "object?", Codec = null };
        }

        if (parser.Parse(type) is not { } codec)
        {
            return null;
        }

        ElementKind kind = TakesNull(type) ? ElementKind.Coded : KindOf(type);
        return new ElementModel
        {
            Kind = kind,
            Type = codec.Type,
            Variable = type.IsReferenceType && !TakesNull(type) ? codec.Type + "?" : codec.Type,
            Codec = kind == ElementKind.Coded ? codec.Expression : null,
        };
    }

    private static ElementKind KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => ElementKind.Boolean,
        SpecialType.System_Single => ElementKind.Single,
        SpecialType.System_Double => ElementKind.Double,
        SpecialType.System_String => ElementKind.String,
        SpecialType.System_UInt64 => ElementKind.UnsignedInteger,
        SpecialType.System_Char or (>= SpecialType.System_SByte and <= SpecialType.System_Int64) => ElementKind.Integer,
        _ when type.TypeKind == TypeKind.Enum => ElementKind.Enum,
        _ when KnownTypes.Is(type, KnownTypes.PortId) => ElementKind.PortId,
        _ => ElementKind.Coded,
    };
}
