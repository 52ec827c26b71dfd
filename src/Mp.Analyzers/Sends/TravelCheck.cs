using Microsoft.CodeAnalysis;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>Whether values of a type can be written into a message that leaves the process.</summary>
internal static class TravelCheck
{
    /// <summary>
    /// Why a type can't travel, with the part of it that is the reason, or nothing: a class that derives from it, or
    /// implements it, may.
    /// </summary>
    public static string? ProblemOf(ITypeSymbol type)
    {
        var parser = new CodecParser(IsLeftToRunTime, looksIntoPayloads: true);
        return parser.Parse(type) is null ? parser.Obstacle
            : HasPair(type) ? "what is in a 'KeyValuePair' is known only where it is received: send a tuple"
            : null;
    }

    /// <summary>The type for a diagnostic.</summary>
    public static string NameOf(ITypeSymbol type) => Obstacles.NameOf(type);

    // Of a payload, the codec knows.
    private static bool HasPair(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasPair(array.ElementType),
        INamedTypeSymbol named => KnownTypes.Is(named, "System.Collections.Generic.KeyValuePair`2")
            || (PayloadVocabulary.Of(named) is null && named.TypeArguments.Any(HasPair)),
        _ => false,
    };

    // What is not sealed to begin with may turn out to be something that travels; of a class that is no base, it is a
    // slip.
    private static bool IsLeftToRunTime(ITypeSymbol type) =>
        type is IDynamicTypeSymbol or ITypeParameterSymbol or IErrorTypeSymbol or IPointerTypeSymbol
        || type.SpecialType is SpecialType.System_Object or SpecialType.System_Enum or SpecialType.System_ValueType
        || (type is INamedTypeSymbol named && IsLeftToRunTime(named));

    private static bool IsLeftToRunTime(INamedTypeSymbol type)
    {
        if (KnownTypes.Is(type, KnownTypes.TypedPortId) || BaseClasses.IsPort(type))
        {
            return true;
        }

        if (CollectionTypes.IsSequence(type) || CollectionTypes.IsMap(type))
        {
            return false;
        }

        return type.TypeKind == TypeKind.Interface || type.IsAbstract || IsWrittenByItsItems(type);
    }

    // A collection that nobody can receive as what it is.
    private static bool IsWrittenByItsItems(INamedTypeSymbol type)
    {
        INamedTypeSymbol[] items = [.. type.AllInterfaces.Where(static one =>
            one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)];
        return ScalarTypes.CodecOf(type) is null
            && type.AllInterfaces.Any(static one => one.SpecialType == SpecialType.System_Collections_IEnumerable)
            && Array.TrueForAll(items, static one => ProblemOf(one.TypeArguments[0]) is null);
    }
}
