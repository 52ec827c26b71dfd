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
        foreach (IncrementalValuesProvider<PayloadModel> payloads in PayloadSources.OfPayloads(
            context.SyntaxProvider,
            static (type, token) => PayloadParser.Parse(type, report: null, token)))
        {
            context.RegisterSourceOutput(payloads.WithTrackingName(TrackingNames.Payloads), Write);
        }

        foreach (IncrementalValuesProvider<UnionModel> unions in PayloadSources.OfUnions(
            context.SyntaxProvider,
            static (type, token) => UnionParser.Parse(type, report: null, token)))
        {
            context.RegisterSourceOutput(unions.WithTrackingName(TrackingNames.Unions), static (output, union) =>
                output.AddSource(HintName.Of(union.MetadataName), UnionCodecEmitter.Emit(union)));
        }

        context.RegisterSourceOutput(
            PayloadSources.OfCustomPayloads(
                context.SyntaxProvider,
                static type => CustomCodecParser.Parse(type, report: null)),
            static (output, payload) =>
                output.AddSource(HintName.Of(payload.MetadataName), CustomCodecEmitter.Emit(payload)));
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
