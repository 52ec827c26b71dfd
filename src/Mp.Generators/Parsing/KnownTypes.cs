using Microsoft.CodeAnalysis;

namespace Mp.Generators.Parsing;

/// <summary>The types of the runtime that the parser looks for. It knows them by their metadata names only.</summary>
internal static class KnownTypes
{
    public const string RcvAttribute = "Mp.RcvAttribute";
    public const string RcvUnmatchedAttribute = "Mp.RcvUnmatchedAttribute";
    public const string SpawnAttribute = "Mp.SpawnAttribute";
    public const string PortAttribute = "Mp.PortAttribute";
    public const string PayloadAttribute = "Mp.PayloadAttribute";
    public const string KeyAttribute = "Mp.Payloads.KeyAttribute";
    public const string IgnoreMemberAttribute = "Mp.Payloads.IgnoreMemberAttribute";
    public const string PayloadCodecAttribute = "Mp.Payloads.PayloadCodecAttribute";
    public const string PayloadCodec = "Mp.Payloads.IPayloadCodec`2";
    public const string UnionAttribute = "Mp.Payloads.UnionAttribute";
    public const string PayloadConstructorAttribute = "Mp.Payloads.PayloadConstructorAttribute";
    public const string MessageAttribute = "Mp.MessageAttribute";
    public const string AnsweredBy = "Mp.IAnsweredBy`1";
    public const string TypedMessage = "Mp.CompilerServices.ITypedMessage`1";
    public const string Port = "Mp.Port";
    public const string Node = "Mp.Node";
    public const string BarePort = "Mp.BarePort";
    public const string PortId = "Mp.PortId";
    public const string TypedPortId = "Mp.PortId`1";
    public const string Message = "Mp.Message";
    public const string Pattern = "Mp.Pattern";
    public const string ContractsAttribute = "Mp.CompilerServices.ContractsAttribute";

    // Without the "@" before keywords, which metadata does not have.
    private static readonly SymbolDisplayFormat PlainName =
        new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Whether a type, or what a generic one is made from, has this metadata name.</summary>
    public static bool Is(ITypeSymbol? type, string metadataName)
    {
        int dot = metadataName.LastIndexOf('.');
        return type is INamedTypeSymbol { ContainingType: null } named
            && string.Equals(named.MetadataName, metadataName.Substring(dot + 1), StringComparison.Ordinal)
            && string.Equals(
                named.ContainingNamespace.ToDisplayString(PlainName),
                metadataName.Substring(0, dot),
                StringComparison.Ordinal);
    }

    /// <summary>
    /// The name of a type in metadata, with namespace and containing types, as <c>Demo.Outer`1+Echo</c>.
    /// </summary>
    public static string MetadataNameOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            return $"{MetadataNameOf(outer)}+{type.MetadataName}";
        }

        return type.ContainingNamespace.IsGlobalNamespace
            ? type.MetadataName
            : $"{type.ContainingNamespace.ToDisplayString(PlainName)}.{type.MetadataName}";
    }
}
