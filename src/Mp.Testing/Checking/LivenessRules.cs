namespace Mp.Testing.Checking;

/// <summary>I20: a node ends in time. I21: when nothing goes wrong any more, everything arrives.</summary>
internal static class LivenessRules
{
    public static IEnumerable<Violation> Judge(HistoryIndex history, CheckerOptions options) =>
        JudgeStops(history, options.ShutdownBound)
            .Concat(history.IsComplete ? JudgeRecovery(history, options.RecoveryBound) : []);

    private static IEnumerable<Violation> JudgeStops(HistoryIndex history, TimeSpan bound)
    {
        for (int index = 0; index < history.Records.Count; index++)
        {
            HistoryRecord stop = history.Records[index];
            if (stop.Kind != HistoryKind.Stop)
            {
                continue;
            }

            HistoryRecord? end = history.Records.Skip(index).FirstOrDefault(record => record.IsOfProcessOf(stop)
                && record.Kind is HistoryKind.Stopped or HistoryKind.Crash);
            if (end is null ? history.IsComplete : end.Time - stop.Time > bound)
            {
                yield return new Violation(
                    "I20",
                    stop.Time + bound,
                    $"{stop.Node} had not ended after {bound}",
                    [stop.Node]);
            }
        }
    }

    private static IEnumerable<Violation> JudgeRecovery(HistoryIndex history, TimeSpan bound)
    {
        if (history.Records.LastOrDefault(static record => record.Kind == HistoryKind.Calm) is not { } calm)
        {
            yield break;
        }

        foreach (SentItem item in history.Streams.Values.SelectMany(static stream => stream))
        {
            if (item.IsLost
                && !item.IsKill
                && item.Record.Time >= calm.Time + bound
                && history.EndOf(item.Record) == HistoryIndex.Never
                && history.GoneAt(item.Record.Peer) == HistoryIndex.Never)
            {
                yield return new Violation(
                    "I21",
                    item.Record.Time,
                    $"{item} was lost, {item.Record.Time - calm.Time} after the last fault",
                    [item.Record.Node, history.NodeOf(item.Record.Peer)]);
            }
        }
    }
}
