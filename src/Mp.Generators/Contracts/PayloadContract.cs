using Mp.Generators.Collections;

namespace Mp.Generators.Contracts;

/// <summary>How a payload type travels.</summary>
internal sealed record PayloadContract
{
    /// <summary>The type's name in metadata.</summary>
    public required string Name { get; init; }

    public required PayloadForm Form { get; init; }

    public required EquatableArray<PayloadMemberContract> Members { get; init; }
}
