using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Mp.Analyzers.Sent;

/// <summary>Reads what an operation does to variables.</summary>
internal sealed class SentEvents(Handlers handlers)
{
    private static readonly string[] Sends = ["Snd", "Cal", "Kil", "Mon"];

    /// <summary>Whether a call puts its arguments into a message, or keeps them for one.</summary>
    public bool IsSend(IInvocationOperation call) =>
        Sends.Contains(call.TargetMethod.Name, StringComparer.Ordinal)
        && (handlers.IsPort(call.TargetMethod.ContainingType) || Handlers.IsNode(call.TargetMethod.ContainingType));

    /// <summary>What happens, in the order in which it does: the parts of an operation come before it.</summary>
    public IEnumerable<SentEvent> In(IOperation operation, SharedObjects shared) =>
        operation.ChildOperations.SelectMany(child => In(child, shared)).Concat(Of(operation, shared));

    private IEnumerable<SentEvent> Of(IOperation operation, SharedObjects shared) => operation switch
    {
        ISimpleAssignmentOperation assignment => OfTarget(assignment.Target, assignment, shared),
        ICompoundAssignmentOperation assignment => OfTarget(assignment.Target, assignment, shared),
        IIncrementOrDecrementOperation step => OfTarget(step.Target, step, shared),
        IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } parts =>
            tuple.Elements.SelectMany(element => OfTarget(element, parts, shared)),
        IDeclarationPatternOperation { DeclaredSymbol: { } declared } =>
            [new SentEvent(SentEventKind.Replaced, declared, operation)],
        IInvocationOperation call => OfCall(call, shared),
        _ => [],
    };

    // Either the variable gets another object, or its object, or one that is reached from it, gets another value.
    private static IEnumerable<SentEvent> OfTarget(IOperation target, IOperation operation, SharedObjects shared) =>
        shared.VariableOf(target) is { } variable
            ? [new SentEvent(SentEventKind.Replaced, variable, operation)]
            : shared.RootOf(target) is { } root
                ? [new SentEvent(SentEventKind.Changed, root, operation)]
                : [];

    private IEnumerable<SentEvent> OfCall(IInvocationOperation call, SharedObjects shared)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out
                && shared.VariableOf(argument.Value) is { } given)
            {
                yield return new SentEvent(SentEventKind.Replaced, given, call);
            }
            else if (Changes.IsFilled(argument, call.TargetMethod) && shared.VariableOf(argument.Value) is { } filled)
            {
                yield return new SentEvent(SentEventKind.Changed, filled, call);
            }
        }

        if (IsSend(call))
        {
            foreach (SentEvent sent in call.Arguments.Where(IsKept).SelectMany(argument => OfSent(argument, shared)))
            {
                yield return sent;
            }
        }
        else if (Changes.ChangesItsObject(call.TargetMethod) && shared.RootOf(call.Instance) is { } changed)
        {
            yield return new SentEvent(SentEventKind.Changed, changed, call);
        }
        else if (call.Instance is IInstanceReferenceOperation && !handlers.IsOfRuntime(call.TargetMethod))
        {
            // It may have given the fields other objects.
            yield return new SentEvent(SentEventKind.Replaced, null, call);
        }
    }

    private static IEnumerable<SentEvent> OfSent(IArgumentOperation argument, SharedObjects shared) =>
        shared.In(argument.Value).Select(reference =>
            new SentEvent(SentEventKind.Sent, shared.VariableOf(reference), reference));

    // An array that is given as the whole list of elements is copied: what it contains is shared, not the array itself.
    private static bool IsKept(IArgumentOperation argument) =>
        argument.ArgumentKind is not ArgumentKind.Explicit
        || argument.Parameter?.Type is not { IsRefLikeType: true }
        || argument.Value is ICollectionExpressionOperation
            or IConversionOperation { Operand: ICollectionExpressionOperation };
}
