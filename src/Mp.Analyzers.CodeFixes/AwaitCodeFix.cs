using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Awaits what a handler blocks for, or does not wait for at all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitCodeFix))]
[Shared]
public sealed class AwaitCodeFix : SyntaxCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.HandlerBlocks.Id, Descriptors.TaskIsDropped.Id];

    /// <inheritdoc/>
    protected override string Title => "Await it";

    /// <inheritdoc/>
    protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode node, SemanticModel model)
    {
        if (node is not ExpressionSyntax expression
            || Awaitables.Of(expression, model) is not { } awaitable
            || expression.Ancestors().FirstOrDefault(IsFunction) is not { } function
            || expression.Ancestors().TakeWhile(one => one != function).Any(IsWithoutAwait)
            || AsyncFunctions.TryMakeAsync(function, model) is not { } makeAsync)
        {
            return null;
        }

        ExpressionSyntax awaited = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            awaitable.WithoutTrivia());
        awaited = IsPartOfChain(expression) ? SyntaxFactory.ParenthesizedExpression(awaited) : awaited;
        return root.ReplaceNode(
            function,
            makeAsync(function.ReplaceNode(expression, awaited.WithTriviaFrom(expression))));
    }

    private static bool IsFunction(SyntaxNode node) =>
        node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    private static bool IsWithoutAwait(SyntaxNode node) => node is LockStatementSyntax or UnsafeStatementSyntax
        or FixedStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax;

    private static bool IsPartOfChain(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax => true,
        ElementAccessExpressionSyntax access => access.Expression == expression,
        InvocationExpressionSyntax call => call.Expression == expression,
        PostfixUnaryExpressionSyntax => true,
        _ => false,
    };
}
