using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Generators.Emitting;
using Mp.Generators.Model;
using Mp.Generators.Parsing;

namespace Mp.Generators;

/// <summary>Writes how records are sent and received. It reports nothing: that is the analyzers' part.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class MessageGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<MessageModel> messages = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.MessageAttribute,
                predicate: static (node, _) => node is TypeDeclarationSyntax,
                transform: static (type, token) => type.TargetSymbol is INamedTypeSymbol symbol
                    ? MessageParser.Parse(symbol, report: null, token)
                    : null)
            .Where(static message => message is not null)
            .Select(static (message, _) => message!)
            .WithTrackingName(TrackingNames.Messages);

        // The record may be a payload as well, with a file of that name.
        context.RegisterSourceOutput(messages, static (output, message) =>
            output.AddSource(HintName.Of(message.MetadataName + ".Message"), MessageEmitter.Emit(message)));
    }
}
