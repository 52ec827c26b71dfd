namespace Mp.Torture.Interleavings;

/// <summary>X6: a port sends a last word and dies, and the connection may be cut at any moment.</summary>
internal sealed class LastWordStory : Story
{
    private readonly List<string> _heard = [];
    private BarePort? _dying;
    private PortId _watched;

    protected override string Told => string.Join(',', _heard);

    protected override void Begin()
    {
        BarePort watcher = AddNode().Node.CreatePort();
        Node other = AddNode().Node;
        watcher.Rcv("last word", () => _heard.Add("last word"));
        watcher.Rcv("died", (string reason) => _heard.Add(reason));
        PortId back = Written(watcher);
        _dying = other.CreatePort();
        _dying.Rcv("say", () =>
        {
            other.Snd(back, "last word");
            other.Kil(_dying!, "said");
        });
        _watched = Written(_dying);

        // Told in the watcher's turn: what runs outside of it has no place among its messages.
        watcher.Node.Mon(_watched, watcher, "died");
    }

    protected override void Happen()
    {
        Sometime(Cluster[1], () => Cluster[1].Node.Snd(_dying!, "say"));
        Sometime(null, () => Cluster.Network.Cut("n1", "n2"));
    }

    // What was lost with the connection, nobody sends again.
    protected override void Judge() => Expect(
        _heard is ["last word", "said"] or ["transport_error"] or ["last word", "transport_error"]
            or ["transport_error", "last word"],
        $"the watcher hears {string.Join(", ", _heard)}");
}
