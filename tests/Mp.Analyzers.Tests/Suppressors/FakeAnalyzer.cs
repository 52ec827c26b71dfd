using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mp.Analyzers.Tests.Suppressors;

/// <summary>Complains of every method, parameter, parameter list and await, as another analyzer does.</summary>
/// <param name="id">The id.</param>
#pragma warning disable RS1001, RS1017 // Nobody but a test makes it, and it is every analyzer in turn.
internal sealed class FakeAnalyzer(string id) : DiagnosticAnalyzer
{
    private readonly DiagnosticDescriptor _rule =
        new(id, "Title", "Message", "Category", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(
            node => node.ReportDiagnostic(Diagnostic.Create(_rule, LocationOf(node.Node))),
            SyntaxKind.MethodDeclaration,
            SyntaxKind.Parameter,
            SyntaxKind.ParameterList,
            SyntaxKind.AwaitExpression);
    }

    private static Location LocationOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.GetLocation(),
        ParameterSyntax parameter => parameter.Identifier.GetLocation(),
        _ => node.GetLocation(),
    };
}
#pragma warning restore RS1001, RS1017
