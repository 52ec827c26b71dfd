using Mp.Nodes;
using Mp.TestKit;

namespace Mp.Runtime.Tests.Nodes;

public sealed class SerialQueueTests
{
    private readonly RecordingLogger _failing = new("", static _ => throw new IOException("the disk is full"));
    private readonly List<string> _done = [];

    [Fact]
    public void WhatIsAddedMeanwhile_ComesAfterwards()
    {
        var queue = new SerialQueue(_failing);

        queue.Do(() =>
        {
            queue.Do(() => _done.Add("second"));
            _done.Add("first");
        });

        Assert.Equal(["first", "second"], _done);
    }

    [Fact]
    public void LoggerThatThrows_KeepsNothingFromBeingDone_HoweverMuchWaits()
    {
        const int Many = 100_000;
        int done = 0;
        var queue = new SerialQueue(_failing);
        for (int number = 0; number < Many; number++)
        {
            queue.Add(() =>
            {
                done++;
                throw new InvalidOperationException("a bug");
            });
        }

        Assert.Throws<IOException>(queue.Run);
        queue.Do(() => _done.Add("the next"));

        Assert.Equal(Many, done);
        Assert.Equal(["the next"], _done);
    }
}
