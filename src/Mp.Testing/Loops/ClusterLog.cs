using Microsoft.Extensions.Logging;

namespace Mp.Testing.Loops;

/// <summary>Passes on what a node logs, and records when a link comes or goes.</summary>
internal sealed class ClusterLog(
    ILoggerFactory inner,
    Action<HistoryRecord> record,
    string node,
    int incarnation) : ILoggerFactory
{
    private const string LinkCategory = "Mp.Links";
    private const int LinkUp = 200;
    private const int LinkDown = 201;

    public ILogger CreateLogger(string categoryName) => string.Equals(
        categoryName,
        LinkCategory,
        StringComparison.Ordinal)
        ? new LinkLogger(inner.CreateLogger(categoryName), this)
        : inner.CreateLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose()
    {
    }

    private void Tell(HistoryKind kind, string peer, string data) => record(new HistoryRecord
    {
        Kind = kind,
        Node = node,
        Incarnation = incarnation,
        Peer = peer,
        Data = data,
    });

    private sealed class LinkLogger(ILogger inner, ClusterLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information || inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id is LinkUp or LinkDown)
            {
                log.Tell(
                    eventId.Id == LinkUp ? HistoryKind.Up : HistoryKind.Down,
                    ValueOf(state, "Node").Split(':')[0],
                    ValueOf(state, "Reason"));
            }
            else if (logLevel >= LogLevel.Error)
            {
                log.Tell(HistoryKind.Error, "", $"{formatter(state, exception)} {exception}");
            }

            inner.Log(logLevel, eventId, state, exception, formatter);
        }

        private static string ValueOf<TState>(TState state, string name) =>
            state is IEnumerable<KeyValuePair<string, object?>> values
                ? values.FirstOrDefault(value => value.Key.Equals(name, StringComparison.Ordinal)).Value as string ?? ""
                : "";
    }
}
