using Microsoft.Extensions.Logging;
using Mp.Links;

namespace Mp.Nodes;

/// <summary>Which other nodes are up, and who is told when that changes.</summary>
/// <param name="scheduler">Where callbacks run.</param>
/// <param name="log">Where is written what they throw.</param>
internal sealed class Presence(PortScheduler scheduler, ILogger log)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PresentNode> _up = new(StringComparer.Ordinal);
    private readonly List<Action<string, bool, Reason>> _watchers = [];
    private readonly CallbackQueue _callbacks = new(scheduler, log);

    /// <summary>The IDs of the nodes that are up, in order.</summary>
    public IReadOnlyCollection<string> UpNodes
    {
        get
        {
            lock (_gate)
            {
                return [.. _up.Keys.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Has somebody told of each node that comes and goes: its ID, whether it is up, and why not.</summary>
    public IDisposable Watch(Action<string, bool, Reason> watcher)
    {
        // Each has a place of its own, so that the same method may watch twice.
        bool isWithdrawn = false;
        Action<string, bool, Reason> own = (nodeId, isUp, reason) =>
        {
            if (!Volatile.Read(ref isWithdrawn))
            {
                watcher(nodeId, isUp, reason);
            }
        };
        lock (_gate)
        {
            _watchers.Add(own);
        }

        return new Withdrawal(() =>
        {
            Volatile.Write(ref isWithdrawn, true);
            lock (_gate)
            {
                _watchers.Remove(own);
            }
        });
    }

    /// <summary>Completes when a node is up. It completes on the scheduler.</summary>
    public async Task WhenUp(string nodeId, CancellationToken cancellationToken)
    {
        var up = new TaskCompletionSource();
        using IDisposable watch = Watch((changed, isUp, _) =>
        {
            if (isUp && string.Equals(changed, nodeId, StringComparison.Ordinal))
            {
                up.TrySetResult();
            }
        });
        if (Find(nodeId) is null)
        {
            await Resumption.After(up.Task, scheduler).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A node, if it is up.</summary>
    public PresentNode? Find(string nodeId)
    {
        lock (_gate)
        {
            return _up.GetValueOrDefault(nodeId);
        }
    }

    /// <summary>A link has a connection on which nothing was delivered yet.</summary>
    /// <param name="link">The link.</param>
    /// <param name="connection">Its connection. It may be over by now; nobody is told of it then.</param>
    /// <param name="added">Called, under a lock, if the node is up by it.</param>
    public void Add(Link link, ILinkConnection connection, Action added)
    {
        lock (_gate)
        {
            // Whoever ends the connection takes it from the link first, and then calls Remove.
            if (link.Connection == connection && _up.TryAdd(link.PeerId, new PresentNode(link, connection)))
            {
                added();
                Tell(link.PeerId, isUp: true, Reason.Normal);
            }
        }
    }

    /// <summary>The connection is over.</summary>
    /// <param name="link">The link.</param>
    /// <param name="connection">Its connection.</param>
    /// <param name="reason">Why.</param>
    /// <param name="removed">Called, under a lock, if the node was up by it.</param>
    public void Remove(Link link, ILinkConnection connection, Reason reason, Action removed)
    {
        PresentNode? present;
        lock (_gate)
        {
            if (!_up.TryGetValue(link.PeerId, out present) || present.Connection != connection)
            {
                return;
            }

            _up.Remove(link.PeerId);
            removed();
            Tell(link.PeerId, isUp: false, reason);
        }

        present.Gone.SetResult();
    }

    private void Tell(string nodeId, bool isUp, Reason reason)
    {
        foreach (Action<string, bool, Reason> watcher in _watchers)
        {
            _callbacks.Add(() => watcher(nodeId, isUp, reason));
        }
    }
}
