namespace Mp.Testing.Checking;

/// <summary>I1: in the order sent. I2: at most once, and nothing that was not sent.</summary>
internal static class OrderRules
{
    public static IEnumerable<Violation> Judge(HistoryIndex history)
    {
        var last = new Dictionary<(string Source, string Target), long>();
        var seen = new HashSet<(string Source, string Target, long Sequence)>();
        foreach (HistoryRecord record in history.Records.Where(record => record.Kind == HistoryKind.Deliver))
        {
            string text = $"message {record.Sequence} from {record.Peer} to {record.Port}";
            string[] nodes = [history.NodeOf(record.Peer), record.Node];
            long before = last.GetValueOrDefault((record.Peer, record.Port), long.MinValue);
            last[(record.Peer, record.Port)] = Math.Max(before, record.Sequence);
            if (!seen.Add((record.Peer, record.Port, record.Sequence)))
            {
                yield return new Violation("I2", record.Time, $"{text} arrived twice", nodes);
            }
            else if (record.Sequence < before)
            {
                yield return new Violation("I1", record.Time, $"{text} arrived after message {before}", nodes);
            }

            if (history.FindSent(record.Peer, record.Port, record.Sequence) is null)
            {
                yield return new Violation("I2", record.Time, $"{text} arrived and was never sent", nodes);
            }
        }
    }
}
