namespace Mp.Torture.Interleavings;

/// <summary>X4: a node dies and comes back while what it had sent is still on its way.</summary>
/// <param name="hops">How long that takes: about as long as the handshake with the new one.</param>
internal sealed class StaleBytesStory(int hops) : Story
{
    private const string Former = "former";
    private const string Latter = "latter";

    private static readonly TimeSpan Hop = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly List<string> _heard = [];
    private PortId _written;

    protected override string Told => string.Join(',', _heard);

    protected override TimeSpan TimeUntilOpen => ((hops - 1) * Hop) - (2 * Tick);

    protected override void Begin()
    {
        Cluster.Network.MinDelay = Cluster.Network.MaxDelay = Hop;
        AddNode();
        BarePort port = AddNode().Node.CreatePort();
        port.Rcv("word", (string word) => _heard.Add(word));
        port.Rcv("lost", (string reason) => _heard.Add(reason));
        _written = Written(port);

        // Told in the port's turn, so that it has a place among what the port receives.
        port.Node.Mon(Written(Cluster[0].Node.CreatePort()), port, "lost");
    }

    protected override void Happen()
    {
        NetworkPath path = Cluster.Network.Path("n1", "n2");
        path.MinDelay = path.MaxDelay = hops * Hop;
        Say(Former);
        Cluster.Advance(Tick);
        Say(Former);
        Cluster.Advance(Tick);
        Cluster[0].Crash();
        path.Heal();
        Cluster[0].Restart();
        Say(Latter);
    }

    // What the former life has sent may be lost with it.
    protected override void Judge() => Expect(
        _heard.SkipWhile(static word => word == Former).SequenceEqual(["transport_error", Latter])
            && _heard.Count <= 4,
        $"it hears {string.Join(", ", _heard)}");

    private void Say(string word) => Cluster[0].Node.Snd(_written, "word", word);
}
