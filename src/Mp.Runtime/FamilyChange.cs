using System.Collections.Immutable;

namespace Mp;

/// <summary>What has changed in a family, and what is in it now.</summary>
/// <param name="Family">The family's name.</param>
/// <param name="Contents">What is in it now, with the change.</param>
/// <param name="Added">The keys that were not there before.</param>
/// <param name="Changed">The keys that have another value now.</param>
/// <param name="Deleted">The keys that are gone.</param>
public sealed record FamilyChange(
    string Family,
    ImmutableDictionary<string, FamilyValue> Contents,
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Changed,
    IReadOnlyList<string> Deleted);
