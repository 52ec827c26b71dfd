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
                    && monitors.Find(monitor => monitor.Fired < index && MustBeLast(history, monitor, record))
                        is { } told)
                {
                    string text = $"{record.Port} was started after {told} had fired";
                    yield return Of("I14", record, text, told.Record.Node);
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

    // Of a link that is lost while the request is under way, nobody can know whether it arrives.
    private static bool MustBeLast(HistoryIndex history, MonitorItem monitor, HistoryRecord init) =>
        !monitor.IsLinkLoss
        || !history.LinksOf(monitor.Record, init.Node)
            .Any(link => link.Up < monitor.Fired && link.Down > Math.Min(monitor.Index, history.SpawnOf(init.Port)));

    private static Violation Of(string invariant, HistoryRecord record, string text, params string[] others) =>
        new(invariant, record.Time, text, [record.Node, .. others]);
}
