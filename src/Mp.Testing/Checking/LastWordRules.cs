namespace Mp.Testing.Checking;

/// <summary>
/// I8: what a port said last arrives before the news of its death. I10: after a port was told that a link is lost,
/// nothing of that link reaches it.
/// </summary>
internal static class LastWordRules
{
    public static IEnumerable<Violation> Judge(HistoryIndex history)
    {
        foreach (MonitorItem monitor in history.Monitors.Values)
        {
            if (monitor.IsOfNode
                || monitor.Fire is null
                || !history.Streams.TryGetValue((monitor.Target, monitor.Record.Port), out List<SentItem>? words))
            {
                continue;
            }

            foreach (SentItem word in words.Where(word => !word.IsLost && word.Delivered > monitor.Fired))
            {
                if (!monitor.IsLinkLoss && !monitor.IsUnknownPort)
                {
                    yield return Of(history, "I8", word, $"arrived after {monitor} had told of the port's death");
                }
                else if (monitor.IsLinkLoss && IsOfLostLink(history, monitor, word))
                {
                    yield return Of(history, "I10", word, $"arrived after {monitor} had told that its link was lost");
                }
            }
        }
    }

    private static Violation Of(HistoryIndex history, string invariant, SentItem word, string problem) => new(
        invariant,
        history.TimeAt(word.Delivered),
        $"{word} {problem}",
        [word.Record.Node, history.NodeOf(word.Record.Peer)]);

    // The sender had its link when it sent, and since before the receiver gave up its own: so it is the one given up.
    private static bool IsOfLostLink(HistoryIndex history, MonitorItem monitor, SentItem word)
    {
        string sender = word.Record.Node;
        string receiver = monitor.Record.Node;
        // What made it fire is the first loss since it was set; another may have followed while its port was busy.
        int givenUp = history.LinksOf(monitor.Record, sender)
            .Where(link => link.Down > monitor.Index && link.Down < monitor.Fired)
            .Select(static link => link.Down)
            .DefaultIfEmpty(-1)
            .Min();
        return history.LinksOf(word.Record, receiver)
            .Any(link => link.Up < word.Index && word.Index < link.Down && link.Up < givenUp);
    }
}
