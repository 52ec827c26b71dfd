using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>Finds the methods of a class that are marked as receiving something.</summary>
internal static class HandlerMethods
{
    /// <summary>The handlers of a class, in the order of declaration.</summary>
    /// <remarks>
    /// Of several files, the one whose path sorts first comes first: the order in which the compiler is given them must
    /// not matter.
    /// </remarks>
    public static IReadOnlyList<IMethodSymbol> Of(INamedTypeSymbol type, INamedTypeSymbol rcvAttribute) =>
        Sorted(type, method => RcvsOf(method, rcvAttribute).Count > 0);

    /// <summary>The methods that receive what nothing else matches, in the order of declaration.</summary>
    public static IReadOnlyList<IMethodSymbol> UnmatchedOf(INamedTypeSymbol type) =>
        Sorted(type, static method => UnmatchedAttributeOf(method) is not null);

    /// <summary>The patterns of a method, in the order of declaration.</summary>
    public static IReadOnlyList<AttributeData> RcvsOf(IMethodSymbol method, INamedTypeSymbol rcvAttribute) =>
    [
        .. method.GetAttributes().Where(attribute =>
            SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, rcvAttribute)),
    ];

    /// <summary>
    /// Whether a declaration is that of its class's first handler: the one on whose behalf the class is parsed.
    /// </summary>
    /// <remarks>
    /// Asked for each handler, hence not by way of all of them: it is answered as soon as an earlier one is found.
    /// </remarks>
    public static bool IsFirst(IMethodSymbol method, SyntaxNode declaration, INamedTypeSymbol rcvAttribute)
    {
        // Both parts of a partial method may have patterns: the one with the first of them counts.
        IMethodSymbol definition = method.PartialDefinitionPart ?? method;
        return IsDeclared(definition, method, RcvsOf(definition, rcvAttribute)[0], declaration)
            && !StandingBefore(definition).Any(other => RcvsOf(other, rcvAttribute).Count > 0);
    }

    /// <summary>
    /// Whether a declaration is that of the first method that receives what nothing else matches, in a class that has
    /// no handlers on whose behalf it would be parsed.
    /// </summary>
    public static bool IsFirstUnmatched(IMethodSymbol method, SyntaxNode declaration, INamedTypeSymbol rcvAttribute)
    {
        IMethodSymbol first = UnmatchedOf(method.ContainingType)[0];
        return Of(method.ContainingType, rcvAttribute).Count == 0
            && IsDeclared(first, method, UnmatchedAttributeOf(first)!, declaration);
    }

    // As Sorted has them. Where files have the same path, it leaves them as they are.
    private static IEnumerable<IMethodSymbol> StandingBefore(IMethodSymbol method)
    {
        bool isPast = false;
        foreach (IMethodSymbol other in method.ContainingType.GetMembers().OfType<IMethodSymbol>())
        {
            isPast |= SymbolEqualityComparer.Default.Equals(other, method);
            int order = Compare(other.Locations[0], method.Locations[0]);
            if (order < 0 || (order == 0 && !isPast))
            {
                yield return other;
            }
        }
    }

    private static int Compare(Location one, Location other)
    {
        int order = string.CompareOrdinal(one.SourceTree?.FilePath, other.SourceTree?.FilePath);
        return order != 0 ? order : one.SourceSpan.Start.CompareTo(other.SourceSpan.Start);
    }

    private static bool IsDeclared(
        IMethodSymbol first,
        IMethodSymbol method,
        AttributeData attribute,
        SyntaxNode declaration) =>
        SymbolEqualityComparer.Default.Equals(first, method.PartialDefinitionPart ?? method)
        && attribute.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == declaration.SyntaxTree
        && declaration.Span.Contains(reference.Span);

    private static AttributeData? UnmatchedAttributeOf(IMethodSymbol method) => method.GetAttributes()
        .FirstOrDefault(static attribute =>
            KnownTypes.Is(attribute.AttributeClass, KnownTypes.RcvUnmatchedAttribute));

    private static IReadOnlyList<IMethodSymbol> Sorted(INamedTypeSymbol type, Func<IMethodSymbol, bool> predicate) =>
    [
        .. type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(predicate)
            .OrderBy(static method => method.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static method => method.Locations[0].SourceSpan.Start),
    ];
}
