using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Mp.CompilerServices;
using Mp.Links;
using Mp.Monitoring;
using Mp.Ports;
using Mp.Telemetry;

namespace Mp.Nodes;

/// <summary>Makes the ports that this process and others ask for: by registered names, and nothing else.</summary>
internal sealed class Spawner(Router router, Node node, NodeOptions options, ILogger log)
{
    /// <summary>The request: after it come the port's name, that of what makes it, and the arguments.</summary>
    public const string Request = "AnyEvent::MP::_spawn";

    private const int PlaceOfName = 2;

    private readonly ConcurrentDictionary<string, Func<SpawnRequest, Port?>> _registered = new(StringComparer.Ordinal);
    private readonly SpawnCounts _living = new(options.MaxSpawnedPortsPerPeer);

    /// <inheritdoc cref="Node.RegisterSpawn"/>
    public void Register(string name, Func<SpawnRequest, Port?> factory)
    {
        RegisteredName.ThrowIfUnusable(name);
        ArgumentNullException.ThrowIfNull(factory);
        _registered[name] = factory;
    }

    /// <summary>Serves a request: reserves the name now, and has the port made in its own turn.</summary>
    public Message? Serve(Link? link, Message message)
    {
        message.TryGet(1, out string? portName);
        if (portName is null || !message.TryGet(PlaceOfName, out string? name) || name is null)
        {
            Refuse(link, portName ?? "", message, "the request does not say what to make");
            return null;
        }

        // The name of what is to be made, and the arguments: a message like another, whose tag is the name.
        Message named = message.Skip(PlaceOfName);
        PortCell? cell = null;
        string? problem = ProblemOfMaker(link, name, named, out Func<PortCell, Port?> make)
            ?? ProblemOfCaller(link, portName)
            ?? Reserve(link, portName, out cell);
        if (problem is not null)
        {
            Refuse(link, portName, named, problem);
            return null;
        }

        var request = message as WireMessage;
        request?.EnterWindow();
        cell!.Enqueue(new SpawnControl(node, make, request));
        return null;
    }

    private string? ProblemOfCaller(Link? link, string portName)
    {
        if (link is null)
        {
            return null;
        }

        if (options.RefuseRemoteFunctions)
        {
            return "other nodes may not spawn here "
                + $"({nameof(NodeOptions)}.{nameof(NodeOptions.RefuseRemoteFunctions)})";
        }

        return portName.Length == 0 ? "its port name is empty"
            : router.Host.Names.MayGive(portName) ? "its port name is one of those that this node gives"
            : PortId.ProblemOfChosenName(portName);
    }

    private string? ProblemOfMaker(Link? link, string name, Message named, out Func<PortCell, Port?> make)
    {
        if (_registered.TryGetValue(name, out Func<SpawnRequest, Port?>? factory))
        {
            make = cell => Make(
                link,
                cell,
                named,
                () => factory(new SpawnRequest(SourceOf(link), cell.CurrentId, named.Skip(1))));
            return null;
        }

        SpawnFactory? generated = SpawnFactories.Find(name);
        make = cell => Make(link, cell, named, () => generated!.Create(named));
        return generated is null ? "nothing is registered under that name"
            : generated == SpawnFactory.Ambiguous ? "two classes of this program have that name"
            : null;
    }

    private string? Reserve(Link? link, string portName, out PortCell cell)
    {
        cell = PortCell.OfName(router.Host.Identity, portName);
        if (link is not null)
        {
            string peer = link.PeerId;
            if (!_living.TryAdd(peer))
            {
                MpMeter.CountLimit(Limit.MaxSpawnedPortsPerPeer);
                return $"{options.MaxSpawnedPortsPerPeer} ports that the node has spawned here live "
                    + $"({nameof(NodeOptions)}.{nameof(NodeOptions.MaxSpawnedPortsPerPeer)})";
            }

            cell.AddMonitor(new PortMonitor((_, _) => _living.Remove(peer)));
        }

        if (router.Host.Table.TryAdd(portName, cell))
        {
            return null;
        }

        // Nobody knows it yet. It ends the count.
        cell.Die(Reason.Normal);
        return "there is a port of that name";
    }

    // In the port's turn. What a constructor or a factory throws is its author's to know, and nobody else's.
    private Port? Make(Link? link, PortCell cell, Message named, Func<Port?> create)
    {
        try
        {
            if (create() is not { } port)
            {
                Refuse(link, cell.PortName, named, "its arguments do not fit");
                return null;
            }

            // Until it was made, anybody could have sent to it.
            if (port.AllowedSenders.Restriction is not null)
            {
                Refuse(link, cell.PortName, named, "not all may send to it (AllowedSenders): create it here");
                return null;
            }

            return port.IsCreated
                ? throw new InvalidOperationException("It is a port already; return a new object.")
                : port;
        }
#pragma warning disable CA1031 // A user's constructor: whatever it throws, the port never exists, and only that.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            NodeLog.SpawnFailed(log, exception, Printable.Of(named.Tag!), SourceOf(link));
            return null;
        }
    }

    private void Refuse(Link? link, string portName, Message named, string problem)
    {
        string source = SourceOf(link);
        if (router.MayLogOf(source))
        {
            NodeLog.SpawnRefused(log, Printable.Of(named.Tag ?? ""), source, problem);
        }

        var port = new WrittenAddress(router.Host.Identity.NodeId, portName);
        router.Host.Drop(named, port, UnmatchedReason.NoHandler);
    }

    private string SourceOf(Link? link) => link?.PeerId ?? router.Host.Identity.NodeId;
}
