using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sent;

/// <summary>Finds the variables whose objects an expression shares, instead of copying them.</summary>
internal sealed class SharedObjects(FlowCaptures captures)
{
    /// <summary>Where a value has variables whose objects become part of a message when it does.</summary>
    public IEnumerable<IOperation> In(IOperation? value) => Unwrap(value) switch
    {
        { } variable when VariableOf(variable) is not null => IsShared(variable.Type) ? [variable] : [],
        ICollectionExpressionOperation list => list.Elements.SelectMany(In),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.SelectMany(In),
        IObjectCreationOperation creation when IsRecordOfMessages(creation.Type) =>
            creation.Arguments.SelectMany(argument => In(argument.Value)),
        _ => [],
    };

    /// <summary>The variable at which the way to an object begins: <c>a</c> of <c>a.B[1].C</c>.</summary>
    public ISymbol? RootOf(IOperation? operation) => Unwrap(operation) switch
    {
        ILocalReferenceOperation or IParameterReferenceOperation
            or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } => VariableOf(operation),
        IFieldReferenceOperation field => RootOf(field.Instance),
        IPropertyReferenceOperation property => RootOf(property.Instance),
        IArrayElementReferenceOperation element => RootOf(element.ArrayReference),
        _ => null,
    };

    /// <summary>The variable itself, if the expression is no more than that, or a view of what it refers to.</summary>
    public ISymbol? VariableOf(IOperation? operation) => Unwrap(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        _ => null,
    };

    // Conversions and views share what they are of.
    private IOperation? Unwrap(IOperation? operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IInvocationOperation { TargetMethod.Name: "AsSpan" or "AsMemory" } view:
                    operation = view.Instance ?? view.Arguments[0].Value;
                    break;
                case IFlowCaptureReferenceOperation reference:
                    operation = captures.Resolve(reference);
                    break;
                default:
                    return operation;
            }
        }
    }

    private static bool IsShared(ITypeSymbol? type) => type is
    {
        IsReferenceType: true,
        SpecialType: not SpecialType.System_String,
        TypeKind: not TypeKind.Delegate,
    };

    // Others may copy what they are made from, as lists do.
    private static bool IsRecordOfMessages(ITypeSymbol? type) =>
        type is not null
        && type.GetAttributes().Any(static one =>
            KnownTypes.Is(one.AttributeClass, KnownTypes.PayloadAttribute)
            || KnownTypes.Is(one.AttributeClass, KnownTypes.MessageAttribute));
}
