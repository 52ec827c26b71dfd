using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

        context.RegisterSourceOutput(payloads, static (output, payload) =>
            output.AddSource(HintName.Of(payload.MetadataName), PayloadCodecEmitter.Emit(payload)));
    }
}
