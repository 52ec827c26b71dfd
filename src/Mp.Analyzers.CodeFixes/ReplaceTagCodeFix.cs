using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Replaces the tag of a message that nobody receives by the nearest that somebody does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceTagCodeFix))]
[Shared]
public sealed class ReplaceTagCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        SendDescriptors.TagIsNotReceived.Id,
        SendDescriptors.OnlyDerivedMayReceive.Id,
        SendDescriptors.TagIsUnknown.Id,
        SendDescriptors.SpawnNameIsUnknown.Id,
    ];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            // A tag that is a constant with a name is for its author to mend, where it is declared.
            if (diagnostic.Properties.TryGetValue(SendDescriptors.TagProperty, out string? tag)
                && tag is not null
                && root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                    is LiteralExpressionSyntax literal)
            {
                Document fixedDocument = context.Document.WithSyntaxRoot(
                    root.ReplaceNode(literal, LiteralOf(tag).WithTriviaFrom(literal)));
                string title = $"Change it to {SymbolDisplay.FormatLiteral(tag, quote: true)}";
                context.RegisterCodeFix(
                    CodeAction.Create(title, _ => Task.FromResult(fixedDocument), equivalenceKey: title),
                    diagnostic);
            }
        }
    }

    private static LiteralExpressionSyntax LiteralOf(string tag) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(tag));
}
