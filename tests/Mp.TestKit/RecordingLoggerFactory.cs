using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Mp.TestKit;

/// <summary>Keeps what is logged, at every level, for the test to look at.</summary>
public sealed class RecordingLoggerFactory : ILoggerFactory
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    /// <summary>What was logged so far, oldest first.</summary>
    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new RecordingLogger(categoryName, _entries);

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) =>
        throw new NotSupportedException("This factory only records.");

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
