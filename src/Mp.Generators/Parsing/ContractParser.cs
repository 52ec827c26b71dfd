using Microsoft.CodeAnalysis;
using Mp.Generators.Collections;
using Mp.Generators.Contracts;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads what a port class, or an interface that is a contract, receives.</summary>
internal static class ContractParser
{
    /// <summary>
    /// What <paramref name="type"/> receives by what is declared in it; handlers that it adds at run time are left to
    /// <see cref="AddedHandlerParser"/>.
    /// </summary>
    /// <returns>Nothing, if it is no port class and no contract, or declares no handler.</returns>
    public static PortContract? Parse(
        INamedTypeSymbol type,
        INamedTypeSymbol rcvAttribute,
        CancellationToken cancellationToken)
    {
        bool isInterface = type.TypeKind == TypeKind.Interface;
        if (!isInterface && !BaseClasses.IsPort(type))
        {
            return null;
        }

        // Problems are the analyzers' business. But of a class that has any, nothing is certain.
        var problems = new ProblemSink(report: null);
        ArmContract[] arms =
        [
            .. HandlerSources.Of(type, rcvAttribute).SelectMany(source =>
                ParseArms(source.Method, rcvAttribute, problems, cancellationToken)),
        ];
        bool hasUnmatched = HandlerMethods.UnmatchedOf(type).Count > 0;
        bool isOpen = problems.HasProblems || (arms.Length == 0 && !hasUnmatched && MatchesByHand(type));
        return arms.Length == 0 && !hasUnmatched && !isOpen
            ? null
            : new PortContract
            {
                Name = KnownTypes.MetadataNameOf(type),
                Kind = isInterface ? ContractKind.Interface : ContractKind.Port,
                Base = BaseOf(type),
                ReceivesUnmatched = hasUnmatched,
                IsOpen = isOpen,
                Arms = arms.ToEquatableArray(),
            };
    }

    /// <summary>The name of the class whose handlers a class has as well, or empty.</summary>
    public static string BaseOf(INamedTypeSymbol type) =>
        type.BaseType is { } basis && BaseClasses.IsPort(basis) && !KnownTypes.Is(basis, KnownTypes.Port)
            ? KnownTypes.MetadataNameOf(basis.OriginalDefinition)
            : "";

    /// <summary>What those receive who receive a record that is a message; nothing, if it can't be one.</summary>
    public static PortContract? ParseMessage(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        MessageParser.Parse(type, report: null, cancellationToken) is { } message
        && PrimaryConstructor.Of(type, cancellationToken) is { } constructor
            ? new PortContract
            {
                Name = message.MetadataName,
                Kind = ContractKind.Message,
                Arms = new(
                [
                    new ArmContract
                    {
                        Elements = constructor.Parameters
                            .Select(static member => Typed(member, member.HasExplicitDefaultValue))
                            .Prepend(Constant(new ConstantModel(ConstantKind.String, message.Tag)))
                            .ToEquatableArray(),
                    },
                ]),
            }
            : null;

    /// <summary>What a class that is spawned takes: its name, and what its constructor binds.</summary>
    public static ArmContract ParseSpawn(
        IMethodSymbol constructor,
        string name,
        CancellationToken cancellationToken) =>
        ArmOf(new([new ConstantModel(ConstantKind.String, name)]), constructor, cancellationToken);

    /// <summary>What must equal a constant.</summary>
    public static ElementContract Constant(ConstantModel constant) =>
        new() { Kind = ElementContractKind.Constant, Constant = constant };

    private static IEnumerable<ArmContract> ParseArms(
        IMethodSymbol method,
        INamedTypeSymbol rcvAttribute,
        ProblemSink problems,
        CancellationToken cancellationToken) =>
        HandlerMethods.RcvsOf(method, rcvAttribute).Select(attribute =>
            ArmOf(PatternParser.Parse(attribute, problems, cancellationToken), method, cancellationToken));

    private static ArmContract ArmOf(
        EquatableArray<ConstantModel> pattern,
        IMethodSymbol method,
        CancellationToken cancellationToken) =>
        new()
        {
            Elements = ParseElements(pattern, method, cancellationToken).ToEquatableArray(),
            Rest = method.Parameters.FirstOrDefault(static parameter => parameter.IsParams)?.Name ?? "",
        };

    // As ArmPlanner deals them out: to what wildcards stand for first, then to what follows the pattern.
    private static IEnumerable<ElementContract> ParseElements(
        EquatableArray<ConstantModel> pattern,
        IMethodSymbol method,
        CancellationToken cancellationToken)
    {
        var unbound = new Queue<IParameterSymbol>(method.Parameters.Where(static parameter =>
            !parameter.IsParams && !KnownTypes.Is(parameter.Type, KnownTypes.Message)));
        if (pattern.Count == 0
            && unbound.Count > 0
            && MessageParser.IsMessage(unbound.Peek().Type)
            && ParseMessage((INamedTypeSymbol)unbound.Peek().Type, cancellationToken) is { } message)
        {
            unbound.Dequeue();
            foreach (ElementContract element in message.Arms[0].Elements)
            {
                yield return element;
            }
        }

        foreach (ConstantModel constant in pattern)
        {
            yield return constant.Kind != ConstantKind.Any ? Constant(constant)
                : unbound.Count > 0 ? Typed(unbound.Dequeue(), isOptional: false)
                : new ElementContract { Kind = ElementContractKind.Any };
        }

        foreach (IParameterSymbol parameter in unbound)
        {
            yield return Typed(parameter, parameter.HasExplicitDefaultValue);
        }
    }

    private static ElementContract Typed(IParameterSymbol parameter, bool isOptional) => new()
    {
        Kind = ElementContractKind.Typed,
        Type = TypeShapeParser.Parse(parameter, parameter.Type),
        Name = parameter.Name,
        IsOptional = isOptional,
    };

    // Without a handler nothing is generated: who overrides this has tables of his own.
    private static bool MatchesByHand(INamedTypeSymbol type) =>
        type.GetMembers("Match").Concat(type.GetMembers("MatchUnmatched")).Any(static member => member.IsOverride);
}
