using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mp.Analyzers.Sent;

/// <summary>Finds objects that are changed after they were sent, in the same method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SentDataAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.SentDataIsChanged];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (Handlers.Find(start.Compilation) is { } handlers)
            {
                start.RegisterOperationBlockAction(block => Analyze(block, new SentEvents(handlers)));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, SentEvents events)
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            // Most methods send nothing, and need no graph.
            if (block.Descendants().OfType<IInvocationOperation>().Any(events.IsSend))
            {
                Analyze(context.GetControlFlowGraph(block), events, context);
            }
        }
    }

    private static void Analyze(ControlFlowGraph graph, SentEvents events, OperationBlockAnalysisContext context)
    {
        foreach ((SentEvent sent, SentEvent changed) in new SentPaths(graph, events).FindChanges())
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.SentDataIsChanged,
                changed.Operation.Syntax.GetLocation(),
                additionalLocations: [sent.Operation.Syntax.GetLocation()],
                sent.Variable!.Name));
        }

        // What runs later, or elsewhere, has paths of its own.
        foreach (IMethodSymbol local in graph.LocalFunctions)
        {
            Analyze(graph.GetLocalFunctionControlFlowGraph(local, context.CancellationToken), events, context);
        }

        IEnumerable<IFlowAnonymousFunctionOperation> lambdas = graph.Blocks
            .SelectMany(SentPaths.OperationsOf)
            .SelectMany(static operation => operation.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>();
        foreach (IFlowAnonymousFunctionOperation lambda in lambdas)
        {
            Analyze(graph.GetAnonymousFunctionControlFlowGraph(lambda, context.CancellationToken), events, context);
        }
    }
}
