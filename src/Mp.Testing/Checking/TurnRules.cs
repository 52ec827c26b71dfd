namespace Mp.Testing.Checking;

/// <summary>I6: nothing runs inside a call, and a port does one thing at a time.</summary>
internal static class TurnRules
{
    public static IEnumerable<Violation> Judge(HistoryIndex history)
    {
        // Whose calls and turns are under way: for each port, or whoever else calls.
        var calls = new HashSet<(string Node, int Incarnation, string Port)>();
        var turns = new HashSet<(string Node, int Incarnation, string Port)>();
        foreach (HistoryRecord record in history.Records)
        {
            (string, int, string) party = (record.Node, record.Incarnation, record.Port);
            switch (record.Kind)
            {
                case HistoryKind.Enter when record.Data is "call":
                    calls.Add(party);
                    break;
                case HistoryKind.Leave when record.Data is "call":
                    calls.Remove(party);
                    break;
                case HistoryKind.Enter when record.Data is "turn" && (calls.Contains(party) || !turns.Add(party)):
                    yield return Of(record, $"a turn of {record.Port} began within another one, or a call of it");
                    break;
                case HistoryKind.Leave when record.Data is "turn":
                    turns.Remove(party);
                    break;
                case HistoryKind.Fire or HistoryKind.Deliver when calls.Contains(party):
                    yield return Of(record, $"'{record}' happened inside of a call");
                    break;
                default:
                    break;
            }
        }
    }

    private static Violation Of(HistoryRecord record, string text) => new("I6", record.Time, text, [record.Node]);
}
