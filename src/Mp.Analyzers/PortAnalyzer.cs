using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>Says why no match table is generated for a class with handlers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PortAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Descriptors.Ports.Values];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            // Without the attribute there is no Mp here, and nothing to look at.
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.RcvAttribute) is { } rcvAttribute)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, rcvAttribute), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol rcvAttribute) => PortParser.Parse(
        (INamedTypeSymbol)context.Symbol,
        rcvAttribute,
        (kind, location, culprit) =>
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Ports[kind], location, culprit)),
        context.CancellationToken);
}
