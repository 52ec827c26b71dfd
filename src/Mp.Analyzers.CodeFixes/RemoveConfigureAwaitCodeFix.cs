using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Lets a handler go on in its port's turn.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveConfigureAwaitCodeFix))]
[Shared]
public sealed class RemoveConfigureAwaitCodeFix : SyntaxCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.HandlerLeavesItsTurn.Id];

    /// <inheritdoc/>
    protected override string Title => "Remove ConfigureAwait";

    /// <inheritdoc/>
    protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode node, SemanticModel model) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var awaited } } call
            ? root.ReplaceNode(call, awaited.WithTriviaFrom(call))
            : null;
}
