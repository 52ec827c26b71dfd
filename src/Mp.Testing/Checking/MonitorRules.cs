namespace Mp.Testing.Checking;

/// <summary>
/// I5: a monitor fires once if there is a reason, and never after it was withdrawn. I18: whatever other callbacks do.
/// </summary>
internal static class MonitorRules
{
    public static IEnumerable<Violation> Judge(HistoryIndex history) =>
        JudgeFires(history).Concat(history.IsComplete ? JudgeMissing(history) : []);

    private static IEnumerable<Violation> JudgeFires(HistoryIndex history)
    {
        for (int index = 0; index < history.Records.Count; index++)
        {
            HistoryRecord record = history.Records[index];
            if (record.Kind != HistoryKind.Fire)
            {
                continue;
            }

            string? problem = !history.Monitors.TryGetValue(record.Sequence, out MonitorItem? monitor)
                ? "was never set"
                : monitor.Withdrawn < index ? "was withdrawn" : monitor.Fired < index ? "had fired" : null;
            if (problem is not null)
            {
                yield return new Violation(
                    "I5",
                    record.Time,
                    $"monitor {record.Sequence} fired ({record.Data}) and {problem} before",
                    [record.Node]);
            }
        }
    }

    private static IEnumerable<Violation> JudgeMissing(HistoryIndex history)
    {
        foreach (MonitorItem monitor in history.Monitors.Values)
        {
            bool isSet = monitor.Fire is null
                && monitor.Withdrawn == HistoryIndex.Never
                && history.EndOf(monitor.Record) == HistoryIndex.Never
                && (monitor.IsOfNode || history.GoneAt(monitor.Record.Port) == HistoryIndex.Never);
            if (isSet && history.GoneAt(monitor.Target) != HistoryIndex.Never)
            {
                bool hasAnotherThrown = history.MonitorsOn[monitor.Target].Any(other => other.HasThrown
                    && other.Record.IsOfProcessOf(monitor.Record));
                yield return new Violation(
                    hasAnotherThrown ? "I18" : "I5",
                    monitor.Record.Time,
                    $"{monitor} never fired, and the port is gone",
                    [monitor.Record.Node, history.NodeOf(monitor.Target)]);
            }
        }
    }
}
