namespace Mp.Testing.Checking;

/// <summary>
/// I10: a new process of a node ends what there was with the old one. I11, I13: links are lost only where something
/// went wrong. I12: a silent peer is given up in time.
/// </summary>
internal static class EpochRules
{
    private const string Everybody = "*";

    public static IEnumerable<Violation> Judge(HistoryIndex history, CheckerOptions options) =>
        JudgeLosses(history)
            .Concat(JudgeIncarnations(history))
            .Concat(options.DetectionBound is { } bound ? JudgeSilence(history, bound) : []);

    private static IEnumerable<Violation> JudgeLosses(HistoryIndex history)
    {
        var faults = new HashSet<(string, string)>();
        foreach (HistoryRecord record in history.Records)
        {
            string[] pair = [record.Node, record.Peer];
            switch (record.Kind)
            {
                case HistoryKind.Fault or HistoryKind.Silence:
                    faults.Add((record.Node, record.Peer));
                    faults.Add((record.Peer, record.Node));
                    break;
                case HistoryKind.Crash or HistoryKind.Stop or HistoryKind.Restart:
                    faults.Add((record.Node, Everybody));
                    break;
                case HistoryKind.Down when !pair.Any(node => faults.Contains((node, Everybody)))
                    && !faults.Contains((record.Node, record.Peer))
                    && !faults.Contains((Everybody, Everybody)):
                    yield return new Violation(
                        faults.Count == 0 ? "I11" : "I13",
                        record.Time,
                        $"the link of {record.Node} to {record.Peer} went down ({record.Data}), and nothing was wrong",
                        pair);
                    break;
                case HistoryKind.Error:
                    yield return new Violation("error", record.Time, $"{record.Node}: {record.Data}", [record.Node]);
                    break;
                default:
                    break;
            }
        }
    }

    private static IEnumerable<Violation> JudgeIncarnations(HistoryIndex history)
    {
        foreach (List<SentItem> stream in history.Streams.Values)
        {
            SentItem first = stream[0];
            if (stream.Where(static item => !item.IsLost && !item.IsKill).MinBy(static item => item.Delivered)
                is not { } arrived)
            {
                continue;
            }

            HistoryRecord delivery = history.Records[arrived.Delivered];
            foreach (MonitorItem monitor in OldMonitors(history, arrived.Delivered, first.Record))
            {
                yield return new Violation(
                    "I10",
                    delivery.Time,
                    $"{arrived} came from a new process of {first.Record.Node}, and {monitor} had not fired",
                    [delivery.Node, first.Record.Node]);
            }
        }
    }

    // Set at the receiver on ports of earlier processes, over a link to one, and neither fired nor withdrawn by then.
    private static IEnumerable<MonitorItem> OldMonitors(HistoryIndex history, int arrived, HistoryRecord sent)
    {
        if (sent.Incarnation == 1)
        {
            return [];
        }

        HistoryRecord delivery = history.Records[arrived];
        int began = history.StartOf(sent);
        return history.Monitors.Values.Where(monitor => monitor.IsOfNode
            && monitor.Record.IsOfProcessOf(delivery)
            && Math.Min(monitor.Fired, monitor.Withdrawn) > arrived
            && history.Ports.TryGetValue(monitor.Target, out PortItem? port)
            && port.Init.IsAt(sent.Node)
            && port.Init.Incarnation < sent.Incarnation
            && history.LinksOf(monitor.Record, sent.Node)
                .Any(link => link.Up < monitor.Index && monitor.Index < link.Down && link.Up < began));
    }

    private static IEnumerable<Violation> JudgeSilence(HistoryIndex history, TimeSpan bound)
    {
        for (int index = 0; index < history.Records.Count; index++)
        {
            HistoryRecord silence = history.Records[index];
            if (silence.Kind != HistoryKind.Silence)
            {
                continue;
            }

            TimeSpan limit = silence.Time + bound;
            bool isLong = history.Records.Skip(index)
                .TakeWhile(record => record.Kind != HistoryKind.Hearing
                    || !record.IsAt(silence.Node)
                    || !record.IsTo(silence.Peer))
                .Any(record => record.Time > limit);
            foreach (LinkItem link in history.LinksOf(silence, silence.Peer))
            {
                bool mustEnd = isLong && link.Up < index && link.Down > index
                    && history.TimeAt(history.EndOf(silence)) > limit;
                if (mustEnd && history.TimeAt(link.Down) > limit)
                {
                    yield return new Violation(
                        "I12",
                        limit,
                        $"{silence.Node} heard nothing of {silence.Peer} for {bound}, and kept the link",
                        [silence.Node, silence.Peer]);
                }
            }
        }
    }
}
