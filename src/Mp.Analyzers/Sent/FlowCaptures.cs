using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mp.Analyzers.Sent;

/// <summary>
/// Knows what the temporaries of a graph stand for: in it, what is evaluated before a branch is put aside.
/// </summary>
internal sealed class FlowCaptures
{
    private readonly Dictionary<CaptureId, IOperation?> _values = [];

    public FlowCaptures(ControlFlowGraph graph)
    {
        IEnumerable<IFlowCaptureOperation> captures = graph.Blocks
            .SelectMany(SentPaths.OperationsOf)
            .SelectMany(static operation => operation.DescendantsAndSelf())
            .OfType<IFlowCaptureOperation>();
        foreach (IFlowCaptureOperation capture in captures)
        {
            // What has two values is one variable on one way and another on the other.
            _values[capture.Id] = _values.ContainsKey(capture.Id) ? null : capture.Value;
        }
    }

    /// <summary>What is meant: the operation itself, or that which was put aside.</summary>
    public IOperation? Resolve(IOperation? operation)
    {
        while (operation is IFlowCaptureReferenceOperation reference)
        {
            operation = _values.TryGetValue(reference.Id, out IOperation? value) ? value : null;
        }

        return operation;
    }
}
