using Mp.Generators.Collections;

namespace Mp.Generators.Arms;

/// <summary>Which elements a constant equals, or a type takes: a sum of elements of each kind.</summary>
/// <remarks>
/// Not every question has an answer: which integers an enum takes, say, is not known here. Then
/// <see cref="Contains"/> says no, and <see cref="Overlaps"/> yes.
/// </remarks>
internal sealed record ElementSet
{
    public static readonly ElementSet None = new();

    /// <summary>Everything but null.</summary>
    public static readonly ElementSet Present = new()
    {
        HasTrue = true,
        HasFalse = true,
        Integers = IntegerRange.All,
        Floating = FloatingSet.All,
        Texts = TextSet.All,
        HasCompounds = true,
    };

    public static readonly ElementSet Everything = Present with { HasNull = true };

    public bool HasNull { get; init; }

    public bool HasTrue { get; init; }

    public bool HasFalse { get; init; }

    public IntegerRange Integers { get; init; } = IntegerRange.None;

    public FloatingSet Floating { get; init; } = FloatingSet.None;

    public TextSet Texts { get; init; } = TextSet.None;

    /// <summary>Whether whatever is of no kind above is in it: binary data, lists, maps.</summary>
    public bool HasCompounds { get; init; }

    /// <summary>What is known by its name only.</summary>
    public EquatableArray<NamedSet> Named { get; init; }

    public bool IsEverything => Contains(Everything);

    private bool IsEveryPresent => HasCompounds; // Only "present" and "everything" have all compounds.

    private bool HasIntegers => !Integers.IsEmpty || Named.Any(static one => one.Within == NamedSetBound.Integers);

    /// <summary>Whether every element of the other set is in this one, for certain.</summary>
    public bool Contains(ElementSet other) =>
        Has(HasNull, other.HasNull)
        && Has(HasTrue, other.HasTrue)
        && Has(HasFalse, other.HasFalse)
        && Integers.Contains(other.Integers)
        && Floating.Contains(other.Floating)
        && Texts.Contains(other.Texts)
        && Has(HasCompounds, other.HasCompounds)
        && other.Named.All(HasNamed);

    /// <summary>Whether some element may be in both sets.</summary>
    public bool Overlaps(ElementSet other) =>
        (HasNull && other.HasNull)
        || (HasTrue && other.HasTrue)
        || (HasFalse && other.HasFalse)
        || Integers.Overlaps(other.Integers)
        || Floating.Overlaps(other.Floating)
        || Texts.Overlaps(other.Texts)
        || (HasCompounds && other.HasCompounds)
        || Named.Any(other.Meets)
        || other.Named.Any(Meets);

    private static bool Has(bool mine, bool others) => mine || !others;

    private bool HasNamed(NamedSet other) =>
        IsEveryPresent
        || (other.Within == NamedSetBound.Integers && Integers.Contains(IntegerRange.All))
        || Named.Any(one => string.Equals(one.Type, other.Type, StringComparison.Ordinal));

    private bool Meets(NamedSet other) => other.Within switch
    {
        NamedSetBound.Integers => HasIntegers || HasUnknown,
        NamedSetBound.Compounds => HasCompounds || HasUnknown || Named.Any(one => one.Within == other.Within),
        _ => Overlaps(Present) || Named.Count > 0,
    };

    private bool HasUnknown => Named.Any(static one => one.Within == NamedSetBound.Anything);
}
