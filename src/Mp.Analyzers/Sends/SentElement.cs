using Microsoft.CodeAnalysis;
using Mp.Generators.Contracts;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>An element of a message, as the place where it is sent has it.</summary>
internal sealed class SentElement
{
    private SentElement(IOperation value)
    {
        Value = value;
        Type = value.Type;
        Shape = ShapeOf(value.Type);
    }

    /// <summary>The expression.</summary>
    public IOperation Value { get; }

    /// <summary>Its type, or <see langword="null"/> if it has none, as the literal <c>null</c>.</summary>
    public ITypeSymbol? Type { get; }

    /// <summary>
    /// What it is for those who receive it, if it is not null; nothing if that can't be told from the type.
    /// </summary>
    public TypeShape? Shape { get; }

    /// <summary>Whether it is a constant.</summary>
    public bool IsConstant => Value.ConstantValue.HasValue;

    /// <summary>The constant that it is, or <see langword="null"/>.</summary>
    public object? Constant => Value.ConstantValue is { HasValue: true, Value: var value } ? value : null;

    /// <summary>Whether it is certainly null.</summary>
    public bool IsNull => Value.ConstantValue is { HasValue: true, Value: null };

    /// <summary>Whether the compiler thinks that it may be null.</summary>
    public bool MayBeNull => IsNull
        || (Type is not null
            && (Type.IsReferenceType || Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            && Value.SemanticModel?.GetTypeInfo(Value.Syntax).Nullability.FlowState == NullableFlowState.MaybeNull);

    /// <summary>The element that an expression is, seen through what makes an object of it.</summary>
    public static SentElement Of(IOperation value)
    {
        while (value is Microsoft.CodeAnalysis.Operations.IConversionOperation { IsImplicit: true } conversion
            && !conversion.Conversion.IsUserDefined
            && !conversion.Conversion.IsNumeric)
        {
            value = conversion.Operand;
        }

        return new SentElement(value);
    }

    private static TypeShape? ShapeOf(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return ShapeOf(nullable.TypeArguments[0]);
        }

        return type switch
        {
            null or IDynamicTypeSymbol or ITypeParameterSymbol or IErrorTypeSymbol => null,
            { TypeKind: TypeKind.Interface } => null,
            INamedTypeSymbol port when BaseClasses.IsPort(port) => new TypeShape { Kind = TypeShapeKind.PortId },
            _ => TypeShapeParser.Parse(type) with { IsNullable = false },
        };
    }
}
