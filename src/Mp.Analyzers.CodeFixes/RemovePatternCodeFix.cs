using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Removes a pattern that never makes its handler run.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemovePatternCodeFix))]
[Shared]
public sealed class RemovePatternCodeFix : SyntaxCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.PatternIsCovered.Id];

    /// <inheritdoc/>
    protected override string Title => "Remove the pattern";

    /// <inheritdoc/>
    protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode node, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent: AttributeListSyntax list } attribute
            || list.Parent is not MethodDeclarationSyntax method)
        {
            return null;
        }

        // A list is not left empty. What stands before the method, its comment say, stays.
        MethodDeclarationSyntax rewritten = list.Attributes.Count > 1
            ? method.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)))
            : method.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!;
        return root.ReplaceNode(method, rewritten.WithLeadingTrivia(method.GetLeadingTrivia()));
    }
}
