using Microsoft.CodeAnalysis;
using Mp.Generators.Collections;
using Mp.Generators.Contracts;

namespace Mp.Generators.Parsing;

/// <summary>Finds out what a type is to those who send it.</summary>
internal static class TypeShapeParser
{
    /// <summary>The shape of a type, whether or not it can travel.</summary>
    public static TypeShape Parse(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Parse(nullable.TypeArguments[0]) with { IsNullable = true };
        }

        TypeShape shape = ParsePresent(type);
        return type.IsReferenceType && ElementParser.TakesNull(type) ? shape with { IsNullable = true } : shape;
    }

    /// <summary>The shape of what travels for a member or parameter, which may have a codec by hand.</summary>
    /// <param name="marked">What says so, or nothing.</param>
    /// <param name="type">The type of the member or parameter.</param>
    public static TypeShape Parse(ISymbol? marked, ITypeSymbol type)
    {
        TypeShape shape = Parse(CustomCodecParser.TravelsAs(marked, type));
        return ElementParser.TakesNull(type) ? shape with { IsNullable = true } : shape;
    }

    private static TypeShape ParsePresent(ITypeSymbol type) => type switch
    {
        { SpecialType: not SpecialType.None } when SpecialShape(type.SpecialType) is { } special => special,
        _ when ScalarTypes.IsBytes(type) => Of(TypeShapeKind.Bytes),
        IArrayTypeSymbol { IsSZArray: true } array => Of(TypeShapeKind.Sequence, array.ElementType),
        INamedTypeSymbol { EnumUnderlyingType: { } integer } =>
            Of(TypeShapeKind.Enum, integer) with { Name = KnownTypes.MetadataNameOf((INamedTypeSymbol)type) },
        INamedTypeSymbol named => ParseNamed(named),
        _ => Of(TypeShapeKind.Named) with { Name = type.ToDisplayString() },
    };

    private static TypeShape ParseNamed(INamedTypeSymbol type)
    {
        if (KnownTypes.Is(type, KnownTypes.PortId))
        {
            return Of(TypeShapeKind.PortId);
        }

        if (KnownTypes.Is(type, KnownTypes.TypedPortId))
        {
            return Of(TypeShapeKind.PortId) with { Name = NameOf(type.TypeArguments[0]) };
        }

        if (CollectionTypes.IsSequence(type))
        {
            return Of(TypeShapeKind.Sequence, type.TypeArguments[0]);
        }

        return CollectionTypes.IsMap(type) && type.TypeArguments[0].SpecialType == SpecialType.System_String
            ? Of(TypeShapeKind.Map, type.TypeArguments[1])
            : Of(TypeShapeKind.Named, [.. type.TypeArguments]) with { Name = NameOf(type) };
    }

    private static string NameOf(ITypeSymbol type) =>
        type is INamedTypeSymbol named ? KnownTypes.MetadataNameOf(named.OriginalDefinition) : type.Name;

    private static TypeShape? SpecialShape(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => Of(TypeShapeKind.Boolean),
        SpecialType.System_Single => Of(TypeShapeKind.Single),
        SpecialType.System_Double => Of(TypeShapeKind.Double),
        SpecialType.System_String => Of(TypeShapeKind.String),
        SpecialType.System_Object => Of(TypeShapeKind.Object),
        SpecialType.System_Char => Integer("char"),
        SpecialType.System_SByte => Integer("sbyte"),
        SpecialType.System_Byte => Integer("byte"),
        SpecialType.System_Int16 => Integer("short"),
        SpecialType.System_UInt16 => Integer("ushort"),
        SpecialType.System_Int32 => Integer("int"),
        SpecialType.System_UInt32 => Integer("uint"),
        SpecialType.System_Int64 => Integer("long"),
        SpecialType.System_UInt64 => Integer("ulong"),
        _ => null,
    };

    private static TypeShape Integer(string name) => new() { Kind = TypeShapeKind.Integer, Name = name };

    private static TypeShape Of(TypeShapeKind kind, params ITypeSymbol[] arguments) =>
        new() { Kind = kind, Arguments = arguments.Select(Parse).ToEquatableArray() };
}
