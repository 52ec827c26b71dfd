using Mp.Links;
using Mp.Telemetry;
using Mp.Transports;

namespace Mp.Nodes;

/// <content>How it begins.</content>
internal sealed partial class Network
{
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

    private void Publish(Publication publication, string? master)
    {
        string nodeId = IdOf(master);
        _router.Relays.Master = master;
        ConnectionOptions connections = Connections(publication, nodeId);
        _connections = connections;
        _router.TakeOn(nodeId);
        var dialler = new Dialler(_options.Transport, connections, this, _membership, _ended.Token);
        _keeper = new NodeKeeper(
            _membership, this, dialler, connections, _options.MaxKnownNodes, _ended.Token);
        _pulse = new Pulse(_options, connections.WatchLimits.Tick, Beat, _log);
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
}
