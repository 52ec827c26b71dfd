namespace Mp.Testing.Checking;

/// <summary>
/// I1: a kill overtakes nothing. I3: no silent hole. I4: what is lost makes monitors fire. I16: so it does if it was
/// sent by a monitor's callback.
/// </summary>
internal static class LossRules
{
    public static IEnumerable<Violation> Judge(HistoryIndex history)
    {
        foreach (List<SentItem> stream in history.Streams.Values)
        {
            // From the last one back: the next one after each that arrived.
            SentItem? next = null;
            for (int at = stream.Count - 1; at >= 0; at--)
            {
                SentItem item = stream[at];
                if (!item.IsLost)
                {
                    next = next is null || item.Delivered < next.Delivered ? item : next;
                    continue;
                }

                foreach (Violation violation in JudgeLost(history, item, next))
                {
                    yield return violation;
                }
            }
        }
    }

    private static IEnumerable<Violation> JudgeLost(HistoryIndex history, SentItem lost, SentItem? next)
    {
        foreach (MonitorItem monitor in MonitorsOver(history, lost))
        {
            string[] nodes = [lost.Record.Node, history.NodeOf(lost.Record.Peer)];
            bool isSet = monitor.IsOfNode && monitor.Withdrawn > next?.Delivered;
            if (isSet && next is { IsKill: true } && !monitor.IsLinkLoss)
            {
                yield return new Violation(
                    "I1",
                    history.TimeAt(next.Delivered),
                    $"{next} had its effect, and {lost}, sent before, never arrived",
                    nodes);
            }
            else if (isSet && next is { IsKill: false } && monitor.Fired > next.Delivered)
            {
                yield return new Violation(
                    "I3",
                    history.TimeAt(next.Delivered),
                    $"{next} arrived, {lost} never, and {monitor} had not fired",
                    nodes);
            }

            bool mustFire = history.IsComplete
                && history.EndOf(monitor.Record) == HistoryIndex.Never
                && monitor.Withdrawn == HistoryIndex.Never
                && (monitor.IsOfNode || history.GoneAt(monitor.Record.Port) == HistoryIndex.Never);
            if (mustFire && monitor.Fire is null)
            {
                yield return new Violation(
                    lost.IsInCallback ? "I16" : "I4",
                    lost.Record.Time,
                    $"{lost} was lost, and {monitor} never fired",
                    nodes);
            }
        }
    }

    // Set before the message was sent, by the process that sent it, and not over by then.
    private static IEnumerable<MonitorItem> MonitorsOver(HistoryIndex history, SentItem item) =>
        history.MonitorsOn.TryGetValue(item.Record.Peer, out List<MonitorItem>? monitors)
            ? monitors.Where(monitor => monitor.Index < item.Index
                && monitor.Record.IsOfProcessOf(item.Record)
                && monitor.Withdrawn > item.Index
                && monitor.Fired > item.Index)
            : [];
}
