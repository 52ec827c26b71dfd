using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mp.Analyzers.Advice;

/// <summary>Finds tasks that nobody waits for.</summary>
internal static class DroppedTasks
{
    /// <summary>Looks at a turn.</summary>
    public static void Find(Turn turn, Action<Diagnostic> report)
    {
        foreach (IExpressionStatementOperation statement in turn.Operations.OfType<IExpressionStatementOperation>())
        {
            if (DroppedIn(statement, turn) is { } dropped)
            {
                report(Diagnostic.Create(
                    Descriptors.TaskIsDropped,
                    statement.Operation.Syntax.GetLocation(),
                    dropped.Syntax.ToString()));
            }
        }
    }

    private static IOperation? DroppedIn(IExpressionStatementOperation statement, Turn turn) =>
        statement.Operation switch
        {
            ISimpleAssignmentOperation { Target: IDiscardOperation } assignment =>
                TaskTypes.IsTask(assignment.Value.Type) ? assignment.Value : null,
            IAssignmentOperation => null,

            // In an asynchronous function the compiler says it already.
            { } operation => TaskTypes.IsTask(operation.Type) && !turn.FunctionAround(statement).IsAsync
                ? operation
                : null,
        };
}
