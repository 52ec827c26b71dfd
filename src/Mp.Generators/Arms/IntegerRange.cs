using System.Numerics;

namespace Mp.Generators.Arms;

/// <summary>The integers from one to another, both included; none if the least is above the most.</summary>
internal sealed record IntegerRange(BigInteger Least, BigInteger Most)
{
    public static readonly IntegerRange None = new(1, 0);

    /// <summary>Every integer that an element can be.</summary>
    public static readonly IntegerRange All = new(long.MinValue, ulong.MaxValue);

    public bool IsEmpty => Least > Most;

    public static IntegerRange One(BigInteger value) => new(value, value);

    public bool Contains(IntegerRange other) => other.IsEmpty || (Least <= other.Least && other.Most <= Most);

    public bool Overlaps(IntegerRange other) =>
        !IsEmpty && !other.IsEmpty && Least <= other.Most && other.Least <= Most;
}
