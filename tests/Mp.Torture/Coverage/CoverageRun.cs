using System.Diagnostics;
using System.Globalization;

namespace Mp.Torture.Coverage;

/// <summary>Searches the code that handles what a peer sends, by the ways that inputs take through it.</summary>
internal static class CoverageRun
{
    /// <summary>Searches, and writes what was found, and at last a line that sums it up.</summary>
    /// <returns>0, or 1 if something was found.</returns>
    /// <exception cref="UsageException">The arguments were not understood.</exception>
    public static int Run(string[] texts, TextWriter output)
    {
        var options = CoverageOptions.Of(texts);
        WovenAssembly woven = WovenRuntime.Of(options.Target);
        return WovenRuntime.Load(woven).Call<int>(typeof(CoverageRun), nameof(RunWoven), texts, woven.Blocks, output);
    }

    // Called by its name, where the runtime is the woven one.
    private static int RunWoven(string[] texts, string[] blocks, TextWriter output)
    {
        var options = CoverageOptions.Of(texts);
        EdgeMap.Begin(blocks.Length);
        ICoverageTarget target = CoverageTargets.Create(options.Target);
        IReadOnlyList<byte[]> earlier = options.Corpus is { } folder ? CorpusFile.Read(folder, options.Target) : [];
        var search = new GuidedSearch(target, options.Seed, options.IsOver());

        long start = Stopwatch.GetTimestamp();
        search.Run([.. target.Seeds, .. earlier]);
        TimeSpan time = Stopwatch.GetElapsedTime(start);

        IReadOnlyList<byte[]> kept = search.Kept;
        var reached = new ReachedBlocks(blocks, EdgeMap.Reached.ToArray());
        if (search.Finding is { } finding)
        {
            output.WriteLine($"FINDING {finding.Reason}\n  input {Convert.ToHexString(finding.Input)}");
        }
        else if (options.Corpus is { } corpus)
        {
            CorpusFile.Write(corpus, options.Target, CorpusReplay.WithRemarks(target, kept, blocks));
        }

        foreach ((string method, int missed, int all) in reached.Missed)
        {
            output.WriteLine($"not reached: {missed} of {all} blocks of {method}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"coverage {options.Target} seed {options.Seed}: {search.Inputs:N0} inputs, "
            + $"{search.Inputs / Math.Max(time.TotalSeconds, 0.001) / 1000:N0} k inputs/s; {search.Edges:N0} edges, "
            + $"{reached.Count:N0} of {blocks.Length:N0} blocks ({reached.Percent:N1} %); "
            + $"{kept.Count:N0} inputs kept, {kept.Sum(static input => input.Length):N0} bytes; "
            + $"{(search.Finding is null ? 0 : 1)} findings"));
        return search.Finding is null ? 0 : 1;
    }
}
