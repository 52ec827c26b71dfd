namespace Mp.Torture.Soak;

/// <summary>Counts how often the link to a peer is lost.</summary>
internal sealed class LinkLosses
{
    private readonly Node _node;
    private readonly PortId _peer;
    private long _count;

    /// <param name="node">Whose links.</param>
    /// <param name="peer">The peer's own port.</param>
    public LinkLosses(Node node, PortId peer)
    {
        _node = node;
        _peer = peer;
        Watch();
    }

    public long Count => Interlocked.Read(ref _count);

    private void Watch() => _node.Mon(_peer, _ =>
    {
        Interlocked.Increment(ref _count);
        Watch();
    });
}
