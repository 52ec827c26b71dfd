namespace Mp.Testing.Checking;

/// <summary>
/// I10, X4: what was sent before a link was lost never comes over the next one. To be judged where no time passes while
/// somebody has something to do: else it may only have waited for its port.
/// </summary>
internal static class StaleRules
{
    public static IEnumerable<Violation> Judge(HistoryIndex history)
    {
        foreach (SentItem item in history.Streams.Values.SelectMany(static stream => stream))
        {
            if (item.IsLost || item.IsKill)
            {
                continue;
            }

            HistoryRecord delivery = history.Records[item.Delivered];
            IReadOnlyList<LinkItem> links = history.LinksOf(item.Record, delivery.Node);
            int lost = links.Select(static link => link.Down)
                .Where(down => down > item.Index && down < item.Delivered)
                .DefaultIfEmpty(HistoryIndex.Never)
                .Min();

            // Both have a link again. That of the receiver alone may be the old one, which it was last to hear of.
            bool isUpAgain = links.Any(link => link.Up > lost && link.Up < item.Delivered);
            int next = history.LinksOf(delivery, item.Record.Node)
                .Where(link => link.Up > lost && link.Up < item.Delivered && link.Down > item.Delivered)
                .Select(static link => link.Up)
                .DefaultIfEmpty(HistoryIndex.Never)
                .Max();
            if (isUpAgain
                && next != HistoryIndex.Never
                && history.TimeAt(next) < delivery.Time
                && !history.IsBusyAt(delivery.Port, next))
            {
                yield return new Violation(
                    "I10",
                    delivery.Time,
                    $"{item} was sent before its link was lost, and came over the next one",
                    [item.Record.Node, delivery.Node]);
            }
        }
    }
}
