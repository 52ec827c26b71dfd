namespace Mp.Testing.Networks;

/// <summary>Tells the history from when on a node hears nothing of another one, though it has a connection.</summary>
/// <remarks>
/// It looks at what is read, not at what goes wrong: what is under way, waits at a slow reader, or is sent again counts
/// when it is there. A node that stands still has not listened; for it a silence begins when it goes on.
/// </remarks>
/// <param name="cluster">The nodes.</param>
/// <param name="bound">Within what time they must give up who is silent.</param>
internal sealed class SilenceWatch(TestCluster cluster, TimeSpan bound)
{
    // A silence is told of when half of the time is over; it is looked at ten times in it.
    private const int ToldAfter = 2;
    private const int LooksInBound = 10;

    private readonly Dictionary<(string Node, string Peer), TimeSpan> _heard = [];
    private readonly HashSet<(string Node, string Peer)> _silent = [];

    /// <summary>Begins.</summary>
    public void Start()
    {
        TimeSpan pause = bound / LooksInBound;
        cluster.Network.Heard = Hear;
        cluster.Clock.CreateTimer(_ => Look(), null, pause, pause);
    }

    private void Hear(string node, string peer)
    {
        _heard[(node, peer)] = cluster.Clock.Elapsed;
        if (_silent.Remove((node, peer)))
        {
            Tell(HistoryKind.Hearing, node, peer, TimeSpan.Zero);
        }
    }

    private void Look()
    {
        // In the order of their names, which is the same every time.
        foreach (TestNode node in cluster.Nodes)
        {
            foreach (TestNode peer in cluster.Nodes)
            {
                Look(node, peer);
            }
        }
    }

    private void Look(TestNode node, TestNode peer)
    {
        if (!_heard.TryGetValue((node.Name, peer.Name), out TimeSpan heard))
        {
            return;
        }

        TimeSpan silence = cluster.Clock.Elapsed - heard;
        if (!node.IsRunning)
        {
            Hear(node.Name, peer.Name);
        }
        else if (silence >= bound / ToldAfter
            && cluster.Network.AreConnected(node.Name, peer.Name)
            && _silent.Add((node.Name, peer.Name)))
        {
            Tell(HistoryKind.Silence, node.Name, peer.Name, silence);
        }
    }

    private void Tell(HistoryKind kind, string node, string peer, TimeSpan since)
    {
        TestNode teller = cluster.Nodes.First(one => string.Equals(one.Name, node, StringComparison.Ordinal));
        cluster.History.Add(teller.Record(kind, "") with { Peer = peer, Sequence = since.Ticks });
    }
}
