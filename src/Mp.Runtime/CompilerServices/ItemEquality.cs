namespace Mp.CompilerServices;

/// <summary>
/// When two keys or items are the same, in dictionaries and sets that are read: texts ordinally, all else as the type
/// says, where possible with hash codes that a peer can't foresee.
/// </summary>
internal static class ItemEquality<T>
{
    /// <summary>What to compare with; null for what the type itself does.</summary>
    public static IEqualityComparer<T>? Comparer { get; } =
        StringComparer.Ordinal as IEqualityComparer<T>
        ?? (SeededComparer<T>.IsFor ? new SeededComparer<T>() : null);
}
