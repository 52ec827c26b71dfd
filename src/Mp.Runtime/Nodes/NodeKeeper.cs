using Mp.Links;

namespace Mp.Nodes;

/// <summary>Keeps this node connected to others, whatever happens: to seeds, and to all other global nodes.</summary>
/// <param name="membership">What is to be told of seeds.</param>
/// <param name="network">What connects to nodes whose ID is known.</param>
/// <param name="dialler">What connects to seeds, whose ID is not.</param>
/// <param name="connections">How connections are made.</param>
/// <param name="nodeEnds">Fires when the node ends.</param>
internal sealed class NodeKeeper(
    Membership membership,
    Network network,
    Dialler dialler,
    ConnectionOptions connections,
    CancellationToken nodeEnds)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, CancellationTokenSource> _kept = new(StringComparer.Ordinal);

    /// <summary>From now on, or no longer, a node is to be connected to.</summary>
    public void Keep(string nodeId, bool isWanted)
    {
        CancellationTokenSource? own = null;
        lock (_gate)
        {
            if (isWanted && !_kept.ContainsKey(nodeId))
            {
                _kept.Add(nodeId, own = CancellationTokenSource.CreateLinkedTokenSource(nodeEnds));
            }
            else if (!isWanted && _kept.Remove(nodeId, out CancellationTokenSource? former))
            {
                former.Cancel();
            }
        }

        if (own is not null)
        {
            connections.Watch(KeepAsync(nodeId, own));
        }
    }

    /// <summary>Keeps a seed connected until the node ends.</summary>
    public void KeepSeed(string seed) => connections.Watch(new SeedKeeper(
        seed,
        membership,
        dialler,
        connections,
        nodeEnds).RunAsync());

    private async Task KeepAsync(string nodeId, CancellationTokenSource stops)
    {
        using CancellationTokenSource own = stops;
        Backoff backoff = connections.CreateBackoff();
        while (!own.IsCancellationRequested)
        {
            if (membership.Presence.Find(nodeId) is { } present)
            {
                backoff = connections.CreateBackoff();
                await Resumption.After(present.Gone.Task, connections.Scheduler).ConfigureAwait(false);
            }

            // The other one tries as well. Whoever comes a little later finds that the first has done it.
            await Pause.ForAsync(backoff.Next(), connections, own.Token).ConfigureAwait(false);
            if (!own.IsCancellationRequested && membership.Presence.Find(nodeId) is null)
            {
                network.Connect(nodeId);
            }
        }
    }
}
