using Mp.Torture.Soak;

namespace Mp.Testing.Tests.Soaking;

/// <summary>What grows is seen to grow, and what only goes up and down is not.</summary>
public sealed class TrendTests
{
    private const long MebiByte = 1024 * 1024;

    [Fact]
    public void MemoryThatGrows_HasItsSlope()
    {
        Trend trend = Of(static minute => Sample(minute, resident: (100 * MebiByte) + (minute * MebiByte / 10)));

        Assert.Equal(6, trend.ResidentSlope, 0.01);
    }

    [Fact]
    public void MemoryThatTheCollectorHolds_IsToldFromTheRest()
    {
        Trend trend = Of(static minute => Sample(minute, resident: minute * MebiByte, committed: minute * MebiByte / 2));

        Assert.Equal(30, trend.OtherSlope, 0.01);
    }

    [Fact]
    public void MemoryThatGoesUpAndDown_HasNone()
    {
        Trend trend = Of(static minute => Sample(minute, resident: (100 + (minute % 2)) * MebiByte));

        Assert.Equal(0, trend.ResidentSlope, 0.1);
    }

    [Fact]
    public void WhatWasBeforeTheWarmUp_DoesNotCount()
    {
        Trend trend = Of(static minute => Sample(minute, resident: Math.Min(minute, 5) * MebiByte));

        Assert.Equal(0, trend.ResidentSlope, 0.01);
        Assert.Equal(TimeSpan.FromMinutes(5), trend.First.Time);
    }

    [Fact]
    public void HandleThatIsLostNowAndThen_IsSeen() =>
        Assert.True(Of(static minute => Sample(minute, handles: 20 + (minute % 2) + (minute / 10))).HasMoreHandles);

    [Fact]
    public void HandleThatComesAndGoes_IsNone() =>
        Assert.False(Of(static minute => Sample(minute, handles: 20 + (minute % 2))).HasMoreHandles);

    [Fact]
    public void ThreadThatStays_IsSeen() =>
        Assert.True(Of(static minute => Sample(minute, threads: minute > 30 ? 14 : 13)).HasMoreThreads);

    private static Trend Of(Func<long, ProcessSample> sample) =>
        new(Enumerable.Range(0, 60).Select(static minute => (long)minute).Select(sample), TimeSpan.FromMinutes(5));

    private static ProcessSample Sample(
        long minute,
        long resident = 0,
        long committed = 0,
        long handles = 0,
        long threads = 0) =>
        new(TimeSpan.FromMinutes(minute), resident, Heap: 0, committed, (int)handles, (int)threads);
}
