using Mp.Benchmarks.Quiet;

namespace Mp.Benchmarks.Tests.Quiet;

public sealed class ProcessTimeTests
{
    [Fact]
    public void Stat_IsReadBehindTheName_WhateverThatIs()
    {
        ProcessTime read = ProcessTime.Parse(
            "4242 (a (strange) name) S 7 4242 4242 0 -1 4194304 100 200 0 0 150 50 30 20 20 0 5 0 1234 567 89");

        Assert.Equal(new ProcessTime(4242, 7, TimeSpan.FromSeconds(2.5)), read);
    }

    [Fact]
    public void BusyTime_IsAllButIdlingAndWaiting()
    {
        TimeSpan busy = ProcessTime.ParseBusy("cpu  100 200 300 99999 88888 10 20 70 500 600");

        Assert.Equal(TimeSpan.FromSeconds(7), busy);
    }

    [Fact]
    public void Tree_IsTheProcessAndAllThatItStarted()
    {
        ProcessTime[] processes =
        [
            new(1, 0, TimeSpan.FromSeconds(1)),
            new(10, 1, TimeSpan.FromSeconds(10)),
            new(11, 10, TimeSpan.FromSeconds(100)),
            new(12, 11, TimeSpan.FromSeconds(1000)),
            new(20, 1, TimeSpan.FromSeconds(10000)),
        ];

        Assert.Equal(TimeSpan.FromSeconds(1110), ProcessTime.OfTree(10, processes));
    }
}
