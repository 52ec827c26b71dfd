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
}
