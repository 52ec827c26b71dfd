namespace Mp.Torture.Chaos;

/// <summary>
/// Links that were lost though nothing was wrong with them for long: neither with one of the two nodes, nor between them.
/// </summary>
internal static class FalseAlarms
{
    /// <summary>What the record says from which on all nodes have met: before, they dial each other in vain.</summary>
    public const string HaveMet = "all have met";

    private const string Everybody = "*";

    // The longest fault takes 15 s and is noticed within ten; as much again for a busy machine to get round to it.
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(45);

    /// <summary>Finds them, in words.</summary>
    public static IEnumerable<string> Of(IEnumerable<HistoryRecord> records)
    {
        var faults = new Dictionary<(string, string), TimeSpan>();
        bool haveMet = false;
        foreach (HistoryRecord record in records)
        {
            switch (record.Kind)
            {
                case HistoryKind.Note when record.Data == HaveMet:
                    haveMet = true;
                    break;
                case HistoryKind.Fault:
                    faults[(record.Node, record.Peer)] = record.Time;
                    break;
                case HistoryKind.Down when haveMet && !IsExplained(record):
                    yield return $"at {record.Time}, {record.Node} lost its link to {record.Peer}, "
                        + $"and nothing was wrong: {record.Data}";
                    break;
                default:
                    break;
            }
        }

        bool IsExplained(HistoryRecord lost) => new[]
        {
            (lost.Node, Everybody),
            (lost.Peer, Everybody),
            (lost.Node, lost.Peer),
            (lost.Peer, lost.Node),
        }.Any(place => faults.TryGetValue(place, out TimeSpan time) && lost.Time - time < Aftermath);
    }
}
