using System.Numerics;

namespace Mp.Torture.Interleavings;

/// <summary>Orders of which it is said that they come to the same.</summary>
internal sealed class OrderKind
{
    /// <summary>How many of them were played.</summary>
    public int Played { get; set; }

    /// <summary>How many there are, as the one says that was played first.</summary>
    public BigInteger Orders { get; init; }

    /// <summary>What they came to: one thing, unless something is wrong.</summary>
    public HashSet<string> Outcomes { get; } = new(StringComparer.Ordinal);
}
