using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Removes a default value that no message brings about.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveDefaultValueCodeFix))]
[Shared]
public sealed class RemoveDefaultValueCodeFix : SyntaxCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.DefaultIsNeverUsed.Id];

    /// <inheritdoc/>
    protected override string Title => "Remove the default value";

    /// <inheritdoc/>
    protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode node, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<ParameterSyntax>() is not { Default: not null, Parent: ParameterListSyntax list }
            parameter)
        {
            return null;
        }

        // Those before it are as useless, and the compiler wants them gone first.
        IEnumerable<ParameterSyntax> useless =
            list.Parameters.Where(one => one.Default is not null && one.SpanStart <= parameter.SpanStart);
        return root.ReplaceNodes(useless, static (_, one) =>
            one.WithDefault(null).WithIdentifier(one.Identifier.WithTrailingTrivia()));
    }
}
