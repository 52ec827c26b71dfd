using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>Says why a record marked <c>[Message]</c> can't be sent or received.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. MessageDescriptors.Messages.Values];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.MessageAttribute) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context) => MessageParser.Parse(
        (INamedTypeSymbol)context.Symbol,
        (kind, location, culprit) => context.ReportDiagnostic(
            Diagnostic.Create(MessageDescriptors.Messages[kind], location, culprit)),
        context.CancellationToken);
}
