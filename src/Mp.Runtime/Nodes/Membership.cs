using Microsoft.Extensions.Logging;
using Mp.CompilerServices;
using Mp.Links;
using Mp.Mesh;
using Mp.Telemetry;

namespace Mp.Nodes;

/// <summary>
/// A node's part in the mesh, as the rest of the node sees it: it tells the state machine what happens, one thing at a
/// time, and does what that asks for.
/// </summary>
internal sealed partial class Membership : IMeshOutput, IAddressBook
{
    private readonly Router _router;
    private readonly NodeOptions _options;
    private readonly ILogger _log;
    private readonly SerialQueue _queue;
    private readonly MeshNode _mesh;
    private readonly EarlierMesh _earlier;
    private IReadOnlyList<string> _listeners = [];

    // Who waits for an answer, and whether nobody is to any more. Of the queue as well.
    private readonly HashSet<TaskCompletionSource<FamilyAnswer>> _asked = [];
    private bool _hasEnded;

    // Whether it was logged that there are more entries than may be.
    private bool _hasRefused;

    // Who waits to hear where a node is. Of the queue, as the mesh is.
    private readonly Dictionary<string, List<TaskCompletionSource<IReadOnlyList<string>>>> _sought =
        new(StringComparer.Ordinal);

    public Membership(Router router, NodeOptions options, ILogger log)
    {
        _router = router;
        _options = options;
        _log = log;
        _queue = new SerialQueue(log);
        var budget = new FamilyBudget(options.MaxFamilyEntries, RefuseEntry);
        _mesh = new MeshNode(router.Host.Identity.NodeId, this, budget, options.MaxMonitorsPerLink);
        _earlier = new EarlierMesh(_mesh, this, options.MaxKnownNodes);
        Registrations = new FamilyRegistrations(this, router);
        Presence = new Presence(options.Scheduler, log);
    }

    /// <summary>Which other nodes are up.</summary>
    public Presence Presence { get; }

    /// <summary>The ports that stand in families for as long as they live.</summary>
    public FamilyRegistrations Registrations { get; }

    /// <summary>Has somebody called back, in order, on the scheduler.</summary>
    public CallbackQueue CreateCallbacks() => new(_options.Scheduler, _router.Host.Log);

    /// <summary>The node has gone public.</summary>
    /// <param name="nodeId">Its ID from now on.</param>
    /// <param name="listeners">Where it listens.</param>
    /// <param name="hasSeeds">Whether there are nodes that it is always to be connected with.</param>
    public void Begin(string nodeId, IReadOnlyList<string> listeners, bool hasSeeds)
    {
        _listeners = listeners;
        _queue.Do(() => _mesh.Begin(nodeId, listeners, hasSeeds, _options.IsGlobal));
        Registrations.Rename();
    }

    /// <summary>A link has a connection on which nothing was delivered yet.</summary>
    public void Up(Link link, ILinkConnection connection, PeerTraits peer)
    {
        Presence.Add(link, connection, () => _queue.Add(() =>
        {
            _mesh.PeerUp(link.PeerId, peer.IsMeshAware);
            if (peer.HasEarlierMesh)
            {
                IntroduceTo(link.PeerId);
            }
        }));
        _queue.Run();
    }

    /// <summary>The connection is over.</summary>
    public void Down(Link link, ILinkConnection connection, Reason reason)
    {
        Presence.Remove(link, connection, reason, () => _queue.Add(() =>
        {
            _earlier.PeerDown(link.PeerId);
            _mesh.PeerDown(link.PeerId);
        }));
        _queue.Run();
    }

    /// <summary>The node has ended: whoever waits for an answer gets none.</summary>
    public void End() => _queue.Do(() =>
    {
        _hasEnded = true;
        foreach (TaskCompletionSource<FamilyAnswer> answered in _asked)
        {
            Refuse(answered);
        }
    });

    /// <inheritdoc cref="Router.ThrowIfEnded"/>
    public void ThrowIfEnded() => _router.ThrowIfEnded();

    /// <summary>A request has come over a link.</summary>
    public void Receive(Link link, WireMessage request)
    {
        // Another connection's thread may be at the queue, and this one read on meanwhile.
        request.EnterWindow();
        _queue.Do(() =>
        {
            request.LeaveWindow();
            _mesh.Receive(link.PeerId, request);
        });
    }

    /// <summary>A node was found where a seed is.</summary>
    public void AddSeed(string nodeId) => _queue.Do(() => _mesh.AddSeed(nodeId));

    /// <summary>A seed is this node itself.</summary>
    public void FindItselfAsSeed() => _queue.Do(_mesh.FindItselfAsSeed);

    /// <summary>Sets an entry.</summary>
    public void Set(string family, string key, FamilyValue value) => _queue.Do(() => _mesh.Set(family, key, value));

    /// <summary>Deletes an entry.</summary>
    public void Delete(string family, string key) => _queue.Do(() => _mesh.Delete(family, key));

