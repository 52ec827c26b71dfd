using System.Globalization;

namespace Mp.Torture.Freeze;

/// <summary>How soon it was noticed that processes stood still.</summary>
/// <param name="Bound">How soon it must be.</param>
/// <param name="Noticed">How soon it was, of each; nothing, if it was not noticed at all.</param>
/// <param name="Extra">How often monitors fired that should not have, or once more than they should have.</param>
internal sealed record FreezeResult(TimeSpan Bound, IReadOnlyList<TimeSpan?> Noticed, int Extra)
{
    /// <summary>What is wrong with it.</summary>
    public IEnumerable<string> Findings(int leeway)
    {
        if (Noticed.Any(noticed => !(noticed < leeway * Bound)))
        {
            yield return $"a process that stood still was not noticed within {leeway * Bound}";
        }

        if (Extra > 0)
        {
            yield return $"{Extra} monitors fired too often, or for a process that ran";
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"noticed after {Noticed.Min()?.TotalSeconds:0.0} to {Noticed.Max()?.TotalSeconds:0.0} s "
        + $"(promised: {Bound.TotalSeconds:0.#} s)");
}
