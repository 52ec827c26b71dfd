using Microsoft.CodeAnalysis;

namespace Mp.Analyzers.Advice;

/// <summary>All that is looked for in the turns of ports.</summary>
/// <param name="handlers">What handlers are.</param>
/// <param name="report">Where it goes.</param>
internal sealed class TurnChecks(Handlers handlers, Action<Diagnostic> report)
{
    /// <summary>Looks at some turns.</summary>
    /// <param name="turns">The turns.</param>
    /// <param name="added">The functions that were given to <c>Rcv</c> where these turns are.</param>
    public void Check(IEnumerable<Turn> turns, IReadOnlyList<AddedFunction> added)
    {
        foreach (Turn turn in turns)
        {
            BlockingCalls.Find(turn, report);
            DroppedTasks.Find(turn, report);
            AsyncVoids.Find(turn, handlers, added, report);
            OtherThreads.Find(turn, handlers, report);
            LeftTurns.Find(turn, handlers, report);
        }
    }
}
