using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Advice;

/// <summary>Knows what of a port belongs to its turn.</summary>
internal static class PortState
{
    // Rcv may be called from anywhere, and the node is everybody's.
    private static readonly string[] OfTheTurn = ["Self", "Snd", "Cal", "Mon", "Kil", "Spawn", "After"];

    /// <summary>
    /// The name of a member that is touched, if it is one that only the port's turn should touch; else nothing.
    /// </summary>
    public static string? TouchedBy(IOperation operation, Handlers handlers) => operation switch
    {
        IFieldReferenceOperation field => IsOfPort(field.Instance, handlers) && IsState(field)
            ? field.Field.Name
            : null,
        IPropertyReferenceOperation property => IsOfPort(property.Instance, handlers)
            && (handlers.IsOfRuntime(property.Property)
                ? OfTheTurn.Contains(property.Property.Name, StringComparer.Ordinal)
                : property.Property.SetMethod is { IsInitOnly: false })
                    ? property.Property.Name
                    : null,
        IInvocationOperation call => IsOfPort(call.Instance, handlers)
            && (!handlers.IsOfRuntime(call.TargetMethod)
                || OfTheTurn.Contains(call.TargetMethod.Name, StringComparer.Ordinal))
                    ? call.TargetMethod.Name
                    : null,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol owner } parameter } =>
            owner.MethodKind == MethodKind.Constructor
            && handlers.IsPort(owner.ContainingType)
            && IsMutable(parameter.Type)
                ? parameter.Name
                : null,
        _ => null,
    };

    private static bool IsOfPort(IOperation? instance, Handlers handlers) =>
        instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        && handlers.IsPort(instance.Type);

    private static bool IsState(IFieldReferenceOperation field) => field.Field.IsReadOnly
        ? IsMutable(field.Field.Type)
        : !field.Field.IsVolatile && !IsGuarded(field);

    // What is passed by reference to Interlocked or Volatile is meant for several threads.
    private static bool IsGuarded(IFieldReferenceOperation field) =>
        field.Parent is IArgumentOperation { Parent: IInvocationOperation call }
        && (KnownTypes.Is(call.TargetMethod.ContainingType, "System.Threading.Interlocked")
            || KnownTypes.Is(call.TargetMethod.ContainingType, "System.Threading.Volatile"));

    private static bool IsMutable(ITypeSymbol type) => type is IArrayTypeSymbol
        || (type is INamedTypeSymbol { TypeKind: TypeKind.Class } named
            && named.ContainingNamespace.ToDisplayString() is "System.Collections.Generic" or "System.Text");
}
