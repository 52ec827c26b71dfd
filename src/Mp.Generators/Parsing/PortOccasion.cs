using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mp.Generators.Parsing;

/// <summary>
/// The one declaration on whose behalf a class is parsed: it is parsed once, however many handlers it has.
/// </summary>
/// <param name="Type">The class, or the interface.</param>
/// <param name="RcvAttribute">The attribute that marks handlers.</param>
internal sealed record PortOccasion(INamedTypeSymbol Type, INamedTypeSymbol RcvAttribute)
{
    /// <summary>The first handler of a class.</summary>
    public static PortOccasion? OfHandler(GeneratorAttributeSyntaxContext handler) =>
        handler.TargetSymbol is IMethodSymbol method
        && handler.Attributes[0].AttributeClass is { } rcvAttribute
        && HandlerMethods.IsFirst(method, handler.TargetNode, rcvAttribute)
            ? new PortOccasion(method.ContainingType, rcvAttribute)
            : null;

    /// <summary>What receives the rest, in a class that has no handler.</summary>
    public static PortOccasion? OfUnmatched(GeneratorAttributeSyntaxContext unmatched) =>
        unmatched.TargetSymbol is IMethodSymbol method
        && RcvAttributeOf(unmatched.SemanticModel) is { } rcvAttribute
        && HandlerMethods.IsFirstUnmatched(method, unmatched.TargetNode, rcvAttribute)
            ? new PortOccasion(method.ContainingType, rcvAttribute)
            : null;

    /// <summary>Whether a node may be the declaration of a class that implements a contract.</summary>
    public static bool MayBeOfContract(SyntaxNode node) =>
        node is ClassDeclarationSyntax { BaseList: not null } declaration
        && declaration.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>A class that implements a contract, and has no handler of its own.</summary>
    /// <remarks>Most classes have no contract; those with handlers are parsed on behalf of these.</remarks>
    public static PortOccasion? OfContract(GeneratorSyntaxContext declaration, CancellationToken token) =>
        RcvAttributeOf(declaration.SemanticModel) is { } rcvAttribute
        && declaration.SemanticModel.GetDeclaredSymbol(declaration.Node, token) is INamedTypeSymbol type
        && HandlerSources.ContractsOf(type, rcvAttribute).Any()
        && HandlerMethods.Of(type, rcvAttribute).Count + HandlerMethods.UnmatchedOf(type).Count == 0
        && TypeDeclarations.IsFirstWithBases(type, declaration.Node, token)
            ? new PortOccasion(type, rcvAttribute)
            : null;

    /// <summary>A method that matches by hand, in a class that has no handler.</summary>
    public static PortOccasion? OfMatch(GeneratorSyntaxContext match, CancellationToken token) =>
        RcvAttributeOf(match.SemanticModel) is { } rcvAttribute
        && match.SemanticModel.GetDeclaredSymbol(match.Node, token) is IMethodSymbol { IsOverride: true } method
        && BaseClasses.IsPort(method.ContainingType)
        && HandlerSources.Of(method.ContainingType, rcvAttribute).Count == 0
        && HandlerMethods.UnmatchedOf(method.ContainingType).Count == 0
            ? new PortOccasion(method.ContainingType, rcvAttribute)
            : null;

    private static INamedTypeSymbol? RcvAttributeOf(SemanticModel model) =>
        model.Compilation.GetTypeByMetadataName(KnownTypes.RcvAttribute);
}
