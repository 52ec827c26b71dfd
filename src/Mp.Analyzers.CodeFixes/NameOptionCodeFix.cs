using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Analyzers.Sends;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Names an option of a call, and puts it where those with names stand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameOptionCodeFix))]
[Shared]
public sealed class NameOptionCodeFix : SyntaxCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [SendDescriptors.OptionHasNoName.Id];

    /// <inheritdoc/>
    protected override string Title => "Write its name";

    /// <inheritdoc/>
    protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode node, SemanticModel model)
    {
        if (node.FirstAncestorOrSelf<ArgumentSyntax>() is not { Parent: ArgumentListSyntax list } argument
            || CallOptions.NameOf(model.GetTypeInfo(argument.Expression).Type) is not { } name
            || list.Arguments.Any(one => IsNamed(one, name)))
        {
            return null;
        }

        ArgumentSyntax named = argument.WithNameColon(
            SyntaxFactory.NameColon(name).WithTrailingTrivia(SyntaxFactory.Space));
        bool isLast = list.Arguments
            .Skip(list.Arguments.IndexOf(argument) + 1)
            .All(static one => one.NameColon is not null);
        return root.ReplaceNode(list, list.WithArguments(isLast
            ? list.Arguments.Replace(argument, named)
            : list.Arguments.Remove(argument).Add(named.WithLeadingTrivia(SyntaxFactory.Space))));
    }

    private static bool IsNamed(ArgumentSyntax argument, string name) =>
        string.Equals(argument.NameColon?.Name.Identifier.ValueText, name, StringComparison.Ordinal);
}
