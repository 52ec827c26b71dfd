using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>Finds out which class the port has that a message is sent to.</summary>
internal static class TargetClassReader
{
    private const string SelfProperty = "Self";
    private const string CreateMethod = "CreatePort";

    /// <summary>The class, or nothing if the ID is a plain one.</summary>
    public static TargetClass? Read(IOperation target, CancellationToken cancellationToken)
    {
        ITypeSymbol? type = target switch
        {
            // A port's own ID says no more than any; but whose it is, is known.
            IPropertyReferenceOperation { Instance: { } owner } self when IsSelf(self.Property) => owner.Type,
            { Type: INamedTypeSymbol id } when KnownTypes.Is(id, KnownTypes.TypedPortId) => id.TypeArguments[0],
            _ => null,
        };
        INamedTypeSymbol? port = type is ITypeParameterSymbol parameter
            ? parameter.ConstraintTypes.OfType<INamedTypeSymbol>().FirstOrDefault(BaseClasses.IsPort)
            : type as INamedTypeSymbol;
        return port is null || KnownTypes.Is(port, KnownTypes.Port) || KnownTypes.Is(port, KnownTypes.BarePort)
            ? null
            : new TargetClass(port, IsExact: IsCreated(target, port, cancellationToken));
    }

    private static bool IsSelf(IPropertySymbol property) =>
        string.Equals(property.Name, SelfProperty, StringComparison.Ordinal)
        && KnownTypes.Is(property.ContainingType, KnownTypes.Port);

    private static bool IsCreated(IOperation id, INamedTypeSymbol port, CancellationToken cancellationToken)
    {
        IOperation? created = id is ILocalReferenceOperation { SemanticModel: { } model } reference
            && InitializerOf(reference.Local, cancellationToken) is { } initializer
            && model.GetOperation(initializer, cancellationToken) is { } value
                ? Unconverted(value)
                : id;
        return created is IInvocationOperation { TargetMethod.Name: CreateMethod, Arguments.Length: 1 } invocation
            && Unconverted(invocation.Arguments[0].Value) is IObjectCreationOperation creation
            && SymbolEqualityComparer.Default.Equals(creation.Type, port);
    }

    // Of a variable that is assigned once only, where it is declared.
    private static ExpressionSyntax? InitializerOf(ILocalSymbol local, CancellationToken cancellationToken) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken)
            is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
        && declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && !(member is GlobalStatementSyntax ? member.Parent! : member)
            .DescendantNodes()
            .Any(node => Changes(node, local.Name))
            ? value
            : null;

    private static bool Changes(SyntaxNode node, string name) => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => IsNamed(left, name),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax argument } =>
            IsNamed(argument, name),
        AssignmentExpressionSyntax { Left: TupleExpressionSyntax tuple } => tuple.Arguments.Any(argument =>
            argument.Expression is IdentifierNameSyntax item && IsNamed(item, name)),
        _ => false,
    };

    private static bool IsNamed(IdentifierNameSyntax identifier, string name) =>
        string.Equals(identifier.Identifier.ValueText, name, StringComparison.Ordinal);

    private static IOperation Unconverted(IOperation value) =>
        value is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : value;
}
