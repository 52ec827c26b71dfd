using System.Collections.Immutable;

namespace Mp.Mesh;

/// <summary>The answer to a question about a family: that of its three which was asked for.</summary>
internal sealed record FamilyAnswer
{
    /// <summary>What is in the family.</summary>
    public IReadOnlyDictionary<string, FamilyValue> Entries { get; init; } =
        ImmutableDictionary<string, FamilyValue>.Empty;

    /// <summary>Its keys.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>Its values.</summary>
    public IReadOnlyList<FamilyValue> Values { get; init; } = [];
}
