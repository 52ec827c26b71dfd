using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Mp.Analyzers.CodeFixes;

/// <summary>A code fix within one file, and with one answer.</summary>
public abstract class SyntaxCodeFix : CodeFixProvider
{
    /// <summary>What the editor shows; it also tells the fix from others.</summary>
    protected abstract string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model =
            await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is not null
            && model is not null
            && Rewrite(root, root.FindNode(SpanOf(context), getInnermostNodeForTie: true), model) is { } rewritten)
        {
            Document fixedDocument = context.Document.WithSyntaxRoot(rewritten);
            context.RegisterCodeFix(
                CodeAction.Create(Title, _ => Task.FromResult(fixedDocument), equivalenceKey: Title),
                context.Diagnostics);
        }
    }

    /// <summary>Where the problem is mended; unless somebody says otherwise, where it is reported.</summary>
    protected virtual TextSpan SpanOf(CodeFixContext context) => context.Span;

    /// <summary>The file with the problem mended, or nothing if this one can't be mended so.</summary>
    /// <param name="root">The file.</param>
    /// <param name="node">Where the problem is mended.</param>
    /// <param name="model">What the file means.</param>
    protected abstract SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode node, SemanticModel model);
}
