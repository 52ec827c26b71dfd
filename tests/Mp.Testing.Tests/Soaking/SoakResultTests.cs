using Mp.Torture.Soak;

namespace Mp.Testing.Tests.Soaking;

/// <summary>A run that shows something is said to.</summary>
public sealed class SoakResultTests
{
    [Fact]
    public void NothingWrong_IsFine() => Assert.Empty(Of(minutes: 60, growth: 0, losses: 3).Findings);

    [Fact]
    public void WhatANodeFound_IsAFinding() =>
        Assert.Equal(["a word came twice"], Of(minutes: 60, growth: 0, losses: 3, "a word came twice").Findings);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void MonitorThatFired_NotOncePerCut_IsAFinding(long losses) => Assert.Equal(
        [$"a monitor that is set anew each time fired {losses} times in 3 cuts"],
        Of(minutes: 60, growth: 0, losses).Findings);

    [Fact]
    public void MemoryThatGrows_IsAFinding_InAnHour()
    {
        Assert.Equal(["memory grows by 2.0 MiB an hour"], Of(minutes: 60, growth: 2, losses: 3).Findings);
        Assert.Empty(Of(minutes: 60, growth: 0.9, losses: 3).Findings);
        Assert.Empty(Of(minutes: 59, growth: 2, losses: 3).Findings);
    }

    private static SoakResult Of(int minutes, double growth, long losses, params string[] findings)
    {
        IEnumerable<ProcessSample> samples = Enumerable.Range(0, minutes).Select(minute => new ProcessSample(
            TimeSpan.FromMinutes(minute),
            (long)(minute * growth * 1024 * 1024 / 60),
            Heap: 0,
            Committed: 0,
            Handles: 0,
            Threads: 0));
        return new SoakResult(
            TimeSpan.FromMinutes(minutes),
            Cuts: 3,
            [new TrafficReport(0, 0, 0, 0, 0, [losses], findings)],
            [new Trend(samples, TimeSpan.Zero)]);
    }
}
