using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Generators.Contracts;
using Mp.Generators.Emitting;
using Mp.Generators.Parsing;

namespace Mp.Generators;

/// <summary>
/// Writes down, for the projects that refer to this one, what its ports receive and how its payloads travel: private
/// handlers are seen by nobody else, least of all in a reference assembly.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        SyntaxValueProvider syntax = context.SyntaxProvider;
        IncrementalValueProvider<string> text = All(
                syntax.ForAttributeWithMetadataName(
                    KnownTypes.RcvAttribute,
                    predicate: static (node, _) => node is MethodDeclarationSyntax,
                    transform: static (handler, token) => Parse(PortOccasion.OfHandler(handler), token)),
                syntax.ForAttributeWithMetadataName(
                    KnownTypes.RcvUnmatchedAttribute,
                    predicate: static (node, _) => node is MethodDeclarationSyntax,
                    transform: static (unmatched, token) => Parse(PortOccasion.OfUnmatched(unmatched), token)),
                syntax.CreateSyntaxProvider(
                    predicate: static (node, _) => PortOccasion.MayBeOfContract(node),
                    transform: static (type, token) => Parse(PortOccasion.OfContract(type, token), token)),
                syntax.CreateSyntaxProvider(
                    predicate: static (node, _) => node is MethodDeclarationSyntax
                    {
                        Identifier.ValueText: "Match" or "MatchUnmatched",
                    },
                    transform: static (match, token) => Parse(PortOccasion.OfMatch(match, token), token)),
                syntax.ForAttributeWithMetadataName(
                    KnownTypes.MessageAttribute,
                    predicate: static (node, _) => node is TypeDeclarationSyntax,
                    transform: static (message, token) => message.TargetSymbol is INamedTypeSymbol type
                        ? ContractParser.ParseMessage(type, token)
                        : null),
                syntax.CreateSyntaxProvider(
                    predicate: static (node, _) => AddedHandlerParser.IsCandidate(node),
                    transform: static (name, token) => AddedHandlerParser.Parse(
                        (SimpleNameSyntax)name.Node,
                        name.SemanticModel,
                        token)))
            .Combine(Merge([
                .. PayloadSources.OfPayloads(syntax, PayloadContractParser.Parse),
                .. PayloadSources.OfUnions(syntax, PayloadContractParser.Parse),
            ]))
            .Select(static (parts, _) => Write(parts.Left, parts.Right))
            .WithTrackingName(TrackingNames.Contracts);

        context.RegisterSourceOutput(text, static (output, text) =>
        {
            if (text.Length > 0)
            {
                output.AddSource(ContractsEmitter.HintName, ContractsEmitter.Emit(text));
            }
        });
    }

    private static PortContract? Parse(PortOccasion? occasion, CancellationToken token) =>
        occasion is null ? null : ContractParser.Parse(occasion.Type, occasion.RcvAttribute, token);

    private static IncrementalValueProvider<ImmutableArray<PortContract>> All(
        params IncrementalValuesProvider<PortContract?>[] providers) => Merge(providers
        .Select(static ports => ports
            .Where(static port => port is not null)
            .Select(static (port, _) => port!)));

    private static IncrementalValueProvider<ImmutableArray<T>> Merge<T>(
        IEnumerable<IncrementalValuesProvider<T>> providers) => providers
        .Select(static some => some.Collect())
        .Aggregate(static (all, more) => all
            .Combine(more)
            .Select(static (pair, _) => pair.Left.AddRange(pair.Right)));

    private static string Write(IEnumerable<PortContract> ports, IEnumerable<PayloadContract> payloads)
    {
        var document = ContractDocument.Of(ports, payloads);
        return document.IsEmpty ? "" : ContractWriter.Write(document);
    }
}
