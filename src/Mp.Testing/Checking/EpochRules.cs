namespace Mp.Testing.Checking;

/// <summary>
/// I10: a new process of a node ends what there was with the old one, and is let in at once. I11, I13: links are lost
/// only where something went wrong. I12: a silent peer is given up in time.
/// </summary>
internal static class EpochRules
{
    private const string Everybody = "*";

    public static IEnumerable<Violation> Judge(HistoryIndex history, CheckerOptions options) =>
        JudgeLosses(history)
            .Concat(JudgeIncarnations(history))
            .Concat(JudgeReturns(history, options.ReturnBound))
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
        return history.MonitorsOf(delivery).Where(monitor => monitor.IsOfNode
            && Math.Min(monitor.Fired, monitor.Withdrawn) > arrived
            && history.Ports.TryGetValue(monitor.Target, out PortItem? port)
            && port.Init.IsAt(sent.Node)
            && port.Init.Incarnation < sent.Incarnation
            && history.LinksOf(monitor.Record, sent.Node)
                .Any(link => link.Up < monitor.Index && monitor.Index < link.Down && link.Up < began));
    }

    // Others may believe in the connection to the process before: whoever is new is let in all the same, and at once.
    private static IEnumerable<Violation> JudgeReturns(HistoryIndex history, TimeSpan bound)
    {
        bool isCalm = false;
        var gone = new HashSet<string>(StringComparer.Ordinal);
        var met = new HashSet<(string Node, int Incarnation, string Peer)>();
        for (int index = 0; index < history.Records.Count; index++)
        {
            HistoryRecord record = history.Records[index];
            switch (record.Kind)
            {
                case HistoryKind.Fault:
                    isCalm = false;
                    break;
                case HistoryKind.Calm:
                    isCalm = true;
                    break;
                case HistoryKind.Crash or HistoryKind.Stop:
                    gone.Add(record.Node);
                    break;
                case HistoryKind.Restart:
                    gone.Remove(record.Node);
                    break;
                case HistoryKind.Send or HistoryKind.Kill or HistoryKind.Monitor or HistoryKind.Spawn:
                    string peer = history.NodeOf(record.Peer);
                    bool isJudged = met.Add((record.Node, record.Incarnation, peer))
                        && isCalm
                        && record.Incarnation > 1
                        && !gone.Contains(peer);
                    if (isJudged && JudgeReturn(history, index, peer, bound) is { } violation)
                    {
                        yield return violation;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    // The first time that a process wants anything of another node.
    private static Violation? JudgeReturn(HistoryIndex history, int index, string peer, TimeSpan bound)
    {
        HistoryRecord wish = history.Records[index];
        TimeSpan limit = wish.Time + bound;
        bool isDisturbed = wish.IsAt(peer)
            || history.Records[^1].Time <= limit
            || history.Records.Skip(index).TakeWhile(record => record.Time <= limit).Any(record =>
                record.Kind is HistoryKind.Fault or HistoryKind.Crash or HistoryKind.Stop
                && (record.IsAt(wish.Node) || record.IsAt(peer)));
        bool isIn = history.LinksOf(wish, peer).Any(link => link.Up != HistoryIndex.Never
            && history.TimeAt(link.Up) <= limit
            && link.Down > index);
        return isDisturbed || isIn
            ? null
            : new Violation(
                "I10",
                limit,
                $"{peer} had not let in the new process of {wish.Node} after {bound}",
                [wish.Node, peer]);
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

            foreach (LinkItem link in history.LinksOf(silence, silence.Peer)
                .Where(link => link.Up < index && link.Down > index))
            {
                // What was heard before the link was up, as of a connection that had to wait for it, is no sign of it.
                TimeSpan began = silence.Time - TimeSpan.FromTicks(silence.Sequence);
                TimeSpan up = history.TimeAt(link.Up);
                TimeSpan limit = (began > up ? began : up) + bound;
                bool isLong = history.Records.Skip(index)
                    .TakeWhile(record => record.Kind != HistoryKind.Hearing
                        || !record.IsAt(silence.Node)
                        || !record.IsTo(silence.Peer))
                    .Any(record => record.Time > limit);
                if (isLong
                    && history.TimeAt(history.EndOf(silence)) > limit
                    && history.TimeAt(link.Down) > limit)
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
