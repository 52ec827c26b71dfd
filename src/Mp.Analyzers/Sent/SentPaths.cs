using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Mp.Analyzers.Sent;

/// <summary>Follows the ways through a method, from where something is sent to where it is changed.</summary>
internal sealed class SentPaths
{
    private readonly ControlFlowGraph _graph;
    private readonly IReadOnlyList<IReadOnlyList<SentEvent>> _events;

    /// <summary>Reads the events of all blocks.</summary>
    public SentPaths(ControlFlowGraph graph, SentEvents events)
    {
        _graph = graph;
        var shared = new SharedObjects(new FlowCaptures(graph));
        _events =
        [
            .. graph.Blocks.Select(block => (IReadOnlyList<SentEvent>)
                [.. OperationsOf(block).SelectMany(operation => events.In(operation, shared))]),
        ];
    }

    /// <summary>The operations of a block, in their order; what it decides by comes last.</summary>
    public static IEnumerable<IOperation> OperationsOf(BasicBlock block) =>
        block.BranchValue is { } last ? block.Operations.Append(last) : block.Operations;

    /// <summary>Every first change after something was sent, once, with one of the sends before it.</summary>
    public IEnumerable<(SentEvent Sent, SentEvent Changed)> FindChanges()
    {
        var found = new Dictionary<SyntaxNode, (SentEvent, SentEvent)>();
        for (int block = 0; block < _events.Count; block++)
        {
            for (int index = 0; index < _events[block].Count; index++)
            {
                SentEvent sent = _events[block][index];
                if (sent.Kind == SentEventKind.Sent && _graph.Blocks[block].IsReachable)
                {
                    foreach (SentEvent changed in ChangesAfter(block, index))
                    {
                        found[changed.Operation.Syntax] = (sent, changed);
                    }
                }
            }
        }

        return found.Values;
    }

    private IEnumerable<SentEvent> ChangesAfter(int sentBlock, int sentIndex)
    {
        ISymbol variable = _events[sentBlock][sentIndex].Variable!;
        var seen = new HashSet<int>();
        var open = new Stack<(int Block, int Index)>();
        open.Push((sentBlock, sentIndex + 1));
        while (open.Count > 0)
        {
            (int block, int index) = open.Pop();
            SentEvent? next = _events[block].Skip(index).FirstOrDefault(one =>
                one.Kind != SentEventKind.Sent && one.IsOf(variable));
            if (next is { Kind: SentEventKind.Changed })
            {
                yield return next;
            }

            // Neither the object that was sent, nor a change that was reported already, is of interest any more.
            foreach (int follower in next is null ? FollowersOf(_graph.Blocks[block]) : [])
            {
                if (seen.Add(follower))
                {
                    open.Push((follower, 0));
                }
            }
        }
    }

    // What a branch passes on its way out of a try comes before where it leads to. To follow both beside each other
    // misses a variable that is replaced there, which is rare.
    private static IEnumerable<int> FollowersOf(BasicBlock block) =>
        new[] { block.FallThroughSuccessor, block.ConditionalSuccessor }
            .OfType<ControlFlowBranch>()
            .SelectMany(static branch => branch.FinallyRegions
                .Select(static region => region.FirstBlockOrdinal)
                .Concat(branch.Destination is { } destination ? [destination.Ordinal] : []));
}
