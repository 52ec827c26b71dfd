using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mp.Analyzers.Advice;

/// <summary>Finds awaits after which a handler touches what is the port's outside of its turn.</summary>
internal static class LeftTurns
{
    /// <summary>Looks at a turn.</summary>
    public static void Find(Turn turn, Handlers handlers, Action<Diagnostic> report)
    {
        foreach (IInvocationOperation call in turn.Operations.OfType<IInvocationOperation>().Where(LeavesContext))
        {
            // In the order of the source, as far as there is one: a loop comes back to what stands before.
            int from = FirstStatementAgain(call).Syntax.SpanStart;
            IMethodSymbol function = turn.FunctionAround(call);
            IOperation? touch = turn.Operations.FirstOrDefault(one => one.Syntax.SpanStart >= from
                && SymbolEqualityComparer.Default.Equals(turn.FunctionAround(one), function)
                && !call.Syntax.Span.Contains(one.Syntax.Span)
                && PortState.TouchedBy(one, handlers) is not null);
            if (touch is not null)
            {
                report(Diagnostic.Create(
                    Descriptors.HandlerLeavesItsTurn,
                    call.Syntax.GetLocation(),
                    PortState.TouchedBy(touch, handlers)));
            }
        }
    }

    private static bool LeavesContext(IInvocationOperation call) =>
        call.TargetMethod.Name is "ConfigureAwait"
        && call.Arguments.LastOrDefault()?.Value.ConstantValue is { HasValue: true, Value: var value }
        && value switch
        {
            bool continues => !continues,
            int options => (options & 1) == 0, // ConfigureAwaitOptions.ContinueOnCapturedContext
            _ => false,
        };

    // The statement around the await, or the outermost loop around that. Of a statement's own, what is evaluated before
    // the await is not told from what comes after it, unless it is part of what is awaited.
    private static IOperation FirstStatementAgain(IOperation call)
    {
        IOperation statement = call;
        IOperation? loop = null;
        bool isFound = false;
        for (IOperation? current = call; current is not null; current = current.Parent)
        {
            if (current is ILocalFunctionOperation or IAnonymousFunctionOperation)
            {
                break;
            }

            if (!isFound && current.Parent is IBlockOperation)
            {
                (statement, isFound) = (current, true);
            }

            loop = current is ILoopOperation ? current : loop;
        }

        return loop ?? statement;
    }
}
