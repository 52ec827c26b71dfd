using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.CodeFixes;

/// <summary>Sends a copy of a collection that is changed afterwards.</summary>
/// <remarks>What is in the collection is not copied: the diagnostic comes back if that is changed.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendCopyCodeFix))]
[Shared]
public sealed class SendCopyCodeFix : SyntaxCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.SentDataIsChanged.Id];

    /// <inheritdoc/>
    protected override string Title => "Send a copy";

    /// <inheritdoc/>
    protected override TextSpan SpanOf(CodeFixContext context) =>
        context.Diagnostics[0].AdditionalLocations[0].SourceSpan;

    /// <inheritdoc/>
    protected override SyntaxNode? Rewrite(SyntaxNode root, SyntaxNode node, SemanticModel model) =>
        node is ExpressionSyntax sent && CopyOf(sent, model) is { } copy
            ? root.ReplaceNode(sent, SyntaxFactory.ParseExpression(copy).WithTriviaFrom(sent))
            : null;

    private static string? CopyOf(ExpressionSyntax sent, SemanticModel model)
    {
        ITypeSymbol? type = model.GetTypeInfo(sent).Type;
        string name = type?.ToMinimalDisplayString(model, NullableFlowState.NotNull, sent.SpanStart) ?? "";
        if (type is IArrayTypeSymbol)
        {
            return $"({name}){sent}.Clone()";
        }

        return KnownTypes.Is(type, "System.Collections.Generic.List`1")
            ? $"new {name}({sent})"
            : KnownTypes.Is(type, "System.Collections.Generic.Dictionary`2")
                ? $"new {name}({sent}, {sent}.Comparer)"
                : null;
    }
}
