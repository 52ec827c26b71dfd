using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Generators.Collections;
using Mp.Generators.Contracts;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads what handlers that are added at run time receive: <c>Rcv("tag", ...)</c> in a body.</summary>
internal static class AddedHandlerParser
{
    private const string MethodName = "Rcv";

    /// <summary>Whether a node may name the method that adds handlers: cheap, and right about nearly all.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is SimpleNameSyntax { Identifier.ValueText: MethodName } && node.Parent is not (AttributeSyntax
            or NameColonSyntax or QualifiedNameSyntax);

    /// <summary>What the handler receives that is added where the method is named.</summary>
    /// <returns>Part of the contract of the class that it is added to, or nothing if none is added here.</returns>
    public static PortContract? Parse(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!IsOfPort(model.GetSymbolInfo(name, cancellationToken))
            || PortOf(name, model, cancellationToken) is not { } port)
        {
            return null;
        }

        string? tag = TagOfMessage(name, model, cancellationToken) ?? TagOf(name, model, cancellationToken);
        return new PortContract
        {
            Name = KnownTypes.MetadataNameOf(port.OriginalDefinition),
            Base = ContractParser.BaseOf(port),
            IsOpen = tag is null,
            Arms = tag is null ? default : new EquatableArray<ArmContract>([Added(tag)]),
        };
    }

    private static ArmContract Added(string tag) => new()
    {
        IsAdded = true,
        Elements = new([ContractParser.Constant(new ConstantModel(ConstantKind.String, tag))]),
    };

    // A record that is still to be made a message fits no overload yet: then there are candidates.
    private static bool IsOfPort(SymbolInfo called) =>
        (called.Symbol ?? (called.CandidateReason == CandidateReason.MemberGroup
            ? null
            : called.CandidateSymbols.FirstOrDefault())) is IMethodSymbol method
        && BaseClasses.IsPort(method.ContainingType);

    // The handler of a record that is a message: its type, which is written into the call, says all.
    private static string? TagOfMessage(
        SimpleNameSyntax name,
        SemanticModel model,
        CancellationToken cancellationToken)
    {
        TypeSyntax? record = name is GenericNameSyntax generic
            ? generic.TypeArgumentList.Arguments.FirstOrDefault()
            : (ArgumentsOf(name).FirstOrDefault()?.Expression as ParenthesizedLambdaExpressionSyntax)?
                .ParameterList.Parameters.FirstOrDefault()?.Type;
        return record is not null && model.GetTypeInfo(record, cancellationToken).Type is INamedTypeSymbol type
            ? MessageParser.Parse(type, report: null, cancellationToken)?.Tag
            : null;
    }

    private static SeparatedSyntaxList<ArgumentSyntax> ArgumentsOf(SimpleNameSyntax name)
    {
        SyntaxNode callee = name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax
            ? name.Parent
            : name;
        return callee.Parent is InvocationExpressionSyntax invocation ? invocation.ArgumentList.Arguments : default;
    }

    // The class of the object that it is called on, or, as the method is protected, that it is called in.
    private static INamedTypeSymbol? PortOf(
        SimpleNameSyntax name,
        SemanticModel model,
        CancellationToken cancellationToken)
    {
        if (name.Parent is MemberAccessExpressionSyntax access
            && access.Name == name
            && access.Expression is not BaseExpressionSyntax)
        {
            return model.GetTypeInfo(access.Expression, cancellationToken).Type as INamedTypeSymbol;
        }

        if (name.Parent is MemberBindingExpressionSyntax
            && name.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } conditional)
        {
            return model.GetTypeInfo(conditional.Expression, cancellationToken).Type as INamedTypeSymbol;
        }

        return model.GetEnclosingSymbol(name.SpanStart, cancellationToken)?.ContainingType;
    }

    // A tag that is known here, or nothing: a pattern without one, or a method group on its way to somewhere else.
    private static string? TagOf(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        SeparatedSyntaxList<ArgumentSyntax> arguments = ArgumentsOf(name);
        if (arguments.Count == 0 || arguments.Any(static argument => argument.NameColon is not null))
        {
            return null;
        }

        ExpressionSyntax first = arguments[0].Expression;
        ExpressionSyntax? tag = first switch
        {
            CollectionExpressionSyntax list =>
                (list.Elements.FirstOrDefault() as ExpressionElementSyntax)?.Expression,
            ArrayCreationExpressionSyntax array => array.Initializer?.Expressions.FirstOrDefault(),
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.FirstOrDefault(),
            _ => first,
        };
        return tag is null ? null : model.GetConstantValue(tag, cancellationToken).Value as string;
    }
}
