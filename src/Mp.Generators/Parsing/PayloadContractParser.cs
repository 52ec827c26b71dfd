using Microsoft.CodeAnalysis;
using Mp.Generators.Collections;
using Mp.Generators.Contracts;

namespace Mp.Generators.Parsing;

/// <summary>Reads how payload types travel.</summary>
internal static class PayloadContractParser
{
    /// <summary>How a type marked as a payload travels, or nothing if it can't.</summary>
    public static PayloadContract? Parse(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        PayloadParser.Parse(type, report: null, cancellationToken) is null
        || PrimaryConstructor.Of(type, cancellationToken) is not { } constructor
            ? null
            : new PayloadContract
            {
                Name = KnownTypes.MetadataNameOf(type),
                Form = PayloadForm.Map,
                Members = constructor.Parameters.Select(ParseMember).ToEquatableArray(),
            };

    private static PayloadMemberContract ParseMember(IParameterSymbol parameter) => new()
    {
        Key = parameter.Name,
        Name = parameter.Name,
        Type = TypeShapeParser.Parse(parameter.Type),
        IsOptional = parameter.HasExplicitDefaultValue || ElementParser.TakesNull(parameter.Type),
    };
}
