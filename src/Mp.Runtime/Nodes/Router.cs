using System.Buffers.Text;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Mp.CompilerServices;
using Mp.Links;
using Mp.Mesh;
using Mp.Messages;
using Mp.Monitoring;
using Mp.Ports;

namespace Mp.Nodes;

/// <summary>Joins ports and links: finds out what an ID means here, and hands over what goes there.</summary>
internal sealed partial class Router : IAsyncDisposable
{
    private readonly MessageEncoder _encoder;
    private readonly NodeRequests _requests;
    private readonly Network _network;
    private readonly Spawner _spawner;

    // Never changed, only replaced: it is asked for every message to a port that is not known yet.
    private ImmutableHashSet<string> _formerIds = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
    private int _ended;

    public Router(Node node, NodeOptions options, Func<Action<UnmatchedMessage>?> onUnmatched)
    {
        byte[] incarnation = options.RandomBytes(PortNames.IncarnationBytes);
        Host = new PortHost(
            options.Scheduler,
            new PortNames(incarnation),
            options.LoggerFactory.CreateLogger("Mp.Ports"),
            options.PortBacklogWarning,
            onUnmatched);
        Host.TakeOn(InitialIdOf(options, Base64Url.EncodeToString(incarnation)));
        _encoder = new MessageEncoder(options.MaxFrameBytes, options.MaxMessageValues);
        ILogger log = options.LoggerFactory.CreateLogger("Mp.Links");
        _spawner = new Spawner(this, node, options, Host.Log);
        var functions = new NodeFunctions(this, options, Host.Log);
        _requests = new NodeRequests(
            this, _spawner, functions, new Evaluation(options), options, log);
        Membership = new Membership(this, options, options.LoggerFactory.CreateLogger("Mp.Mesh"));
        if (options.AcceptMd6)
        {
            // Only nodes of AEMP 1.x ask for it, and only by that method do they get in.
            _spawner.Register(EarlierMesh.Rendezvous, Membership.CreateRendezvous);
        }

        Relays = new Relays(() => Host.Identity.NodeId, Membership.Presence, options.RefuseRelays);
        _network = new Network(this, Membership, options, incarnation, log);
        ReasonLimit = new ReasonLimit(options.MaxReasonElements, options.MaxReasonBytes);
    }

    /// <summary>What the node's ports live in.</summary>
    public PortHost Host { get; }

    /// <summary>The node's part in the mesh.</summary>
    public Membership Membership { get; }

    /// <summary>Which way messages go.</summary>
    public Relays Relays { get; }

    /// <summary>How much of a reason crosses the network.</summary>
    public ReasonLimit ReasonLimit { get; }

    /// <summary>Whether a line may be logged about a peer.</summary>
    public bool MayLogOf(string peer) => _network.MayLogOf(peer);

    /// <summary>Sends a message to wherever an ID leads.</summary>
    public void Route(PortId to, Message message)
    {
        switch (Resolve(to))
        {
            case (PortCell cell, _):
                cell.Enqueue(AsLocal(message));
                break;
            case (null, { } link):
                Send(link, Relays.NameAt(link, to), message);
                break;
            default:
                DeliverByName(null, to.PortName, message);
                break;
        }
    }

    /// <summary>Delivers a message to a port of this node that is known by its name.</summary>
    public void DeliverByName(Link? link, string portName, Message message)
    {
        if (portName.Length == 0)
        {
            _requests.Serve(link, link is null && _network.SerializeLocal ? _encoder.Rewrite(message) : message);
        }
        else if (Host.Table.TryFind(portName, out PortCell? cell))
        {
            if (Admits(link, cell, message))
            {
                (message as WireMessage)?.EnterWindow();
                cell.Enqueue(link is null && _network.SerializeLocal ? _encoder.Rewrite(message) : message);
            }
        }
        else
        {
            Host.Drop(message, new WrittenAddress(Host.Identity.NodeId, portName), UnmatchedReason.NoSuchPort);
        }
    }

    /// <summary>The IDs of the other nodes that this one has to do with.</summary>
    public IEnumerable<string> PeerIds => _network.Links.Select(static link => link.PeerId);

    /// <summary>Fires monitors. One that can't be told does not keep the others from being told.</summary>
    public void FireAll(IEnumerable<PortMonitor> monitors, Reason reason)
    {
        foreach (PortMonitor monitor in monitors)
        {
            new CallbackWorkItem(() => monitor.Fire(reason), Host.Log).Execute();
        }
    }

    /// <summary>Kills a port, here or elsewhere.</summary>
    public void Kil(PortId port, Reason reason)
    {
        switch (Resolve(port))
        {
            case (PortCell cell, _):
                cell.Enqueue(new KillControl(reason));
                break;
            case (null, { } link) when port.PortName.Length > 0:
                Send(link, "", new ArrayMessage(["kil1", Relays.NameAt(link, port), .. ReasonLimit.Apply(reason)]));
                break;
            default:
                ThrowIfNodePort(port);
                break;
        }
    }

    /// <summary>Registers a port under a well-known name.</summary>
    public void Register(string name, PortId port)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (PortId.ProblemOfChosenName(name) is { } problem)
        {
            throw new ArgumentException($"'{Printable.Of(name)}' can't be a port's name: {problem}.", nameof(name));
        }

        if (Resolve(port) is not (PortCell { IsDead: false } cell, _))
        {
            throw new InvalidPortIdException($"'{port}' is no live port of this node, so it can't be registered here.");
        }

