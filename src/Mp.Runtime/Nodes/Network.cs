using Microsoft.Extensions.Logging;
using Mp.CompilerServices;
using Mp.Links;
using Mp.Monitoring;
using Mp.Ports;
using Mp.Telemetry;
using Mp.Transports;

namespace Mp.Nodes;

/// <summary>A node's part in the network: its listeners, its links, and what happens on them.</summary>
internal sealed class Network : ILinkEvents, IAsyncDisposable
{
    private readonly Router _router;
    private readonly NodeOptions _options;
    private readonly ILogger _log;
    private readonly Membership _membership;
    private readonly LinkTable _links;
    private readonly Incarnation _incarnation;
    private readonly CancellationTokenSource _ending = new();
    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _becoming = new(1);
    private IReadOnlyList<ITransportListener> _listeners = [];
    private ConnectionOptions? _connections;
    private Dialler? _dialler;
    private NodeKeeper? _keeper;
    private Pulse? _pulse;

    public Network(Router router, Membership membership, NodeOptions options, byte[] incarnation, ILogger log)
    {
        _router = router;
        _membership = membership;
        _options = options;
        _log = log;
        _incarnation = Incarnation.Begin(options.TimeProvider.GetUtcNow(), incarnation);
        var budget = new QueueBudget(options.MaxTotalQueuedBytes);
        _links = new LinkTable(options.LinkLimits, budget, options.MaxKnownNodes);
    }

    /// <summary>Whether local messages are written and read back.</summary>
    public bool SerializeLocal => _options.SerializeLocal;

    /// <summary>Whether the node meets others.</summary>
    public bool IsPublic => Volatile.Read(ref _dialler) is not null;

    /// <summary>Listens at these end points, and meets other nodes.</summary>
    /// <param name="binds">
    /// Where to listen; nowhere, if it is empty; none at all: port 4040 on what the host name resolves to.
    /// </param>
    /// <param name="master">The node through which all goes, if this one is to be hidden.</param>
    public async ValueTask BeginAsync(IReadOnlyList<string>? binds, string? master)
    {
        await _becoming.WaitAsync().ConfigureAwait(false);
        try
        {
            _router.ThrowIfEnded();
            if (IsPublic)
            {
                throw new InvalidOperationException(
                    $"The node is public already, as '{_router.Host.Identity.NodeId}'.");
            }

            Publication publication = await Publication.PrepareAsync(_options, binds, _ending.Token)
                .ConfigureAwait(false);
            _listeners = await publication.ListenAsync(_options.Transport, _ending.Token).ConfigureAwait(false);

            // The node may have ended meanwhile: whoever ends it closes the listeners.
            _router.ThrowIfEnded();
            Publish(publication, master);
        }
        catch (OperationCanceledException)
        {
            _router.ThrowIfEnded();
            throw;
        }
        finally
        {
            _becoming.Release();
        }
    }

