using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>Says where a payload is to travel that there is no codec for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PayloadUseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [PayloadDescriptors.PayloadHasNoCodec];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(AnalyzeHandler, SymbolKind.Method);
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
    }

    private static void AnalyzeHandler(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (Has(method, KnownTypes.RcvAttribute))
        {
            Check(context, method.Parameters.Select(static parameter =>
                ((ISymbol)parameter, CustomCodecParser.TravelsAs(parameter, parameter.Type))));
        }
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (Has(type, KnownTypes.MessageAttribute))
        {
            Check(context, PrimaryConstructor.Of(type, context.CancellationToken)?.Parameters
                .Select(static parameter => ((ISymbol)parameter, parameter.Type)) ?? []);
        }

        if (PayloadVocabulary.Of(type) == PayloadVocabulary.Own)
        {
            Check(context, PayloadParser.ParseLayout(type, report: null, context.CancellationToken)?.Slots
                .Select(static slot => ((ISymbol?)slot.Parameter ?? slot.Member.Symbol, slot.TravelsAs)) ?? []);
        }
    }

    private static void Check(SymbolAnalysisContext context, IEnumerable<(ISymbol Symbol, ITypeSymbol Type)> uses)
    {
        var payloads = new PayloadUses(context.Compilation);
        foreach ((ISymbol symbol, ITypeSymbol type) in uses)
        {
            if (payloads.ProblemOf(type, context.CancellationToken) is { } problem)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    PayloadDescriptors.PayloadHasNoCodec,
                    PayloadCandidate.LocationOf(symbol, context.Symbol as INamedTypeSymbol ?? symbol.ContainingType),
                    symbol.Name,
                    problem));
            }
        }
    }

    private static bool Has(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Any(one => KnownTypes.Is(one.AttributeClass, attribute));
}
