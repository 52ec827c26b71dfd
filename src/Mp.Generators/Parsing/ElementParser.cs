using Microsoft.CodeAnalysis;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Finds out how a type travels.</summary>
internal static class ElementParser
{
    private const string Services = "global::Mp.CompilerServices.";
    private const string BuiltIn = Services + "BuiltInCodecs.";

    // What is an element by itself; the codec has the type's name.
    private static readonly string[] Scalars =
    [
        "System.Half", "System.Int128", "System.UInt128", "System.Numerics.BigInteger", "System.Text.Rune",
        "System.Guid", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Uri",
        "System.Version",
    ];

    /// <summary>How a payload's member of this type is read and written, or nothing if it can't travel.</summary>
    public static ElementModel? ParseMember(ITypeSymbol type)
    {
        // Enums can be read, but not written, without a codec.
        return Parse(type) is { Kind: ElementKind.Enum } element && TryDescribe(type, out _, out string codec)
            ? element with { Kind = ElementKind.Coded, Codec = codec }
            : Parse(type);
    }

    /// <summary>How a handler's parameter of this type is read, or nothing if it can't travel.</summary>
    public static ElementModel? Parse(ITypeSymbol type)
    {
        if (KnownTypes.Is(type, KnownTypes.TypedPortId))
        {
            return new ElementModel
            {
                Kind = ElementKind.TypedPortId,
                Type = NameOf(type),
                Variable = "global::" + KnownTypes.PortId,
                Codec = null,
            };
        }

        if (type is { SpecialType: SpecialType.System_Object, NullableAnnotation: NullableAnnotation.NotAnnotated })
        {
            return new ElementModel { Kind = ElementKind.Object, Type = "object", Variable = "object?", Codec = null };
        }

        if (!TryDescribe(type, out string name, out string codec))
        {
            return null;
        }

        ElementKind kind = TakesNull(type) ? ElementKind.Coded : KindOf(type);
        return new ElementModel
        {
            Kind = kind,
            Type = name,
            Variable = type.IsReferenceType && !TakesNull(type) ? name + "?" : name,
            Codec = kind == ElementKind.Coded ? codec : null,
        };
    }

    /// <summary>The type, in C#, and its codec, as a C# expression, or nothing if it can't travel.</summary>
    public static (string Name, string Codec)? DescribeCodec(ITypeSymbol type) =>
        TryDescribe(type, out string name, out string codec) ? (name, codec) : null;

    /// <summary>Whether null is a value of the type. Where nothing is said, it is.</summary>
    public static bool TakesNull(ITypeSymbol type) => type.IsReferenceType
        ? type.NullableAnnotation != NullableAnnotation.NotAnnotated
        : type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

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

    // The name is built up here, not taken from the symbol, to have a "?" on whatever takes null.
    private static bool TryDescribe(ITypeSymbol type, out string name, out string codec)
    {
        if (type.SpecialType == SpecialType.System_Object)
        {
            // Within a collection, nothing could say that an item must not be null.
            (name, codec) = ("object?", BuiltIn + "Object");
            return TakesNull(type);
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            bool isKnown = TryDescribe(nullable.TypeArguments[0], out string valueName, out string valueCodec);
            (name, codec) = (valueName + "?", $"new {Services}NullableCodec<{valueName}>({valueCodec})");
            return isKnown;
        }

        if (!TryDescribePresent(type, out name, out codec))
        {
            return false;
        }

        if (type.IsReferenceType && TakesNull(type))
        {
            (name, codec) = (name + "?", $"new {Services}NullableReferenceCodec<{name}>({codec})");
        }

        return true;
    }

    private static bool TryDescribePresent(ITypeSymbol type, out string name, out string codec)
    {
        name = codec = "";
        if (BuiltInCodecOf(type) is { } builtIn)
        {
            (name, codec) = (NameOf(type), BuiltIn + builtIn);
            return true;
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            name = NameOf(type);
            codec = $"new {Services}EnumCodec<{name}>()";
            return true;
        }

        if (type is IArrayTypeSymbol { IsSZArray: true } array)
        {
            bool isKnown = TryDescribe(array.ElementType, out string item, out string itemCodec);
            (name, codec) = (item + "[]", $"new {Services}ArrayCodec<{item}>({itemCodec})");
            return isKnown;
        }

        return type is INamedTypeSymbol named
            && (TryDescribeCollection(named, out name, out codec) || TryDescribePayload(named, out name, out codec));
    }

    private static bool TryDescribeCollection(INamedTypeSymbol type, out string name, out string codec)
    {
        name = codec = "";
        bool isList = KnownTypes.Is(type, "System.Collections.Generic.List`1");
        bool isMap = KnownTypes.Is(type, "System.Collections.Generic.Dictionary`2")
            && type.TypeArguments[0] is { SpecialType: SpecialType.System_String };
        if ((!isList && !isMap) || !TryDescribe(type.TypeArguments.Last(), out string item, out string itemCodec))
        {
            return false;
        }

        (name, codec) = isList
            ? ($"global::System.Collections.Generic.List<{item}>", $"new {Services}ListCodec<{item}>({itemCodec})")
            : ($"global::System.Collections.Generic.Dictionary<string, {item}>",
                $"new {Services}DictionaryCodec<{item}>({itemCodec})");
        return true;
    }

    private static bool TryDescribePayload(INamedTypeSymbol type, out string name, out string codec)
    {
        name = ClosedPayloadParser.Write(type);
        codec = $"{Services}PayloadCodecs.Of<{name}>()";
        return (PayloadVocabulary.Of(type) is not null || CustomCodecParser.IsMarked(type))
            && type.TypeArguments.All(static argument =>
                ClosedPayloadParser.IsVisible(argument) && TryDescribe(argument, out _, out _));
    }

    private static string? BuiltInCodecOf(ITypeSymbol type) => type switch
    {
        {
            SpecialType: SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String
            or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64)
            or SpecialType.System_Single or SpecialType.System_Double
            or SpecialType.System_Decimal or SpecialType.System_DateTime
        } => type.Name,
        IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte } => "Bytes",
        INamedTypeSymbol memory when KnownTypes.Is(type, "System.ReadOnlyMemory`1") =>
            memory.TypeArguments[0].SpecialType == SpecialType.System_Byte ? "Memory" : null,
        _ when KnownTypes.Is(type, KnownTypes.PortId) => "PortId",
        _ when Scalars.Any(name => KnownTypes.Is(type, name)) => type.Name,
        _ => null,
    };

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
