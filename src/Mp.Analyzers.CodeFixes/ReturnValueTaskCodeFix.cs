using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Lets an <c>async void</c> handler return what its port can wait for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnValueTaskCodeFix))]
[Shared]
public sealed class ReturnValueTaskCodeFix : SyntaxCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.HandlerIsAsyncVoid.Id];

    /// <inheritdoc/>
    protected override string Title => "Return ValueTask";

    /// <inheritdoc/>
    protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode node, SemanticModel model) =>
        node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { ReturnType: PredefinedTypeSyntax nothing }
            ? root.ReplaceNode(nothing, KnownSyntax.ValueTask(result: null).WithTriviaFrom(nothing))
            : null;
}
