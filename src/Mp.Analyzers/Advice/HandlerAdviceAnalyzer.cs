using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Mp.Analyzers.Advice;

/// <summary>Says what a handler, or a lambda given to <c>Rcv</c>, should not do in the turn of its port.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAdviceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.HandlerBlocks,
        Descriptors.FunctionIsAsyncVoid,
        Descriptors.TaskIsDropped,
        Descriptors.StateIsTouchedElsewhere,
        Descriptors.HandlerLeavesItsTurn,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (Handlers.Find(start.Compilation) is { } handlers)
            {
                start.RegisterSymbolStartAction(type => AnalyzeType(type, handlers), SymbolKind.NamedType);
            }
        });
    }

    // A method of the type may be given to Rcv by its name. Whether it is, is known when all of the type was seen.
    private static void AnalyzeType(SymbolStartAnalysisContext type, Handlers handlers)
    {
        var bodies = new ConcurrentBag<(IMethodSymbol Method, ImmutableArray<IOperation> Body)>();
        var added = new ConcurrentDictionary<IMethodSymbol, bool>(SymbolEqualityComparer.Default);
        type.RegisterOperationBlockAction(block =>
        {
            IReadOnlyList<AddedFunction> functions = AddedFunction.In(block.OperationBlocks, handlers);
            foreach (AddedFunction function in functions.Where(static one => one.Body is null))
            {
                added.TryAdd(function.Symbol.OriginalDefinition, true);
            }

            IEnumerable<Turn> turns = functions
                .Where(static one => one.Body is not null)
                .Select(static one => Turn.Of(one.Symbol, [one.Body!]));
            if (block.OwningSymbol is IMethodSymbol method)
            {
                bodies.Add((method, block.OperationBlocks));
                turns = handlers.IsHandler(method) || handlers.IsBeginning(method)
                    ? turns.Append(Turn.Of(method, block.OperationBlocks)) : turns;
            }

            new TurnChecks(handlers, block.ReportDiagnostic).Check(turns, functions);
        });
        type.RegisterSymbolEndAction(end =>
        {
            var checks = new TurnChecks(handlers, end.ReportDiagnostic);
            checks.Check(
                bodies.Where(one => added.ContainsKey(one.Method) && !handlers.IsHandler(one.Method))
                    .Select(static one => Turn.Of(one.Method, one.Body)),
                []);
        });
    }
}
