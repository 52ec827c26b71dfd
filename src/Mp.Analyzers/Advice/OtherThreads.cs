using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Advice;

/// <summary>Finds what touches a port's state in a function that runs on another thread.</summary>
internal static class OtherThreads
{
    private const string Threading = "System.Threading.";

    /// <summary>The methods that take such a function, with their types; <c>.ctor</c> is a constructor.</summary>
    private static readonly (string Type, string[] Methods)[] Known =
    [
        (Threading + "Tasks.Task", ["Run", "ContinueWith"]),
        (Threading + "Tasks.Task`1", ["ContinueWith"]),
        (Threading + "Tasks.TaskFactory", ["StartNew"]),
        (Threading + "Tasks.TaskFactory`1", ["StartNew"]),
        (Threading + "Tasks.Parallel", ["For", "ForEach", "ForAsync", "ForEachAsync", "Invoke"]),
        (Threading + "Thread", [".ctor"]),
        (Threading + "ThreadPool", ["QueueUserWorkItem", "UnsafeQueueUserWorkItem", "RegisterWaitForSingleObject"]),
        (Threading + "Timer", [".ctor"]),
        (Threading + "CancellationToken", ["Register", "UnsafeRegister"]),
        ("System.TimeProvider", ["CreateTimer"]),
    ];

    /// <summary>Looks at a turn.</summary>
    public static void Find(Turn turn, Handlers handlers, Action<Diagnostic> report)
    {
        IEnumerable<IOperation> functions = turn.Operations
            .SelectMany(static one => one switch
            {
                IInvocationOperation call => FunctionsGivenTo(call.TargetMethod, call.Arguments),
                IObjectCreationOperation { Constructor: { } constructor } creation =>
                    FunctionsGivenTo(constructor, creation.Arguments),
                _ => [],
            })
            .Where(function => !IsWrapped(function, handlers))
            .Select(function => BodyOf(function, turn))
            .OfType<IOperation>();
        foreach (IOperation function in functions)
        {
            // The first is enough: all of it belongs elsewhere.
            if (function.Descendants().FirstOrDefault(one => PortState.TouchedBy(one, handlers) is not null)
                is { } touch)
            {
                report(Diagnostic.Create(
                    Descriptors.StateIsTouchedElsewhere,
                    touch.Syntax.GetLocation(),
                    PortState.TouchedBy(touch, handlers)));
            }
        }
    }

    private static IEnumerable<IOperation> FunctionsGivenTo(
        IMethodSymbol method,
        IEnumerable<IArgumentOperation> arguments)
    {
        bool isKnown = Known.Any(one => KnownTypes.Is(method.ContainingType, one.Type)
            && one.Methods.Contains(method.Name, StringComparer.Ordinal));
        return isKnown && !arguments.Any(ChoosesScheduler)
            ? arguments.SelectMany(static argument => argument.Value.DescendantsAndSelf())
                .Where(static one => one is IAnonymousFunctionOperation or IMethodReferenceOperation)
            : [];
    }

    // What is given to Psub runs in the turn, wherever the result is given to.
    private static bool IsWrapped(IOperation function, Handlers handlers)
    {
        IOperation? around = function.Parent;
        while (around is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            around = around.Parent;
        }

        return around is IInvocationOperation call && handlers.WrapsForTurn(call.TargetMethod);
    }

    // One that is given may well be the port's.
    private static bool ChoosesScheduler(IArgumentOperation argument) =>
        KnownTypes.Is(argument.Parameter?.Type, Threading + "Tasks.TaskScheduler")
        && argument.Value is not IPropertyReferenceOperation { Property.Name: "Default" };

    private static IOperation? BodyOf(IOperation function, Turn turn) => function switch
    {
        IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } named =>
            turn.Functions.OfType<ILocalFunctionOperation>().FirstOrDefault(one =>
                SymbolEqualityComparer.Default.Equals(one.Symbol, named.Method.OriginalDefinition)),
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };
}