    /// <summary>Completes when a node is up.</summary>
    /// <exception cref="TimeoutException">It was not within <see cref="NodeOptions.ConnectTimeout"/>.</exception>
    public async Task WhenUpAsync(string nodeId)
    {
        using var due = new CancellationTokenSource(_options.ConnectTimeout, _options.TimeProvider);
        try
        {
            await _membership.Presence.WhenUp(nodeId, due.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            throw new TimeoutException(
                $"Node '{nodeId}' was not reached within {_options.ConnectTimeout}; this node goes on trying. If there "
                + "is a node, its ID must be that, and the secret the same.",
                exception);
        }
    }

    /// <inheritdoc/>
    public Link? FindLink(string nodeId) => _links.Find(_router.Host.Identity.NodeId, nodeId);

    /// <summary>The link to a node.</summary>
    /// <exception cref="LimitExceededException">It would be one too many.</exception>
    public Link GetLink(string nodeId)
    {
        if (FindLink(nodeId) is { } link)
        {
            return link;
        }

        MpMeter.CountLimit(Limit.MaxKnownNodes);
        throw new LimitExceededException(
            $"Node '{Printable.Of(nodeId)}' would be one more than the {_options.MaxKnownNodes} that this node may "
            + $"have to do with at a time ({nameof(NodeOptions)}.{nameof(NodeOptions.MaxKnownNodes)}).");
    }

    /// <summary>The links that there are, those that are not connected included.</summary>
    public IReadOnlyCollection<Link> Links => _links.Snapshot();

    /// <summary>Whether a line may be logged about a peer.</summary>
    public bool MayLogOf(string peer) => _connections?.MayLogOf(peer) ?? true;

    /// <inheritdoc/>
    public void Act(Link link, LinkAction action)
    {
        switch (action.Kind)
        {
            case LinkActionKind.Connect:
                Start(link);
                break;
            case LinkActionKind.Flush:
                action.Connection!.RequestFlush();
                break;
            case LinkActionKind.Overflow when action.Connection is { } connection:
                MpMeter.CountLimit(Limit.MaxQueuedBytes);
                End(link, connection, "more waits to be sent than the limits allow");
                break;
            case LinkActionKind.Overflow:
                MpMeter.CountLimit(Limit.MaxConnectingMessages);
                GiveUp(link, link.Attempt, "more waits for a connection than the limits allow");
                break;
            case LinkActionKind.OverBudget:
                action.Connection?.RequestFlush();
                EndLargest();
                break;
            case LinkActionKind.TooMany:
                MpMeter.CountLimit(Limit.MaxMonitorsPerLink);
                throw new LimitExceededException(
                    $"This would be one more than the {_options.MaxMonitorsPerLink} monitors that may be set on ports "
                    + $"of node '{Printable.Of(link.PeerId)}' "
                    + $"({nameof(NodeOptions)}.{nameof(NodeOptions.MaxMonitorsPerLink)}).");
        }
    }

    /// <summary>Connects to a node, unless it is connected or being connected to.</summary>
    public void Connect(string nodeId)
    {
        Link link = GetLink(nodeId);
        LinkAction action = link.Connect();
        if (action.Kind == LinkActionKind.Retired)
        {
            Connect(nodeId);
            return;
        }

        Act(link, action);
    }

    /// <summary>From now on, or no longer, a node is to be connected to.</summary>
    public void KeepConnected(string nodeId, bool isWanted) => _keeper?.Keep(nodeId, isWanted);

    /// <inheritdoc/>
    public void Up(Link link, ILinkConnection connection, PeerTraits peer) => _membership.Up(link, connection, peer);

    /// <inheritdoc/>
    public void Receive(Link link, ReadOnlySpan<byte> portName, WireMessage message) =>
        _router.DeliverByName(link, portName, message);

    /// <inheritdoc/>
    public void End(Link link, ILinkConnection connection, string text) => Finish(link, link.End(connection), text);

    /// <inheritdoc/>
    public void GiveUp(Link link, int attempt, string text) => Finish(link, link.GiveUp(attempt), text);

    /// <summary>Stops listening, lets links write what they have for a moment, and closes them.</summary>
    public async ValueTask DisposeAsync()
    {
        // Whoever is about to go public, and may wait for a name or an address, is told first. Nobody begins to: the
        // router has ended.
        bool isGoingPublic = _becoming.CurrentCount == 0;
        Task stopped = StopAsync(isGoingPublic ? CancelAsync(_ending) : Task.CompletedTask);
        try
        {
            await stopped.WaitAsync(_options.ShutdownTimeout, _options.TimeProvider).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A peer that does not read, or a name that nobody resolves, does not keep this node from ending.
            MpMeter.CountLimit(Limit.ShutdownTimeout);
            _connections?.Watch(stopped);
        }

        _pulse?.Dispose();
        if (IsPublic)
        {
            await CancelAsync(_ended).ConfigureAwait(false);
        }

        foreach (Link link in _links.Snapshot())
        {
            if (link.Connection is { } connection)
            {
                End(link, connection, "the node has ended");
            }
        }

        _ended.Dispose();
    }

    // Those who wait are told on the scheduler, never within whoever ends the node: that may be a port in its turn.
    private Task CancelAsync(CancellationTokenSource source)
    {
        var told = new Resumption(_options.Scheduler);
        _options.Scheduler.Schedule(new CallbackWorkItem(CancelAll, _log));
        return told.Task;

        void CancelAll()
        {
            try
            {
                source.Cancel();
            }
            finally
            {
                told.Request();
            }
        }
    }

    private async Task StopAsync(Task cancelled)
    {
        await cancelled.ConfigureAwait(false);
        await _becoming.WaitAsync().ConfigureAwait(false);
        _becoming.Release();
        foreach (ITransportListener listener in _listeners)
        {
            await listener.DisposeAsync().ConfigureAwait(false);
        }

        Task written = Task.WhenAll(_links.Snapshot().Select(static link => link.WhenWritten()));
        await Resumption.After(written, _options.Scheduler).ConfigureAwait(false);
    }

    // Watches over every link, and forgets those that nobody has wanted anything of for a while.
    private void Beat()
    {
        TimeSpan now = _connections!.Now;
        foreach (Link link in _links.Snapshot())
        {
            link.Connection?.Tick(now);
            if (link.TryRetire())
            {
                _links.Remove(link);
            }
        }
    }

    private void EndLargest()
    {
        MpMeter.CountLimit(Limit.MaxTotalQueuedBytes);
        Link? largest = _links.Snapshot().MaxBy(static link => link.QueuedBytes);
        if (largest?.Connection is { } connection)
        {
            End(largest, connection, "more waits on all links together than the limits allow, and most of it here");
        }
    }

    private void Start(Link link) => _connections!.Watch(_dialler!.RunAsync(link));

    private void Publish(Publication publication, string? master)
    {
        string nodeId = IdOf(master);
        _router.Relays.Master = master;
        ConnectionOptions connections = Connections(publication, nodeId);
        _connections = connections;
        _router.TakeOn(nodeId);
        var dialler = new Dialler(_options.Transport, connections, this, _membership, _ended.Token);
        _keeper = new NodeKeeper(_membership, this, dialler, connections, _ended.Token);
        Volatile.Write(ref _dialler, dialler);
        var gate = new InboundGate(_options.InboundLimits);
        string[] places = [.. _listeners.Select(static listener => listener.EndPoint.ToString())];
        _membership.Begin(nodeId, places, _options.Seeds.Count > 0 || master is not null);
        foreach (ITransportListener listener in _listeners)
        {
            connections.Watch(new Acceptor(listener, connections, this, gate, _ended.Token).RunAsync());
        }

        foreach (string seed in _options.Seeds)
        {
            _keeper.KeepSeed(seed);
        }

        if (master is not null)
        {
            _membership.AddSeed(master);
            _keeper.Keep(master, isWanted: true);
        }

        _pulse = new Pulse(_options, connections.WatchLimits.Tick, Beat, _log);
        NodeLog.Listening(_log, nodeId);
    }

    private string IdOf(string? master)
    {
        string present = _router.Host.Identity.NodeId;
        return master is not null ? $"{present}@{master}"
            : _options.NodeId is null && _listeners.Count > 0 ? Publication.NodeIdOf(_listeners)
            : present;
    }

    private ConnectionOptions Connections(Publication publication, string nodeId)
    {
        var nonces = new OutstandingNonces();
        var traits = new PeerTraits
        {
            Incarnation = _incarnation,
            HeartbeatTimeout = _options.HeartbeatTimeout,
            NumbersWatches = true,
        };
        return new ConnectionOptions
        {
            Handshake = publication.Introduce(nodeId, traits, nonces),
            Nonces = nonces,
            Tls = publication.CreateTls(),
            ChecksCertificateNames = _options.CheckCertificateNames,
            Limits = _options.WireLimits,
            WatchLimits = _options.LinkWatchLimits,
            MaxUndeliveredMessages = _options.MaxUndeliveredMessages,
            HandshakeTimeout = _options.HandshakeTimeout,
            TakeoverProbeTimeout = _options.TakeoverProbeTimeout,
            ConnectTimeout = _options.ConnectTimeout,
            ReconnectDelay = _options.ReconnectDelay,
            MaxReconnectDelay = _options.MaxReconnectDelay,
            TimeProvider = _options.TimeProvider,
            Scheduler = _options.Scheduler,
            RandomBytes = _options.RandomBytes,
            Log = _log,
            LogLimiter = new LogLimiter(_options.MaxLogLinesPerSecond),
        };
    }

    private void Finish(Link link, EpochEnd? end, string text)
    {
        if (end is null)
        {
            return;
        }

        end.Connection?.Abort();
        try
        {
            LogEnd(link, end, text);
        }
        finally
        {
            // Loggers may throw. Whoever watches is told all the same, and the next epoch can begin.
            TellOfEnd(link, end, text);
        }
    }

    private void LogEnd(Link link, EpochEnd end, string text)
    {
        if (_connections!.MayLogOf(link.PeerId))
        {
            NodeLog.LinkDown(_log, link.PeerId, Printable.Of(text), end.LostMessages);
        }
    }

    private void TellOfEnd(Link link, EpochEnd end, string text)
    {
        try
        {
            foreach (PortMonitor watch in end.Watches)
            {
                watch.Dispose();
            }

            if (end.Connection is { } connection)
            {
                _membership.Down(link, connection, Reason.TransportError(link.PeerId, text));
            }

            // Before the next epoch begins: whoever sends again then knows that something may be missing.
            _router.FireAll(end.Monitors, Reason.TransportError(link.PeerId, text));
        }
        finally
        {
            Act(link, link.Ended(end.Connection?.WhenQuiet()));
        }
    }
}
