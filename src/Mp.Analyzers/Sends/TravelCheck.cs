using Microsoft.CodeAnalysis;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>Whether values of a type can be written into a message that leaves the process.</summary>
internal static class TravelCheck
{
    /// <summary>Why a type can't travel, or nothing: a class that derives from it, or implements it, may.</summary>
    public static string? ProblemOf(ITypeSymbol type) => ProblemOf(type, type);

    /// <summary>The type for a diagnostic.</summary>
    public static string NameOf(ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static string? ProblemOf(ITypeSymbol type, ITypeSymbol whole)
    {
        if (IsUnknown(type) || ElementParser.ParseMember(type) is not null)
        {
            return null;
        }

        if (type is IArrayTypeSymbol array)
        {
            return array.IsSZArray ? ProblemOf(array.ElementType, whole) : "an array has one dimension";
        }

        if (type is not INamedTypeSymbol named || BaseClasses.IsPort(named))
        {
            return null;
        }

        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return ProblemOf(named.TypeArguments[0], whole);
        }

        if (Implements(named, "System.Collections.IDictionary") && named.TypeArguments.Length == 2)
        {
            return named.TypeArguments[0].SpecialType == SpecialType.System_String || IsUnknown(named.TypeArguments[0])
                ? ProblemOf(named.TypeArguments[1], whole)
                : "the keys of a dictionary are strings";
        }

        return Implements(named, "System.Collections.ICollection")
            ? named.TypeArguments
                .Select(item => ProblemOf(item, whole))
                .FirstOrDefault(static problem => problem is not null)
            : ProblemOfOther(named, whole);
    }

    private static string ProblemOfOther(INamedTypeSymbol type, ITypeSymbol whole)
    {
        string culprit = SymbolEqualityComparer.Default.Equals(type, whole) ? "it" : $"'{NameOf(type)}'";
        bool canBeMarked = type.TypeKind is TypeKind.Class or TypeKind.Struct
            && (type.IsRecord || !type.DeclaringSyntaxReferences.IsEmpty);
        return canBeMarked
            ? $"mark {culprit} with [Payload]"
            : $"no codec is known for {culprit}; send its parts";
    }

    // What is not sealed to begin with may turn out to be something that travels; of a class that is no base, it is a
    // slip.
    private static bool IsUnknown(ITypeSymbol type) =>
        type is IDynamicTypeSymbol or ITypeParameterSymbol or IErrorTypeSymbol or IPointerTypeSymbol
        || type.SpecialType is SpecialType.System_Object or SpecialType.System_Enum or SpecialType.System_ValueType
        || type.TypeKind == TypeKind.Interface
        || type.IsAbstract;

    private static bool Implements(INamedTypeSymbol type, string name) =>
        type.AllInterfaces.Any(one => KnownTypes.Is(one, name));
}
