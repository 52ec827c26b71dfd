namespace Mp.Testing.Checking;

/// <summary>I9: no port ID is used again. I14: a spawned port whose monitor has fired is never started.</summary>
internal static class NameRules
{
    public static IEnumerable<Violation> Judge(HistoryIndex history)
    {
        for (int index = 0; index < history.Records.Count; index++)
        {
            HistoryRecord record = history.Records[index];
            bool isKnown = history.Ports.TryGetValue(record.Port, out PortItem? port);
            if (record.Kind == HistoryKind.Init)
            {
                if (isKnown && port!.Index != index)
                {
                    yield return Of("I9", record, $"{record.Port} was created again");
                }

                if (history.MonitorsOn.TryGetValue(record.Port, out List<MonitorItem>? monitors)
                    && monitors.Find(monitor => monitor.Fired < index) is { } told)
                {
                    yield return Of("I14", record, $"{record.Port} was started after {told} had fired");
                }
            }
            else if (record.Kind == HistoryKind.Deliver
                && isKnown
                && !port!.Init.IsOfProcessOf(record))
            {
                yield return Of("I9", record, $"what was for {record.Port} reached a port of another process");
            }
        }
    }

    private static Violation Of(string invariant, HistoryRecord record, string text) =>
        new(invariant, record.Time, text, [record.Node]);
}
