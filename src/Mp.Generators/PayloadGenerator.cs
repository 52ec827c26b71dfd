using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Generators.Collections;
using Mp.Generators.Emitting;
using Mp.Generators.Model;
using Mp.Generators.Parsing;

namespace Mp.Generators;

/// <summary>Writes the codecs of payload types. It reports nothing: that is the analyzers' part.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PayloadGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<PayloadModel> payloads = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.PayloadAttribute,
                predicate: static (node, _) => node is TypeDeclarationSyntax,
                transform: static (type, token) => type.TargetSymbol is INamedTypeSymbol symbol
                    ? PayloadParser.Parse(symbol, report: null, token)
                    : null)
            .Where(static payload => payload is not null)
            .Select(static (payload, _) => payload!)
            .WithTrackingName(TrackingNames.Payloads);

        context.RegisterSourceOutput(payloads, Write);
        context.RegisterSourceOutput(ClosedPayloads(context), Write);
    }

    // Of a generic payload each closed form has a codec of its own, in every assembly that names it.
    private static IncrementalValuesProvider<PayloadModel> ClosedPayloads(
        IncrementalGeneratorInitializationContext context) => context.SyntaxProvider
        .CreateSyntaxProvider(
            predicate: static (node, _) => ClosedPayloadParser.IsCandidate(node),
            transform: static (name, token) =>
                ClosedPayloadParser.Parse((GenericNameSyntax)name.Node, name.SemanticModel, token).ToEquatableArray())
        .Where(static models => models.Count > 0)
        .Collect()
        .SelectMany(static (models, _) => OnePerType(models))
        .WithTrackingName(TrackingNames.ClosedPayloads);

    // Whether type arguments take null is nothing to the runtime: of two forms, the one that takes more stays.
    private static IEnumerable<PayloadModel> OnePerType(ImmutableArray<EquatableArray<PayloadModel>> models) => models
        .SelectMany(static some => some)
        .GroupBy(static model => model.MetadataName, StringComparer.Ordinal)
        .OrderBy(static same => same.Key, StringComparer.Ordinal)
        .Select(static same => same
            .OrderByDescending(static model => model.Type.Length)
            .ThenBy(static model => model.Type, StringComparer.Ordinal)
            .First());

    private static void Write(SourceProductionContext output, PayloadModel payload) =>
        output.AddSource(HintName.Of(payload.MetadataName), PayloadCodecEmitter.Emit(payload));
}
