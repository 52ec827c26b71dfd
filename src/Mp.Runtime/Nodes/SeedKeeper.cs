using System.Collections.Concurrent;
using Mp.Links;
using Mp.Transports;

namespace Mp.Nodes;

/// <summary>Keeps this node connected to whatever nodes there are at one seed's addresses.</summary>
/// <param name="seed">The seed, <c>host:port</c>.</param>
/// <param name="membership">What is to be told of seeds.</param>
/// <param name="dialler">What connects to them.</param>
/// <param name="connections">How connections are made.</param>
/// <param name="nodeEnds">Fires when the node ends.</param>
internal sealed class SeedKeeper(
    string seed,
    Membership membership,
    Dialler dialler,
    ConnectionOptions connections,
    CancellationToken nodeEnds)
{
    private readonly Dictionary<TransportEndPoint, Task> _kept = [];
    private readonly ConcurrentDictionary<TransportEndPoint, bool> _isItself = new();
    private IReadOnlyList<TransportEndPoint> _addresses = [];

    /// <summary>Keeps it until the node ends.</summary>
    public async Task RunAsync()
    {
        _ = NodeRef.TrySplitEndPoint(seed, out string host, out int port);
        var named = new TransportEndPoint(host, port);
        while (!nodeEnds.IsCancellationRequested)
        {
            // A name may lead elsewhere by now; or nobody could be asked, and it leads where it did.
            IReadOnlyList<TransportEndPoint> found = await dialler.ResolveAsync(named, nodeEnds).ConfigureAwait(false);
            if (found.Count > 0)
            {
                Volatile.Write(ref _addresses, found);
            }

            foreach (TransportEndPoint address in _addresses)
            {
                bool isKept = _kept.TryGetValue(address, out Task? kept) && !kept.IsCompleted;
                if (!isKept && !_isItself.ContainsKey(address))
                {
                    _kept[address] = KeepAsync(address);
                }
            }

            await Pause.ForAsync(connections.MaxReconnectDelay, connections, nodeEnds).ConfigureAwait(false);
        }

        await Task.WhenAll(_kept.Values).ConfigureAwait(false);
    }

    // Until the node ends, or the name leads here no longer and nobody is here.
    private async Task KeepAsync(TransportEndPoint address)
    {
        Backoff backoff = connections.CreateBackoff();
        do
        {
            SeedVisit visit = await dialler.VisitAsync(address, membership.AddSeed).ConfigureAwait(false);
            if (visit.IsItself)
            {
                _isItself[address] = true;
                membership.FindItselfAsSeed();
                return;
            }

            // It may be connected with this node already, by a connection that it has opened.
            bool isUp = visit.WasUp;
            if (visit.NodeId is { } nodeId && membership.Presence.Find(nodeId) is { } present)
            {
                isUp = true;
                membership.AddSeed(nodeId);
                await Resumption.After(present.Gone.Task, connections.Scheduler)
                    .WaitAsync(nodeEnds)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            backoff = isUp ? connections.CreateBackoff() : backoff;
            await Pause.ForAsync(backoff.Next(), connections, nodeEnds).ConfigureAwait(false);
        }
        while (!nodeEnds.IsCancellationRequested && Volatile.Read(ref _addresses).Contains(address));
    }
}
