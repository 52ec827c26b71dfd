using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Advice;

/// <summary>Finds calls that keep the thread until something happens.</summary>
internal static class BlockingCalls
{
    private const string Threading = "System.Threading.";

    /// <summary>The methods, by their names, with the types that have them.</summary>
    private static readonly Dictionary<string, string[]> Methods = new(StringComparer.Ordinal)
    {
        ["Wait"] =
        [
            Threading + "Tasks.Task", Threading + "SemaphoreSlim", Threading + "ManualResetEventSlim",
            Threading + "CountdownEvent", Threading + "Monitor",
        ],
        ["WaitAll"] = [Threading + "Tasks.Task", Threading + "WaitHandle"],
        ["WaitAny"] = [Threading + "Tasks.Task", Threading + "WaitHandle"],
        ["WaitOne"] = [Threading + "WaitHandle"],
        ["SignalAndWait"] = [Threading + "WaitHandle", Threading + "Barrier"],
        ["Sleep"] = [Threading + "Thread"],
        ["Join"] = [Threading + "Thread"],
        ["SpinUntil"] = [Threading + "SpinWait"],
        ["Take"] = ["System.Collections.Concurrent.BlockingCollection`1"],
        ["GetConsumingEnumerable"] = ["System.Collections.Concurrent.BlockingCollection`1"],
        ["WaitForExit"] = ["System.Diagnostics.Process"],
        ["ReadLine"] = ["System.Console"],
        ["ReadKey"] = ["System.Console"],
    };

    /// <summary>Looks at a turn.</summary>
    public static void Find(Turn turn, Action<Diagnostic> report)
    {
        foreach (IOperation operation in turn.Operations)
        {
            if (IsBlocking(operation, turn))
            {
                report(Diagnostic.Create(
                    Descriptors.HandlerBlocks,
                    operation.Syntax.GetLocation(),
                    operation.Syntax.ToString()));
            }
        }
    }

    private static bool IsBlocking(IOperation operation, Turn turn) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } =>
            TaskTypes.IsTask(task.Type) && !IsKnownToBeFinished(task, turn),
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation getAwaiter } =>
            IsTaskOfAwaiter(getAwaiter, out IOperation? task) && !IsKnownToBeFinished(task!, turn),
        IInvocationOperation call => Methods.TryGetValue(call.TargetMethod.Name, out string[]? types)
            && types.Any(type => KnownTypes.Is(call.TargetMethod.ContainingType, type))
            && !call.Arguments.Any(IsZeroTimeout)
            && !(TaskTypes.IsTask(call.Instance?.Type) && IsKnownToBeFinished(call.Instance!, turn)),
        _ => false,
    };

    private static bool IsTaskOfAwaiter(IInvocationOperation getAwaiter, out IOperation? task)
    {
        task = getAwaiter.Instance is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured
            ? configured.Instance
            : getAwaiter.Instance;
        return getAwaiter.TargetMethod.Name is "GetAwaiter" && TaskTypes.IsTask(task?.Type);
    }

    // Asked whether it is so, not waited for until it is.
    private static bool IsZeroTimeout(IArgumentOperation argument) =>
        argument.Parameter?.Name is "timeout" or "millisecondsTimeout"
        && (argument.Value.ConstantValue is { HasValue: true, Value: 0 }
            || argument.Value is IFieldReferenceOperation { Field.Name: "Zero" });

    // It was awaited before, by itself or with others, or somebody has asked it.
    private static bool IsKnownToBeFinished(IOperation task, Turn turn) =>
        References.RootOf(task) is { } root
        && turn.Operations.Any(one => one.Syntax.SpanStart < task.Syntax.SpanStart && one switch
        {
            IAwaitOperation awaited => References.Mentions(awaited, root),
            IPropertyReferenceOperation { Property.Name: var name, Instance: { } asked } =>
                name is "IsCompleted" or "IsCompletedSuccessfully" or "Status"
                && SymbolEqualityComparer.Default.Equals(References.RootOf(asked), root),
            _ => false,
        });
}
