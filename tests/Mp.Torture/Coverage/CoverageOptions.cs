using System.Diagnostics;

namespace Mp.Torture.Coverage;

/// <summary>What to search, and for how long.</summary>
/// <param name="Target">What.</param>
/// <param name="Minutes">For how long, at the most.</param>
/// <param name="Count">How many inputs, at the most.</param>
/// <param name="Seed">What is random is made from it.</param>
/// <param name="Corpus">The folder with inputs to begin from, where what is kept is written; or nothing.</param>
internal sealed record CoverageOptions(string Target, long Minutes, long Count, int Seed, string? Corpus)
{
    private const long DefaultCount = 2_000_000;
    private const int InputsBetweenLooks = 1024;

    /// <summary>Reads the arguments of the verb.</summary>
    /// <exception cref="UsageException">They make no sense.</exception>
    public static CoverageOptions Of(ReadOnlySpan<string> texts)
    {
        var arguments = new Arguments(texts, "--format", "--minutes", "--count", "--seed", "--corpus");
        string? target = arguments.Text("--format");
        if (target is null || !CoverageTargets.Names.Contains(target, StringComparer.Ordinal))
        {
            throw new UsageException($"--format is to be one of {string.Join(", ", CoverageTargets.Names)}.");
        }

        long minutes = arguments.Number("--minutes", long.MaxValue);
        return new CoverageOptions(
            target,
            minutes,
            arguments.Number("--count", minutes == long.MaxValue ? DefaultCount : long.MaxValue),
            arguments.Seed,
            arguments.Text("--corpus"));
    }

    /// <summary>Whether so many inputs are enough, from now on.</summary>
    public Func<long, bool> IsOver()
    {
        long start = Stopwatch.GetTimestamp();
        return inputs => inputs >= Count || (inputs % InputsBetweenLooks == 0
            && Stopwatch.GetElapsedTime(start).TotalMinutes >= Minutes);
    }
}
