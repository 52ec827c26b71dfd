using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Generators.Parsing;

namespace Mp.Generators;

/// <summary>Finds the types that are marked as payloads, by whichever attributes.</summary>
internal static class PayloadSources
{
    /// <summary>What is made of the types that are payloads themselves.</summary>
    public static IEnumerable<IncrementalValuesProvider<T>> OfPayloads<T>(
        SyntaxValueProvider syntax,
        Func<INamedTypeSymbol, CancellationToken, T?> parse)
        where T : class => PayloadVocabulary.All.Select(words => Of(
            syntax,
            words.Payload,
            (type, context, token) =>
                PayloadVocabulary.Of(type) == words && !UnionParser.IsUnion(type) ? parse(type, token) : null));

    /// <summary>What is made of the types that stand for several.</summary>
    public static IEnumerable<IncrementalValuesProvider<T>> OfUnions<T>(
        SyntaxValueProvider syntax,
        Func<INamedTypeSymbol, CancellationToken, T?> parse)
        where T : class => PayloadVocabulary.All.Select(words => Of(
            syntax,
            words.Union,
            (type, context, token) =>
                PayloadVocabulary.Of(type) == words && IsFirst(words, type, context) ? parse(type, token) : null));

    /// <summary>What is made of the types whose codecs are written by hand.</summary>
    public static IncrementalValuesProvider<T> OfCustomPayloads<T>(
        SyntaxValueProvider syntax,
        Func<INamedTypeSymbol, T?> parse)
        where T : class => Of(syntax, KnownTypes.PayloadCodecAttribute, (type, context, token) => parse(type));

    private static IncrementalValuesProvider<T> Of<T>(
        SyntaxValueProvider syntax,
        string attribute,
        Func<INamedTypeSymbol, GeneratorAttributeSyntaxContext, CancellationToken, T?> parse)
        where T : class => syntax
        .ForAttributeWithMetadataName(
            attribute,
            predicate: static (node, _) => node is TypeDeclarationSyntax,
            transform: (type, token) =>
                type.TargetSymbol is INamedTypeSymbol symbol ? parse(symbol, type, token) : null)
        .Where(static model => model is not null)
        .Select(static (model, _) => model!);

    // The attributes of one union may stand at several parts of it.
    private static bool IsFirst(
        PayloadVocabulary words,
        INamedTypeSymbol type,
        GeneratorAttributeSyntaxContext context) =>
        words.CasesOf(type).First().ApplicationSyntaxReference is { } first
        && context.TargetNode.SyntaxTree == first.SyntaxTree
        && context.TargetNode.Span.Contains(first.Span);
}
