using Microsoft.CodeAnalysis;
using Mp.Generators.Contracts;
using Mp.Generators.Parsing;

namespace Mp.Analyzers.Sends;

/// <summary>Which types are payloads.</summary>
/// <param name="compilation">Where their names are looked up.</param>
internal sealed class PayloadTypes(Compilation compilation)
{
    /// <summary>Whether a type is a payload, as far as this compilation knows it.</summary>
    public bool Contains(TypeShape type) =>
        compilation.GetTypeByMetadataName(type.Name) is { } symbol && PayloadVocabulary.Of(symbol) is not null;

    /// <summary>Whether one type is a case of the other, which travels otherwise as itself.</summary>
    public bool IsCaseOf(TypeShape one, TypeShape union) =>
        compilation.GetTypeByMetadataName(union.Name) is { } symbol
        && PayloadVocabulary.Of(symbol) is { } words
        && words.CasesOf(symbol).Any(attribute =>
            attribute.ConstructorArguments.Length == 2
            && attribute.ConstructorArguments[1].Value is INamedTypeSymbol type
            && string.Equals(KnownTypes.MetadataNameOf(type), one.Name, StringComparison.Ordinal));
}
