using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Contracts;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>An element of a message, as the place where it is sent has it.</summary>
internal sealed class SentElement
{
    private readonly IOperation _value;
    private readonly bool _isMember;
    private readonly Optional<object?> _constant;

    private SentElement(
        IOperation value,
        ITypeSymbol? type,
        Optional<object?> constant,
        bool isMember,
        SyntaxNode? syntax = null)
    {
        Syntax = syntax ?? value.Syntax;
        _value = value;
        _constant = constant;
        _isMember = isMember;
        Type = type;
        Shape = ShapeOf(type);
    }

    /// <summary>Where it is written.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>Its type, or <see langword="null"/> if it has none, as the literal <c>null</c>.</summary>
    public ITypeSymbol? Type { get; }

    /// <summary>
    /// What it is for those who receive it, if it is not null; nothing if that can't be told from the type.
    /// </summary>
    public TypeShape? Shape { get; }

    /// <summary>Whether it is a constant.</summary>
    public bool IsConstant => _constant.HasValue;

    /// <summary>The constant that it is, or <see langword="null"/>.</summary>
    public object? Constant => _constant.HasValue ? _constant.Value : null;

    /// <summary>Whether it is certainly null.</summary>
    public bool IsNull => _constant is { HasValue: true, Value: null };

    /// <summary>Whether the compiler thinks that it may be null.</summary>
    public bool MayBeNull => IsNull || (Type is not null && (_isMember
        ? Type.NullableAnnotation == NullableAnnotation.Annotated
        : (Type.IsReferenceType || Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            && _value.SemanticModel?.GetTypeInfo(_value.Syntax).Nullability.FlowState == NullableFlowState.MaybeNull));

    /// <summary>The element that an expression is, seen through what makes an object of it.</summary>
    public static SentElement Of(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion
            && !conversion.Conversion.IsUserDefined
            && !conversion.Conversion.IsNumeric)
        {
            value = conversion.Operand;
        }

        return new SentElement(value, value.Type, value.ConstantValue, isMember: false);
    }

    /// <summary>The first element of a record that is a message.</summary>
    public static SentElement OfTag(IOperation record, string tag, ITypeSymbol type) =>
        new(record, type, new Optional<object?>(tag), isMember: true);

    /// <summary>A member of a record that is a message.</summary>
    public static SentElement OfMember(IOperation record, ITypeSymbol type) =>
        new(record, type, default, isMember: true);

    /// <summary>The port for the answer, which nobody writes: it stands where the call is named.</summary>
    public static SentElement OfReply(IInvocationOperation call) =>
        new(call, call.TargetMethod.Parameters[0].Type, default, isMember: true, NameOf(call));

    private static SyntaxNode NameOf(IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        InvocationExpressionSyntax invocation => invocation.Expression,
        SyntaxNode other => other,
    };

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
