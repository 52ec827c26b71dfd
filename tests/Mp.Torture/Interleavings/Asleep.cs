using Mp.Testing.Loops;

namespace Mp.Torture.Interleavings;

/// <summary>
/// A step that need not be taken now: all that follows from it was seen already, and what was done instead since then
/// commutes with it.
/// </summary>
/// <param name="Id">Which step.</param>
/// <param name="Variants">What it may decide for itself.</param>
/// <param name="IsWhole">Whether that is all that it may decide; else some of it does not commute.</param>
internal sealed record Asleep(ulong Id, IReadOnlyList<Variant> Variants, bool IsWhole)
{
    /// <summary>What is left of it after another step.</summary>
    /// <returns>Nothing, if it does not commute with that.</returns>
    public Asleep? After(Footprint other)
    {
        Variant[] rest = [.. Variants.Where(variant => variant.Touched.CommutesWith(other))];
        return rest.Length == 0 ? null : new Asleep(Id, rest, IsWhole && rest.Length == Variants.Count);
    }
}
