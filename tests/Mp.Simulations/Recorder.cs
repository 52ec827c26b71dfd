using Mp.Testing;

namespace Mp.Simulations;

/// <summary>Writes the history of one process.</summary>
internal sealed class Recorder(TestNode node, History history)
{
    // A restart makes another recorder: whatever the process before still does counts for that one.
    private readonly int _incarnation = node.Incarnation;

    public void Add(HistoryKind kind, string port = "", string peer = "", long sequence = 0, string data = "") =>
        history.Add(new HistoryRecord
        {
            Kind = kind,
            Node = node.Name,
            Incarnation = _incarnation,
            Port = port,
            Peer = peer,
            Sequence = sequence,
            Data = data,
        });
}
