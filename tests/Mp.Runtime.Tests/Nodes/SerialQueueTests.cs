using Microsoft.Extensions.Logging;
using Mp.Nodes;

namespace Mp.Runtime.Tests.Nodes;

public sealed class SerialQueueTests
{
    private readonly List<string> _done = [];

    [Fact]
    public void WhatIsAddedMeanwhile_ComesAfterwards()
    {
        var queue = new SerialQueue(new FailingLogger());

        queue.Do(() =>
        {
            queue.Do(() => _done.Add("second"));
            _done.Add("first");
        });

        Assert.Equal(["first", "second"], _done);
    }

    [Fact]
    public void LoggerThatThrows_KeepsNothingFromBeingDone()
    {
        var queue = new SerialQueue(new FailingLogger());
        queue.Add(() =>
        {
            _done.Add("first");
            throw new InvalidOperationException("a bug");
        });
        queue.Add(() => _done.Add("second"));

        Assert.Throws<IOException>(queue.Run);
        queue.Do(() => _done.Add("third"));

        Assert.Equal(["first", "second", "third"], _done);
    }

    private sealed class FailingLogger : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            throw new IOException("the disk is full");
    }
}
