namespace Mp.Mesh;

/// <summary>What changes in one family: entries that are set, and keys that are deleted.</summary>
internal sealed class FamilyUpdate
{
    /// <summary>The entries that are set.</summary>
    public Dictionary<string, FamilyValue> Set { get; } = new(StringComparer.Ordinal);

    /// <summary>The keys that are deleted; none of them is set.</summary>
    public List<string> Deleted { get; } = [];

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => Set.Count == 0 && Deleted.Count == 0;
}
