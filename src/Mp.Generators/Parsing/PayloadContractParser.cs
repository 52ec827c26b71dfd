using Microsoft.CodeAnalysis;
using Mp.Generators.Collections;
using Mp.Generators.Contracts;

namespace Mp.Generators.Parsing;

/// <summary>Reads how payload types travel.</summary>
internal static class PayloadContractParser
{
    /// <summary>How a type marked as a payload travels, or nothing if it can't.</summary>
    public static PayloadContract? Parse(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        UnionParser.IsUnion(type) ? ParseUnion(type, cancellationToken)
        : PayloadParser.ParseLayout(type, report: null, cancellationToken) is { } layout
        ? new PayloadContract
        {
            Name = KnownTypes.MetadataNameOf(type),
            Form = layout.IsArray ? PayloadForm.Array : PayloadForm.Map,
            Members = InOrder(layout).Select(ParseMember).ToEquatableArray(),
        }
        : null;

    private static PayloadContract? ParseUnion(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        UnionParser.ParseCases(type, report: null, cancellationToken) is { } cases
            ? new PayloadContract
            {
                Name = KnownTypes.MetadataNameOf(type),
                Form = PayloadForm.Union,
                Members = cases.Select(ParseCase).ToEquatableArray(),
            }
            : null;

    private static PayloadMemberContract ParseCase(UnionCase one) => new()
    {
        Key = PayloadKeys.Write(one.Number),
        Name = "",
        Type = TypeShapeParser.Parse(one.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
        IsOptional = false,
    };

    private static IEnumerable<PayloadSlot> InOrder(PayloadLayout layout) =>
        layout.IsArray ? layout.Slots.OrderBy(static slot => slot.Key as int?) : layout.Slots;

    private static PayloadMemberContract ParseMember(PayloadSlot slot) => new()
    {
        Key = slot.KeyText,
        Name = slot.Member.Name,
        Type = TypeShapeParser.Parse(slot.Marked, slot.DeclaredType),
        IsOptional = !slot.IsRequired,
    };
}
