using Microsoft.Extensions.Logging;

namespace Mp.TestKit;

/// <summary>A logger of a <see cref="RecordingLoggerFactory"/>.</summary>
internal sealed class RecordingLogger(string category, Action<LogEntry> add) : ILogger
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
        add(new LogEntry(category, logLevel, eventId.Id, formatter(state, exception), exception));
}
