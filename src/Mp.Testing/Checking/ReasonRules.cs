namespace Mp.Testing.Checking;

/// <summary>
/// I7: the reason is that of the death. I13: a lost link is one that was lost. I15: what is dead is unknown. I17: no
/// monitor tells of a death that was not.
/// </summary>
internal static class ReasonRules
{
    public static IEnumerable<Violation> Judge(HistoryIndex history)
    {
        foreach (MonitorItem monitor in history.Monitors.Values)
        {
            if (monitor.Fire is { } fire && Find(history, monitor, fire) is { } found)
            {
                yield return new Violation(
                    found.Invariant,
                    fire.Time,
                    $"{monitor} fired ({fire.Data}), {found.Problem}",
                    [fire.Node, history.NodeOf(monitor.Target)]);
            }
        }
    }

    private static (string Invariant, string Problem)? Find(
        HistoryIndex history,
        MonitorItem monitor,
        HistoryRecord fire)
    {
        if (monitor.IsLinkLoss)
        {
            bool wasLost = history.LinksOf(fire, history.NodeOf(monitor.Target))
                .Any(link => link.Down > monitor.Index && link.Down < monitor.Fired);
            return wasLost ? null : ("I13", "and the link was not lost since it was set");
        }

        int gone = history.GoneAt(monitor.Target);
        if (monitor.IsUnknownPort)
        {
            return history.TimeAt(Math.Max(gone, 0)) <= fire.Time || gone < 0
                ? null
                : ("I17", "and the port was alive");
        }

        if (!history.Ports.TryGetValue(monitor.Target, out PortItem? port) || port.Die is not { } die)
        {
            // A process that ended may have taken the record of its port's death along.
            bool isUnknown = port is not null && history.EndOf(port.Init) != HistoryIndex.Never;
            return isUnknown ? null : ("I17", "and the port did not die");
        }

        // Only if it asked alone: one that joins another monitor learns what that one does.
        bool isAlone = !history.MonitorsOn[monitor.Target].Exists(other => other != monitor
            && other.Record.IsOfProcessOf(monitor.Record));
        if (isAlone && port.Died < monitor.Index && die.Time < monitor.Record.Time)
        {
            return ("I15", "and the port was dead when it was set");
        }

        return string.Equals(die.Data, fire.Data, StringComparison.Ordinal)
            ? null
            : ("I7", $"and the port died of ({die.Data})");
    }
}
