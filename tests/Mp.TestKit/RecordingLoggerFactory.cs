using Microsoft.Extensions.Logging;

namespace Mp.TestKit;

/// <summary>Keeps what is logged, at every level, for the test to look at, and lets it wait for a line.</summary>
/// <remarks>Some lines are written after a peer has seen their cause.</remarks>
public sealed class RecordingLoggerFactory : ILoggerFactory
{
    private readonly Lock _gate = new();
    private readonly List<LogEntry> _entries = [];
    private readonly List<(int Id, int Count, TaskCompletionSource Source)> _waiting = [];

    /// <summary>What was logged so far, oldest first.</summary>
    public IReadOnlyList<LogEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>What was logged with this ID so far, oldest first.</summary>
    public IReadOnlyList<LogEntry> this[int id] => [.. Entries.Where(entry => entry.Id == id)];

    /// <summary>Everything that was logged so far, as one text.</summary>
    public string Text =>
        string.Join('\n', Entries.Select(static entry => $"{entry.Id} {entry.Text} {entry.Exception}"));

    /// <summary>Waits until there are so many lines with this ID.</summary>
    /// <exception cref="TimeoutException">They do not come.</exception>
    public async Task<IReadOnlyList<LogEntry>> WaitForAsync(int id, int count = 1)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Add((id, count, source));
            TellWhoWaits();
        }

        await source.Task.Bounded().ConfigureAwait(false);
        return this[id];
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new RecordingLogger(categoryName, Add);

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("This factory only records.");

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Add(LogEntry entry)
    {
        lock (_gate)
        {
            _entries.Add(entry);
            TellWhoWaits();
        }
    }

    private void TellWhoWaits()
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
