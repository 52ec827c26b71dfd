using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mp.Analyzers.Evolution;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>Compares what a project's ports receive with what its file of contracts holds, if it has one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        ContractFileDescriptors.ArmIsLost,
        ContractFileDescriptors.ShapeIsBroken,
        ContractFileDescriptors.FileIsUnreadable,
        ContractFileDescriptors.ContractHasGrown,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.RcvAttribute) is { } rcvAttribute
                && start.Options.AdditionalFiles.FirstOrDefault(static one => ContractFile.Is(one.Path)) is { } file
                && file.GetText(start.CancellationToken) is { } text)
            {
                var rules = new ContractFileRules(start.Compilation, rcvAttribute, file.Path, text);
                start.RegisterSymbolAction(
                    symbol => Report(rules.DiagnosticsOf((INamedTypeSymbol)symbol.Symbol), symbol.ReportDiagnostic),
                    SymbolKind.NamedType);
                start.RegisterAdditionalFileAction(one =>
                {
                    if (one.AdditionalFile == file)
                    {
                        Report(rules.DiagnosticsOfFile(), one.ReportDiagnostic);
                    }
                });
            }
        });
    }

    private static void Report(IEnumerable<Diagnostic> diagnostics, Action<Diagnostic> report)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            report(diagnostic);
        }
    }
}
