namespace Mp.CompilerServices;

/// <summary>
/// The order of sorted collections that are read: that of the type, or for texts the ordinal one, in which no two texts
/// are the same, whatever the culture.
/// </summary>
internal static class SortOrder<T>
{
    public static IComparer<T> Comparer { get; } =
        StringComparer.Ordinal as IComparer<T> ?? System.Collections.Generic.Comparer<T>.Default;
}
