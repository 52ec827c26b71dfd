using Microsoft.Extensions.Logging;
using Mp.TestKit;

namespace Mp.Integration.Tests.Support;

/// <summary>Keeps what a node logs, and lets a test wait for a line.</summary>
/// <remarks>Some lines are written after the peer has seen their cause.</remarks>
internal sealed class AwaitedLog : ILoggerFactory, ILogger
{
    /// <summary>The line that says that a connection was refused.</summary>
    public const int Refused = 202;

    private readonly Lock _gate = new();
    private readonly List<LogEntry> _entries = [];
    private readonly List<(int Id, int Count, TaskCompletionSource Source)> _waiting = [];

    /// <summary>What was logged with this ID so far, oldest first.</summary>
    public IReadOnlyList<LogEntry> this[int id]
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries.Where(entry => entry.Id == id)];
            }
        }
    }

    /// <summary>Everything that was logged so far, as one text.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                return string.Join('\n', _entries.Select(static entry => $"{entry.Id} {entry.Text} {entry.Exception}"));
            }
        }
    }

    /// <summary>Waits until there are so many lines with this ID.</summary>
    public async Task<IReadOnlyList<LogEntry>> WaitForAsync(int id, int count = 1)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Add((id, count, source));
            CompleteWaiting();
        }

        await source.Task.Bounded();
        return this[id];
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("This log only records.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        lock (_gate)
        {
            _entries.Add(new LogEntry("", logLevel, eventId.Id, formatter(state, exception), exception));
            CompleteWaiting();
        }
    }

    public void Dispose()
    {
    }

    private void CompleteWaiting()
    {
        foreach ((int id, int count, TaskCompletionSource source) in _waiting)
        {
            if (_entries.Count(entry => entry.Id == id) >= count)
            {
                source.TrySetResult();
            }
        }
    }
}
