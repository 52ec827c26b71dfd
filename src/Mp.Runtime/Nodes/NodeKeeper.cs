using Mp.Links;
using Mp.Telemetry;

namespace Mp.Nodes;

/// <summary>Keeps this node connected to others, whatever happens: to seeds, and to all other global nodes.</summary>
/// <param name="membership">What is to be told of seeds.</param>
/// <param name="network">What connects to nodes whose ID is known.</param>
/// <param name="dialler">What connects to seeds, whose ID is not.</param>
/// <param name="connections">How connections are made.</param>
/// <param name="maxNodes">How many nodes it keeps connected at the most: others may tell of any number.</param>
/// <param name="nodeEnds">Fires when the node ends.</param>
internal sealed class NodeKeeper(
    Membership membership,
    Network network,
    Dialler dialler,
    ConnectionOptions connections,
    int maxNodes,
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
                if (_kept.Count >= maxNodes)
                {
                    MpMeter.CountLimit(Limit.MaxKnownNodes);
                    return;
                }

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
        var stopped = new TaskCompletionSource();
        using (stops.Token.Register(() => stopped.TrySetResult()))
        {
            await KeepAsync(nodeId, stopped.Task, stops.Token).ConfigureAwait(false);
        }

        // Whoever stops it does so under the lock, and finds it there or not.
        lock (_gate)
        {
            if (_kept.GetValueOrDefault(nodeId) == stops)
            {
                _kept.Remove(nodeId);
            }

            stops.Dispose();
        }
    }

    private async Task KeepAsync(string nodeId, Task stopped, CancellationToken stops)
    {
        Backoff backoff = connections.CreateBackoff();
        while (!stops.IsCancellationRequested)
        {
            if (membership.Presence.Find(nodeId) is { } present)
            {
                backoff = connections.CreateBackoff();
                Task over = Task.WhenAny(present.Gone.Task, stopped);
                await Resumption.After(over, connections.Scheduler).ConfigureAwait(false);
            }

            // The other one tries as well. Whoever comes a little later finds that the first has done it.
            await Pause.ForAsync(backoff.Next(), connections, stops).ConfigureAwait(false);
            if (!stops.IsCancellationRequested && membership.Presence.Find(nodeId) is null)
            {
                TryConnect(nodeId);
            }
        }
    }

    private void TryConnect(string nodeId)
    {
        try
        {
            network.Connect(nodeId);
        }
        catch (LimitExceededException)
        {
            // It was counted. There may be room when it is tried again.
        }
    }
}