        Host.Table.Register(name, cell);
    }

    /// <summary>Sets a monitor on a port, here or elsewhere.</summary>
    public PortMonitor Mon(PortId port, PortMonitor monitor)
    {
        switch (Resolve(port))
        {
            case (PortCell cell, _):
                cell.AddMonitor(monitor);
                break;
            case (null, { } link):
                MonRemote(link, Relays.NameAt(link, port), monitor);
                break;
            default:
                // This node's own port lives as long as the node.
                if (port.PortName.Length > 0)
                {
                    monitor.Fire(Reason.NoSuchPort(port.ToString()));
                }

                break;
        }

        return monitor;
    }

    /// <inheritdoc cref="Network.BeginAsync"/>
    public ValueTask BeginAsync(IReadOnlyList<string>? binds, string? master = null) =>
        _network.BeginAsync(binds, master);

    /// <inheritdoc cref="Node.BecomeSlaveAsync"/>
    public async ValueTask BecomeSlaveAsync(NodeRef master)
    {
        string present = Host.Identity.NodeId;
        string hidden = $"{present}@{master}";
        string? problem = !master.IsPublic
            ? $"'{Printable.Of(master.ToString())}' can't be a master: it must be one that can be dialled as it "
                + "stands, 'host:port'."
            : present.Contains('@', StringComparison.Ordinal)
            ? $"The node's ID '{Printable.Of(present)}' has an '@', which separates the ID of a hidden node from its "
                + "master's; give it another."
            : PortId.ProblemOfNodeId(hidden) is { } wrong
            ? $"'{Printable.Of(hidden)}' can't be the node's ID: {wrong}."
            : null;
        if (problem is not null)
        {
            throw new NodeConfigurationException([problem]);
        }

        string masterId = master.ToString();
        await BeginAsync([], masterId).ConfigureAwait(false);
        await _network.WhenUpAsync(masterId).ConfigureAwait(false);
    }

    /// <summary>The ID that a port of this node has now; of others, the one given.</summary>
    public PortId CurrentIdOf(PortId id) => id.Address switch
    {
        PortCell cell when cell.Host == Host => cell.CurrentId,
        LocalAlias alias when alias.Cell.Host == Host => alias.Cell.CurrentId,
        _ => id,
    };

    /// <summary>Gives the node an ID. If it is another than before, IDs of the former one are invalid from now
    /// on.</summary>
    public void TakeOn(string nodeId)
    {
        if (string.Equals(nodeId, Host.Identity.NodeId, StringComparison.Ordinal))
        {
            return;
        }

        ImmutableInterlocked.Update(
            ref _formerIds,
            static (ids, change) => ids.Add(change.Former).Remove(change.Present),
            (Former: Host.Identity.NodeId, Present: nodeId));

        Host.TakeOn(nodeId);
    }

    /// <summary>Ends the node.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 1)
        {
            return;
        }

        Membership.End();
        await _network.DisposeAsync().ConfigureAwait(false);

        // Makes every ID of the node one that has to be resolved, and so be refused.
        Host.TakeOn(Host.Identity.NodeId);
    }

    // Many nodes may be given one ID that asks for something random.
    private static string InitialIdOf(NodeOptions options, string random) => options.NodeId switch
    {
        null => "private-" + random,
        [.., '/'] prefix => prefix + random,
        { } nodeId => nodeId,
    };

    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public void ThrowIfEnded() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _ended) == 1, typeof(Node));

    /// <summary>What an ID means: a port of this node, or a link to another, or neither: a name at this node.</summary>
    private (PortCell? Cell, Link? Link) Resolve(PortId id)
    {
        ThrowIfEnded();
        switch (id.Address)
        {
            case null:
                throw new InvalidPortIdException("The port ID is empty: it names no port.");
            case PortCell cell when cell.Host == Host:
                return cell.Identity == Host.Identity ? (cell, null) : throw Former(id);
            case LocalAlias alias when alias.Cell.Host == Host:
                return alias.Identity == Host.Identity ? (alias.Cell, null) : throw Former(id);
            default:
                return WrittenRoute.Of(id, Host) is { } link ? (null, link) : ResolveWritten(id);
        }
    }

    private (PortCell? Cell, Link? Link) ResolveWritten(PortId id)
    {
        string nodeId = id.NodeId;
        if (string.Equals(nodeId, Host.Identity.NodeId, StringComparison.Ordinal))
        {
            return (Host.Table.TryFind(id.PortName, out PortCell? cell) ? cell : null, null);
        }

        if (Volatile.Read(ref _formerIds).Contains(nodeId))
        {
            throw Former(id);
        }

        return _network.IsPublic
            ? (null, LinkOf(id))
            : throw new InvalidPortIdException(
                $"'{Printable.Of(id.ToString())}' is of another node, and this node serves its own process alone. "
                + $"Call {nameof(Node)}.{nameof(Node.BecomePublicAsync)} first.");
    }

    // The node's identity is read first: if it changes meanwhile, nobody will use the route.
    private Link LinkOf(PortId id)
    {
        NodeIdentity identity = Host.Identity;
        Link link = _network.GetLink(Relays.NextHop(id.NodeId));
        if (id.Address is WrittenAddress address && Relays.IsStraight(link, id.NodeId))
        {
            address.Route = new WrittenRoute(identity, link);
        }

        return link;
    }

    private InvalidPortIdException Former(PortId id) =>
        new($"'{id}' was given out before this node became '{Host.Identity.NodeId}', and is invalid since. "
            + $"Ask the port for its present ID ({nameof(Port)}.{nameof(Port.Self)}), or look it up again.");

    private static void ThrowIfNodePort(PortId port)
    {
        if (port.PortName.Length == 0)
        {
            throw new InvalidPortIdException($"'{port}' is a node's own port, which can't be killed.");
        }
    }

    private Message AsLocal(Message message) => _network.SerializeLocal ? _encoder.Rewrite(message) : message;
}
