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
    private readonly LinkTable _links;
    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _becoming = new(1);
    private IReadOnlyList<ITransportListener> _listeners = [];
    private ConnectionOptions? _connections;
    private Dialler? _dialler;

    public Network(Router router, NodeOptions options, ILogger log)
    {
        _router = router;
        _options = options;
        _log = log;
        _links = new LinkTable(new LinkLimits
        {
            MaxConnectingMessages = options.MaxConnectingMessages,
            MaxConnectingBytes = options.MaxConnectingBytes,
            MaxQueuedBytes = options.MaxQueuedBytes,
        });
    }

    /// <summary>Whether local messages are written and read back.</summary>
    public bool SerializeLocal => _options.SerializeLocal;

    /// <summary>Whether the node meets others.</summary>
    public bool IsPublic => Volatile.Read(ref _dialler) is not null;

    /// <inheritdoc cref="Node.BecomePublicAsync"/>
    public async ValueTask BecomePublicAsync(string[] binds)
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

            Publication publication = await Publication.PrepareAsync(_options, binds).ConfigureAwait(false);
            _listeners = await publication.ListenAsync(_options.Transport, _ended.Token).ConfigureAwait(false);
            Publish(publication);
        }
        finally
        {
            _becoming.Release();
        }
    }

    /// <inheritdoc/>
    public Link GetLink(string nodeId) => _links.Get(_router.Host.Identity.NodeId, nodeId);

    /// <summary>Does what a link has asked for.</summary>
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
                End(link, connection, "more waits to be sent than the limits allow");
                break;
            case LinkActionKind.Overflow:
                GiveUp(link, link.Attempt, "more waits for a connection than the limits allow");
                break;
        }
    }

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
        // Whoever is about to go public finishes first, and nobody begins to: the router has ended.
        await _becoming.WaitAsync().ConfigureAwait(false);
        _becoming.Release();
        foreach (ITransportListener listener in _listeners)
        {
            await listener.DisposeAsync().ConfigureAwait(false);
        }

        Task written = Resumption.After(
            Task.WhenAll(_links.Snapshot().Select(static link => link.WhenWritten())),
            _options.Scheduler);
        try
        {
            await written.WaitAsync(_options.ShutdownTimeout, _options.TimeProvider).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A peer that does not read does not keep this node from ending.
        }

        await CancelAsync().ConfigureAwait(false);
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
    private Task CancelAsync()
    {
        if (!IsPublic)
        {
            return Task.CompletedTask;
        }

        var told = new Resumption(_options.Scheduler);
        _options.Scheduler.Schedule(new CallbackWorkItem(CancelAll, _log));
        return told.Task;

        void CancelAll()
        {
            try
            {
                _ended.Cancel();
            }
            finally
            {
                told.Request();
            }
        }
    }

    private void Start(Link link) => _connections!.Watch(_dialler!.RunAsync(link));

    private void Publish(Publication publication)
    {
        string nodeId = Publication.NodeIdOf(_listeners);
        var nonces = new OutstandingNonces();
        var connections = new ConnectionOptions
        {
            Handshake = publication.Introduce(nodeId, nonces),
            Nonces = nonces,
            Limits = _options.WireLimits,
            HandshakeTimeout = _options.HandshakeTimeout,
            ConnectTimeout = _options.ConnectTimeout,
            TimeProvider = _options.TimeProvider,
            Scheduler = _options.Scheduler,
            RandomBytes = _options.RandomBytes,
            Log = _log,
        };
        _connections = connections;
        _router.TakeOn(nodeId);
        Volatile.Write(ref _dialler, new Dialler(_options.Transport, connections, this, _ended.Token));
        foreach (ITransportListener listener in _listeners)
        {
            var acceptor = new Acceptor(
                listener,
                connections,
                this,
                _options.MaxUnauthenticatedConnections,
                _ended.Token);
            connections.Watch(acceptor.RunAsync());
        }

        LinkLog.Listening(_log, nodeId);
    }

    private void Finish(Link link, EpochEnd? end, string text)
    {
        if (end is null)
        {
            return;
        }

        end.Connection?.Abort();
        LinkLog.LinkDown(_log, link.PeerId, Printable.Of(text), end.LostMessages);
        foreach (PortMonitor watch in end.Watches)
        {
            watch.Dispose();
        }

        // Before the next epoch begins: whoever sends again then knows that something may be missing.
        _router.FireAll(end.Monitors, Reason.TransportError(link.PeerId, text));
        Act(link, link.Ended());
    }
}
