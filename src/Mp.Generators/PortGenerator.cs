using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Generators.Emitting;
using Mp.Generators.Model;
using Mp.Generators.Parsing;
using Mp.Generators.Planning;

namespace Mp.Generators;

/// <summary>
/// Writes the match tables of port classes, how much may wait for their ports, and what makes those that are spawned.
/// </summary>
/// <remarks>It reports nothing: that is the analyzers' part.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class PortGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        WriteTables(context, TrackingNames.Ports, context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownTypes.RcvAttribute,
            predicate: static (node, _) => node is MethodDeclarationSyntax,
            transform: static (handler, token) => Parse(PortOccasion.OfHandler(handler), token)));
        WriteTables(context, TrackingNames.PortsByUnmatched, context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownTypes.RcvUnmatchedAttribute,
            predicate: static (node, _) => node is MethodDeclarationSyntax,
            transform: static (unmatched, token) => Parse(PortOccasion.OfUnmatched(unmatched), token)));
        WriteTables(context, TrackingNames.PortsByContract, context.SyntaxProvider.CreateSyntaxProvider(
            predicate: static (node, _) => PortOccasion.MayBeOfContract(node),
            transform: static (declaration, token) => Parse(PortOccasion.OfContract(declaration, token), token)));
        WriteFactories(context);
        WriteBounds(context);
    }

    private static void WriteFactories(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    KnownTypes.SpawnAttribute,
                    predicate: static (node, _) => node is TypeDeclarationSyntax,
                    transform: static (type, token) => type.TargetSymbol is INamedTypeSymbol symbol
                        ? SpawnParser.Parse(symbol, report: null, token)
                        : null)
                .Where(static spawn => spawn is not null)
                .Select(static (spawn, _) => spawn!)
                .WithTrackingName(TrackingNames.Spawns),
            static (output, spawn) => output.AddSource(
                HintName.Of(spawn.MetadataName + ".Spawn"),
                SpawnEmitter.Emit(spawn)));

    private static void WriteBounds(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    KnownTypes.PortAttribute,
                    predicate: static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                    transform: static (bounded, token) =>
                        QueueBoundParser.Parse((INamedTypeSymbol)bounded.TargetSymbol, report: null, token))
                .Where(static bound => bound is not null)
                .Select(static (bound, _) => bound!)
                .WithTrackingName(TrackingNames.QueueBounds),
            static (output, bound) => output.AddSource(
                HintName.Of(bound.MetadataName + ".Queue"),
                QueueBoundEmitter.Emit(bound)));

    private static void WriteTables(
        IncrementalGeneratorInitializationContext context,
        string trackingName,
        IncrementalValuesProvider<PortModel?> ports) =>
        context.RegisterSourceOutput(
            ports
                .Where(static port => port is not null)
                .Select(static (port, _) => port!)
                .WithTrackingName(trackingName),
            static (output, port) => output.AddSource(
                HintName.Of(port.MetadataName),
                MatchTableEmitter.Emit(port, MatchPlanner.Plan(port.Handlers, port.Unmatched))));

    private static PortModel? Parse(PortOccasion? occasion, CancellationToken token) =>
        occasion is null ? null : PortParser.Parse(occasion.Type, occasion.RcvAttribute, report: null, token);
}
