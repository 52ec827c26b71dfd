using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>Says why nothing is generated for a class with handlers, or with a bound.</summary>
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

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol rcvAttribute)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        PortParser.Parse(type, rcvAttribute, Report, context.CancellationToken);
        QueueBoundParser.Parse(type, Report, context.CancellationToken);

        void Report(ProblemKind kind, Location location, string culprit) =>
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Ports[kind], location, culprit));
    }
}
