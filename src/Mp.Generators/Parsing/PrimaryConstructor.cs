using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mp.Generators.Parsing;

/// <summary>Finds the primary constructor of a record.</summary>
internal static class PrimaryConstructor
{
    /// <summary>The constructor, or nothing if the record has none.</summary>
    public static IMethodSymbol? Of(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.IsEmpty
            ? FromMetadata(type)
            : type.InstanceConstructors.FirstOrDefault(constructor =>
                constructor.DeclaringSyntaxReferences.Any(reference =>
                    reference.GetSyntax(cancellationToken) is RecordDeclarationSyntax { ParameterList: not null }));

    // Metadata does not say which it is. But the compiler gives every record whose primary constructor has parameters a
    // method that takes it apart into just these.
    private static IMethodSymbol? FromMetadata(INamedTypeSymbol type)
    {
        IMethodSymbol[] candidates =
        [
            .. type.InstanceConstructors.Where(static constructor =>
                constructor.DeclaredAccessibility is Accessibility.Public),
        ];
        IMethodSymbol[] apart =
        [
            .. type.GetMembers("Deconstruct").OfType<IMethodSymbol>().Where(static method =>
                method.Parameters.All(static parameter => parameter.RefKind == RefKind.Out)),
        ];
        return Array.Find(candidates, constructor => Array.Exists(apart, method => AreOfOne(constructor, method)))
            ?? Array.Find(candidates, static constructor => constructor.Parameters.IsEmpty);
    }

    private static bool AreOfOne(IMethodSymbol constructor, IMethodSymbol method) =>
        constructor.Parameters.Length > 0
        && constructor.Parameters.Length == method.Parameters.Length
        && constructor.Parameters.Zip(method.Parameters, static (parameter, part) =>
            string.Equals(parameter.Name, part.Name, StringComparison.Ordinal)
            && SymbolEqualityComparer.Default.Equals(parameter.Type, part.Type)).All(static isEqual => isEqual);
}
