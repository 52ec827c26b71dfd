using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mp.Analyzers.Advice;

/// <summary>What runs in the turn of a port: the body of a handler, as far as it is one piece of code.</summary>
internal sealed class Turn
{
    private readonly List<IOperation> _operations = [];
    private readonly List<IOperation> _functions = [];

    private Turn(IMethodSymbol function) => Function = function;

    /// <summary>The handler: a method, or a lambda.</summary>
    public IMethodSymbol Function { get; }

    /// <summary>What runs in the turn, in the order of the source; then that of the local functions it calls.</summary>
    public IReadOnlyList<IOperation> Operations => _operations;

    /// <summary>The lambdas and local functions in it, whether they run in the turn or not.</summary>
    public IReadOnlyList<IOperation> Functions => _functions;

    /// <summary>Reads a handler.</summary>
    /// <param name="function">The handler.</param>
    /// <param name="body">Its body, or several parts of it.</param>
    public static Turn Of(IMethodSymbol function, IEnumerable<IOperation> body)
    {
        var turn = new Turn(function);
        foreach (IOperation part in body)
        {
            turn.Collect(part);
        }

        turn.FollowCalls();
        return turn;
    }

    /// <summary>The function that an operation of the turn is in: the handler, or a local function.</summary>
    public IMethodSymbol FunctionAround(IOperation operation)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is ILocalFunctionOperation local)
            {
                return local.Symbol;
            }
        }

        return Function;
    }

    // A local function that is called runs in the turn as well, and may call others.
    private void FollowCalls()
    {
        var called = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        for (int index = 0; index < _operations.Count; index++)
        {
            if (_operations[index] is IInvocationOperation { TargetMethod.MethodKind: MethodKind.LocalFunction } call
                && called.Add(call.TargetMethod.OriginalDefinition)
                && _functions.OfType<ILocalFunctionOperation>().FirstOrDefault(one => IsCalledBy(call, one))
                    is { } local)
            {
                CollectChildren(local);
            }
        }
    }

    private static bool IsCalledBy(IInvocationOperation call, ILocalFunctionOperation local) =>
        SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, local.Symbol);

    private void Collect(IOperation operation)
    {
        if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
        {
            _functions.Add(operation);
            return;
        }

        _operations.Add(operation);
        CollectChildren(operation);
    }

    private void CollectChildren(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            Collect(child);
        }
    }
}
