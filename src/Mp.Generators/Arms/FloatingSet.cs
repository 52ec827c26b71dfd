namespace Mp.Generators.Arms;

/// <summary>Elements that are floating-point numbers: none, one, or all.</summary>
/// <param name="IsAll">Whether all are in it.</param>
/// <param name="Value">The one that is in it, if not all are.</param>
internal sealed record FloatingSet(bool IsAll, double? Value)
{
    public static readonly FloatingSet None = new(IsAll: false, null);

    public static readonly FloatingSet All = new(IsAll: true, null);

    public bool IsEmpty => !IsAll && Value is null;

    public static FloatingSet One(double value) => new(IsAll: false, value);

    public bool Contains(FloatingSet other) => IsAll || other.IsEmpty || (!other.IsAll && AreEqual(other));

    public bool Overlaps(FloatingSet other) =>
        !IsEmpty && !other.IsEmpty && (IsAll || other.IsAll || AreEqual(other));

    // Both zeros are one number, and so is whatever is none.
    private bool AreEqual(FloatingSet other) =>
        Value is { } one && other.Value is { } another && (one.CompareTo(another) == 0 || (one == 0 && another == 0));
}
