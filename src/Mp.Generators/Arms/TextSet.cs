namespace Mp.Generators.Arms;

/// <summary>Elements that are strings: none, one, those that are port IDs, or all.</summary>
internal sealed record TextSet
{
    public static readonly TextSet None = new();

    public static readonly TextSet All = new() { IsAll = true, HasPortIds = true };

    /// <summary>Those that are port IDs. Which these are is known to the runtime alone.</summary>
    public static readonly TextSet PortIds = new() { HasPortIds = true };

    public bool IsAll { get; private init; }

    public bool HasPortIds { get; private init; }

    /// <summary>The one that is in it, if no others are.</summary>
    public string? Value { get; private init; }

    public bool IsEmpty => !HasPortIds && Value is null;

    public static TextSet One(string value) => new() { Value = value };

    /// <summary>Whether every string of the other set is in this one; if in doubt, not.</summary>
    public bool Contains(TextSet other) =>
        IsAll || other.IsEmpty || (!other.IsAll && HasPortIds == other.HasPortIds && AreEqual(other));

    /// <summary>Whether a string may be in both; if in doubt, it may.</summary>
    public bool Overlaps(TextSet other)
    {
        if (IsEmpty || other.IsEmpty || IsAll || other.IsAll || HasPortIds == other.HasPortIds)
        {
            return !IsEmpty && !other.IsEmpty && (HasPortIds || other.HasPortIds || AreEqual(other));
        }

        return (Value ?? other.Value)!.IndexOf('#') >= 0;
    }

    private bool AreEqual(TextSet other) => string.Equals(Value, other.Value, StringComparison.Ordinal);
}