    /// <summary>Monitors a family; <paramref name="callbacks"/> call back.</summary>
    public IDisposable Monitor(string family, CallbackQueue callbacks, Action<FamilyChange> callback)
    {
        bool isWithdrawn = false;
        Action<FamilyChange> monitor = change => callbacks.Add(() =>
        {
            if (!Volatile.Read(ref isWithdrawn))
            {
                callback(change);
            }
        });
        _queue.Do(() => _mesh.AddMonitor(family, monitor));
        return new Withdrawal(() =>
        {
            Volatile.Write(ref isWithdrawn, true);
            _queue.Do(() => _mesh.RemoveMonitor(family, monitor));
        });
    }

    /// <summary>Asks what is in a family.</summary>
    /// <exception cref="TimeoutException">No seed was up, or none answered, for
    /// <see cref="NodeOptions.CallTimeout"/>.</exception>
    public async ValueTask<FamilyAnswer> AskAsync(string tag, string family, CancellationToken cancellationToken)
    {
        _router.ThrowIfEnded();
        var answered = new TaskCompletionSource<FamilyAnswer>();
        var question = new FamilyQuestion(tag, family, answer => answered.TrySetResult(answer));

        // Of the queue as well: it may be asked, and is taken back, a moment after this.
        string? id = null;
        _queue.Do(() =>
        {
            if (_hasEnded)
            {
                Refuse(answered);
                return;
            }

            _asked.Add(answered);
            id = _mesh.Ask(question);
        });
        using var due = new CancellationTokenSource(_options.CallTimeout, _options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, due.Token);
        try
        {
            await Resumption.After(answered.Task, _options.Scheduler).WaitAsync(either.Token).ConfigureAwait(false);
            return await answered.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"What is in family '{Printable.Of(family)}' was not answered within {_options.CallTimeout}: "
                + "none of the node's seeds was up, or the one that is its master did not answer.",
                exception);
        }
        finally
        {
            _queue.Do(() =>
            {
                _asked.Remove(answered);
                if (id is not null)
                {
                    _mesh.Withdraw(id);
                }
            });
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> FindAsync(string nodeId, CancellationToken cancellationToken)
    {
        var found = new TaskCompletionSource<IReadOnlyList<string>>();
        _queue.Do(() => Seek(nodeId, found));
        try
        {
            await Resumption.After(found.Task, _options.Scheduler).WaitAsync(cancellationToken).ConfigureAwait(false);
            return await found.Task.ConfigureAwait(false);
        }
        finally
        {
            _queue.Do(() => Leave(nodeId, found));
        }
    }

    /// <inheritdoc/>
    void IMeshOutput.Found(string nodeId, IReadOnlyList<string> endPoints)
    {
        foreach (TaskCompletionSource<IReadOnlyList<string>> found in _sought.GetValueOrDefault(nodeId) ?? [])
        {
            found.TrySetResult(endPoints);
        }
    }

    /// <inheritdoc/>
    void IMeshOutput.KeepConnected(string nodeId, bool isWanted) => _router.KeepConnected(nodeId, isWanted);

    /// <inheritdoc/>
    void IMeshOutput.Send(string nodeId, WireMessage request) => Send(nodeId, "", request);

    private void Send(string nodeId, string portName, Message request)
    {
        if (Presence.Find(nodeId) is not { } present)
        {
            return;
        }

        try
        {
            _router.SendOver(present.Link, present.Connection, request, portName);
        }
        catch (MpException exception)
        {
            // A family that is too large for one message, say.
            if (_router.MayLogOf(nodeId))
            {
                NodeLog.MeshRequestFailed(_log, Printable.Of(request.Tag ?? ""), nodeId, exception.Message);
            }
        }
    }

    /// <inheritdoc/>
    void IMeshOutput.RefuseMonitor(string nodeId) => MpMeter.CountLimit(Limit.MaxMonitorsPerLink);

    private static void Refuse(TaskCompletionSource<FamilyAnswer> answered) =>
        answered.TrySetException(new ObjectDisposedException(typeof(Node).FullName));

    private void RefuseEntry()
    {
        MpMeter.CountLimit(Limit.MaxFamilyEntries);
        if (!_hasRefused)
        {
            _hasRefused = true;
            NodeLog.FamilyEntriesRefused(_log, _options.MaxFamilyEntries);
        }
    }

    private void Seek(string nodeId, TaskCompletionSource<IReadOnlyList<string>> found)
    {
        if (!_sought.TryGetValue(nodeId, out List<TaskCompletionSource<IReadOnlyList<string>>>? waiting))
        {
            _sought.Add(nodeId, waiting = []);
        }

        waiting.Add(found);
        _mesh.Find(nodeId);
    }

    private void Leave(string nodeId, TaskCompletionSource<IReadOnlyList<string>> found)
    {
        if (_sought.TryGetValue(nodeId, out List<TaskCompletionSource<IReadOnlyList<string>>>? waiting)
            && waiting.Remove(found)
            && waiting.Count == 0)
        {
            _sought.Remove(nodeId);
            _mesh.StopFinding(nodeId);
        }
    }
}
