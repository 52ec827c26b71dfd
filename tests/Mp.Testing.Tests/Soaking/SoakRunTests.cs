using Mp.Torture.Soak;

namespace Mp.Testing.Tests.Soaking;

/// <summary>Two processes that do with each other all there is, for seconds: 'Mp.Torture soak' is the hour.</summary>
public sealed class SoakRunTests
{
    [Fact]
    public async Task TwoProcesses_WhoseConnectionIsCut_KeepAllPromises()
    {
        SoakResult result =
            await SoakRun.RunAsync(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(0.8), seed: 1, TextWriter.Null);

        Assert.Empty(result.Reports.SelectMany(static report => report.Findings));
        Assert.All(result.Reports, report => Assert.All(report.Losses, losses => Assert.Equal(result.Cuts, losses)));
        Assert.All(result.Reports, static report => Assert.True(report is { Arrived: > 0, Calls: > 0, Rounds: > 0 }));
    }
}
