using Microsoft.CodeAnalysis;
using Mp.Generators.Collections;
using Mp.Generators.Contracts;

namespace Mp.Generators.Parsing;

/// <summary>Reads how payload types travel.</summary>
internal static class PayloadContractParser
{
    /// <summary>How a type marked as a payload travels, or nothing if it can't.</summary>
    public static PayloadContract? Parse(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        PayloadParser.ParseLayout(type, report: null, cancellationToken) is { } layout
            ? new PayloadContract
            {
                Name = KnownTypes.MetadataNameOf(type),
                Form = layout.IsArray ? PayloadForm.Array : PayloadForm.Map,
                Members = InOrder(layout).Select(ParseMember).ToEquatableArray(),
            }
            : null;

    private static IEnumerable<PayloadSlot> InOrder(PayloadLayout layout) =>
        layout.IsArray ? layout.Slots.OrderBy(static slot => slot.Key as int?) : layout.Slots;

    private static PayloadMemberContract ParseMember(PayloadSlot slot) => new()
    {
        Key = slot.KeyText,
        Name = slot.Member.Name,
        Type = TypeShapeParser.Parse(slot.DeclaredType),
        IsOptional = !slot.IsRequired,
    };
}
