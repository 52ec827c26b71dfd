using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Arms;

/// <summary>Says what is odd about legal handlers: those that run twice, or never, or do not as they look.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ArmAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.HandlersAreTheSame,
        Descriptors.PatternIsCovered,
        Descriptors.ConstantContradictsHandlers,
        Descriptors.PatternHasNoTag,
        Descriptors.DefaultIsNeverUsed,
        Descriptors.UnmatchedIsNeverReached,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.RcvAttribute) is { } rcvAttribute)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, rcvAttribute), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol rcvAttribute)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Interface))
        {
            return;
        }

        IReadOnlyList<ArmEntry> own = ArmReader.Read(type, rcvAttribute, context.CancellationToken);
        IReadOnlyList<IMethodSymbol> unmatched = HandlerMethods.UnmatchedOf(type);
        if (own.Count + unmatched.Count == 0)
        {
            return;
        }

        IReadOnlyList<ArmEntry> inherited = ArmReader.ReadInherited(type, rcvAttribute, context.CancellationToken);
        var report = new ArmReport(type, context.ReportDiagnostic, context.CancellationToken);
        SameArms.Find(own, inherited, report);
        CoveredPatterns.Find(own, report);
        OddConstants.Find(own, inherited, report);
        UnusedDefaults.Find(own, report);
        UnreachedMethods.Find(unmatched, [.. inherited, .. own], report);
    }
}
