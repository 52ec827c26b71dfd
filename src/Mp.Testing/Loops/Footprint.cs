using System.Runtime.InteropServices;

namespace Mp.Testing.Loops;

/// <summary>What a step looked at, and what it may have changed; each bit is one of the <see cref="Things"/>.</summary>
/// <param name="Looked">What it looked at.</param>
/// <param name="Changed">What it may have changed, and so looked at as well.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Footprint(ulong Looked, ulong Changed)
{
    /// <summary>Whether either can be the first: neither changes what the other one sees.</summary>
    public bool CommutesWith(Footprint other) =>
        (Changed & (other.Changed | other.Looked)) == 0 && (Looked & other.Changed) == 0;

    /// <summary>What either touched.</summary>
    public Footprint With(Footprint other) => new(Looked | other.Looked, Changed | other.Changed);
}
