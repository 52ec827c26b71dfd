using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mp.Analyzers.Suppressors;

/// <summary>Silences what other analyzers say of handlers because they do not know who calls them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> ByDiagnostic =
        Suppressions.All.ToImmutableDictionary(static one => one.SuppressedDiagnosticId, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => Suppressions.All;

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (Handlers.Find(context.Compilation) is not { } handlers)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree && IsOfHandler(diagnostic, tree, handlers, context))
            {
                context.ReportSuppression(Suppression.Create(ByDiagnostic[diagnostic.Id], diagnostic));
            }
        }
    }

    // The diagnostic stands at the method's name, at a parameter, at their list, or somewhere in the body.
    private static bool IsOfHandler(
        Diagnostic diagnostic,
        SyntaxTree tree,
        Handlers handlers,
        SuppressionAnalysisContext context)
    {
        SyntaxNode node = tree.GetRoot(context.CancellationToken)
            .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        SemanticModel model = context.GetSemanticModel(tree);
        return node.AncestorsAndSelf().FirstOrDefault(IsFunction) switch
        {
            MethodDeclarationSyntax declaration =>
                model.GetDeclaredSymbol(declaration, context.CancellationToken) is { } method
                && handlers.IsHandler(method),
            { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } =>
                model.GetSymbolInfo(call, context.CancellationToken).Symbol is IMethodSymbol called
                && handlers.AddsHandler(called),
            _ => false,
        };
    }

    private static bool IsFunction(SyntaxNode node) => node.IsKind(SyntaxKind.MethodDeclaration)
        || node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
}
