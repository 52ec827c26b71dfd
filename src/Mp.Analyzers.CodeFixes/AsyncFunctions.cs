using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Makes functions asynchronous, where that changes nothing for whoever calls them.</summary>
internal static class AsyncFunctions
{
    private static readonly SyntaxToken Async =
        SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);

    /// <summary>What is to be done to a function, or to another form of it; nothing if it can't be done.</summary>
    public static Func<SyntaxNode, SyntaxNode>? TryMakeAsync(SyntaxNode function, SemanticModel model) =>
        function switch
        {
            MethodDeclarationSyntax method when model.GetDeclaredSymbol(method) is { } symbol =>
                symbol.IsAsync ? Same : CanChange(symbol, model) ? Method : null,
            LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword) ? Same : null,
            AnonymousFunctionExpressionSyntax { AsyncKeyword.RawKind: not 0 } => Same,
            AnonymousFunctionExpressionSyntax lambda => CanChange(lambda, model) ? Lambda : null,
            _ => null,
        };

    private static SyntaxNode Same(SyntaxNode function) => function;

    private static MethodDeclarationSyntax Method(SyntaxNode function)
    {
        var method = (MethodDeclarationSyntax)function;
        bool isVoid = method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        TypeSyntax type = KnownSyntax.ValueTask(isVoid ? null : method.ReturnType).WithTriviaFrom(method.ReturnType);
        if (method.Modifiers.Count > 0)
        {
            return method.WithModifiers(method.Modifiers.Add(Async)).WithReturnType(type);
        }

        return method
            .WithModifiers(SyntaxFactory.TokenList(Async.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia())))
            .WithReturnType(type.WithLeadingTrivia());
    }

    private static AnonymousFunctionExpressionSyntax Lambda(SyntaxNode function)
    {
        var lambda = (AnonymousFunctionExpressionSyntax)function;
        return lambda.WithLeadingTrivia()
            .WithModifiers(lambda.Modifiers.Add(Async))
            .WithLeadingTrivia(lambda.GetLeadingTrivia());
    }

    // Only the match table calls a handler, and takes either form. Of others nobody knows who calls them.
    private static bool CanChange(IMethodSymbol method, SemanticModel model) =>
        Handlers.Find(model.Compilation) is { } handlers
        && handlers.IsMarked(method)
        && method is { IsOverride: false, IsVirtual: false, IsPartialDefinition: false, PartialDefinitionPart: null }
        && (method.ReturnsVoid || method.ReturnType.SpecialType == SpecialType.System_Boolean)
        && method.Parameters.All(static one => one.RefKind == RefKind.None && !one.Type.IsRefLikeType)
        && !method.ContainingType.AllInterfaces
            .SelectMany(static contract => contract.GetMembers().OfType<IMethodSymbol>())
            .Any(member => SymbolEqualityComparer.Default.Equals(
                method.ContainingType.FindImplementationForInterfaceMember(member),
                method));

    // A lambda's result is what its body makes it: that of an awaited expression may mean that the handler is done.
    private static bool CanChange(AnonymousFunctionExpressionSyntax lambda, SemanticModel model) =>
        lambda is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }, Body: var body }
        && Handlers.Find(model.Compilation) is { } handlers
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol called
        && handlers.AddsHandler(called)
        && model.GetSymbolInfo(lambda).Symbol is IMethodSymbol symbol
        && (symbol.ReturnsVoid ? body is BlockSyntax : symbol.ReturnType.SpecialType == SpecialType.System_Boolean);
}
