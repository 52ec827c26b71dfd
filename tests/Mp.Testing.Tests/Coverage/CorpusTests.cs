using Mp.Torture.Coverage;

namespace Mp.Testing.Tests.Coverage;

/// <summary>The inputs that the guided search has kept, run again.</summary>
public sealed class CorpusTests
{
    private const double LeastPercent = 95;

    private static readonly string Folder = Path.Combine(
        Path.GetDirectoryName(typeof(CorpusReplay).Assembly.Location)!,
        "Coverage",
        "Corpus");

    [Fact]
    public void Corpus_ShowsNoError_AndReachesWhatHandlesTheInputOfPeers()
    {
        ReachedBlocks reached = CorpusReplay.Run(Folder, [.. CoverageTargets.Names]);

        Assert.True(reached.Percent >= LeastPercent, $"Only {reached.Percent:N1} % of the blocks are reached.");
        string[] unknown = [.. reached.Missed.Select(static missed => missed.Method).Where(KnownGaps.HasNone)];
        Assert.True(unknown.Length == 0, $"Nothing says why some blocks are not reached of {string.Join(", ", unknown)}");
    }
}
