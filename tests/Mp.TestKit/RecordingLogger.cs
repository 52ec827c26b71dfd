using Microsoft.Extensions.Logging;

namespace Mp.TestKit;

/// <summary>A logger that hands on what it is given, as a <see cref="RecordingLoggerFactory"/> needs it.</summary>
public sealed class RecordingLogger(string category, Action<LogEntry> add) : ILogger
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
