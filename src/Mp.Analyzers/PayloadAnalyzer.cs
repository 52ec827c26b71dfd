using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>Says why a type that is marked as a payload has no codec.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PayloadAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. PayloadDescriptors.Payloads.Values];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        void Report(ProblemKind kind, Location location, string culprit) =>
            context.ReportDiagnostic(Diagnostic.Create(PayloadDescriptors.Payloads[kind], location, culprit));

        if (CustomCodecParser.IsMarked(type))
        {
            CustomCodecParser.Parse(type, Report);
        }
        else if (PayloadVocabulary.Of(type) != PayloadVocabulary.Own)
        {
            return;
        }
        else if (UnionParser.IsUnion(type))
        {
            UnionParser.ParseCases(type, Report, context.CancellationToken);
        }
        else
        {
            PayloadParser.ParseLayout(type, Report, context.CancellationToken);
        }
    }
}
