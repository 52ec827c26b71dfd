using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Mp.Generators.Parsing;

namespace Mp.Analyzers;

/// <summary>Says why a class marked <c>[Spawn]</c> can't be spawned.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpawnAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. SpawnDescriptors.Spawns.Values.Append(SpawnDescriptors.NameIsTaken)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownTypes.SpawnAttribute) is null)
            {
                return;
            }

            var named = new ConcurrentBag<(string Name, INamedTypeSymbol Type)>();
            start.RegisterSymbolAction(symbol => Analyze(symbol, named), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => ReportSameNames(end, named));
        });
    }

    private static void Analyze(
        SymbolAnalysisContext context,
        ConcurrentBag<(string Name, INamedTypeSymbol Type)> named)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (SpawnParser.NameOf(type) is { } name)
        {
            named.Add((name, type));
        }

        SpawnParser.Parse(
            type,
            (kind, location, culprit) => context.ReportDiagnostic(
                Diagnostic.Create(SpawnDescriptors.Spawns[kind], location, culprit)),
            context.CancellationToken);
    }

    private static void ReportSameNames(
        CompilationAnalysisContext context,
        ConcurrentBag<(string Name, INamedTypeSymbol Type)> named)
    {
        foreach (IGrouping<string, (string Name, INamedTypeSymbol Type)> same in
            named.GroupBy(static one => one.Name, StringComparer.Ordinal))
        {
            INamedTypeSymbol[] types =
            [
                .. same.Select(static one => one.Type)
                    .OrderBy(static type => type.Locations[0].SourceTree?.FilePath, StringComparer.Ordinal)
                    .ThenBy(static type => type.Locations[0].SourceSpan.Start),
            ];
            foreach (INamedTypeSymbol type in types.Skip(1))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    SpawnDescriptors.NameIsTaken,
                    type.Locations[0],
                    same.Key,
                    types[0].Name,
                    type.Name));
            }
        }
    }
}
