using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Generators.Emitting;
using Mp.Generators.Model;
using Mp.Generators.Parsing;
using Mp.Generators.Planning;

namespace Mp.Generators;

/// <summary>Writes the match tables of port classes. It reports nothing: that is the analyzers' part.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PortGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        WriteTables(context, TrackingNames.Ports, context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownTypes.RcvAttribute,
            predicate: static (node, _) => node is MethodDeclarationSyntax,
            transform: static (handler, token) => ParseForHandler(handler, token)));
        WriteTables(context, TrackingNames.PortsByUnmatched, context.SyntaxProvider.ForAttributeWithMetadataName(
            KnownTypes.RcvUnmatchedAttribute,
            predicate: static (node, _) => node is MethodDeclarationSyntax,
            transform: static (unmatched, token) => ParseForUnmatched(unmatched, token)));
        WriteTables(context, TrackingNames.PortsByContract, context.SyntaxProvider.CreateSyntaxProvider(
            predicate: static (node, _) => node is ClassDeclarationSyntax { BaseList: not null } declaration
                && declaration.Modifiers.Any(SyntaxKind.PartialKeyword),
            transform: static (declaration, token) => ParseForContract(declaration, token)));
    }

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

    // A class is parsed once, on behalf of its first handler.
    private static PortModel? ParseForHandler(GeneratorAttributeSyntaxContext handler, CancellationToken token) =>
        handler.TargetSymbol is IMethodSymbol method
        && handler.Attributes[0].AttributeClass is { } rcvAttribute
        && HandlerMethods.IsFirst(method, handler.TargetNode, rcvAttribute)
            ? PortParser.Parse(method.ContainingType, rcvAttribute, report: null, token)
            : null;

    private static PortModel? ParseForUnmatched(GeneratorAttributeSyntaxContext unmatched, CancellationToken token) =>
        unmatched.TargetSymbol is IMethodSymbol method
        && unmatched.SemanticModel.Compilation.GetTypeByMetadataName(KnownTypes.RcvAttribute) is { } rcvAttribute
        && HandlerMethods.IsFirstUnmatched(method, unmatched.TargetNode, rcvAttribute)
            ? PortParser.Parse(method.ContainingType, rcvAttribute, report: null, token)
            : null;

    // Most classes have no contract; those with handlers of their own are parsed on behalf of these.
    private static PortModel? ParseForContract(GeneratorSyntaxContext declaration, CancellationToken token) =>
        declaration.SemanticModel.Compilation.GetTypeByMetadataName(KnownTypes.RcvAttribute) is { } rcvAttribute
        && declaration.SemanticModel.GetDeclaredSymbol(declaration.Node, token) is INamedTypeSymbol type
        && HandlerSources.ContractsOf(type, rcvAttribute).Any()
        && HandlerMethods.Of(type, rcvAttribute).Count + HandlerMethods.UnmatchedOf(type).Count == 0
        && TypeDeclarations.IsFirstWithBases(type, declaration.Node, token)
            ? PortParser.Parse(type, rcvAttribute, report: null, token)
            : null;
}
