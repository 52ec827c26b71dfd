using Microsoft.Extensions.Logging;
using Mp.CompilerServices;
using Mp.Links;
using Mp.Monitoring;
using Mp.Telemetry;
using Mp.Transports;

namespace Mp.Nodes;

/// <summary>A node's part in the network: its listeners, its links, and what happens on them.</summary>
internal sealed partial class Network : ILinkEvents, IAsyncDisposable
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
                Finish(link, link.GiveUpLost(), "more waits for a connection than the limits allow");
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
    public void Up(Link link, ILinkConnection connection, PeerTraits peer)
    {
        if (peer.HeartbeatTimeout is { } timeout)
        {
            _pulse?.Hasten(LinkWatch.TickFor(timeout));
        }

        _membership.Up(link, connection, peer);
    }

    /// <inheritdoc/>
    public IInbound Open(Link link, ReceiveWindow window, ElementDialect dialect) =>
        new Inbound(_router, link, window, dialect);

    /// <inheritdoc/>
    public void End(Link link, ILinkConnection connection, string text) => Finish(link, link.End(connection), text);

    /// <inheritdoc/>
    public void GiveUp(Link link, int attempt, string text) => Finish(link, link.GiveUp(attempt), text);

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
        }
        finally
        {
            FireAll(link, end, text);
        }
    }

    private void FireAll(Link link, EpochEnd end, string text)
    {
        try
        {
            // Before the next epoch begins: whoever sends again then knows that something may be missing.
            _router.FireAll(end.Monitors, Reason.TransportError(link.PeerId, text));
        }
        finally
        {
            Act(link, link.Ended(end.Connection?.WhenQuiet()));
        }
    }
}
