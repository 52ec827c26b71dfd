using System.Collections.Frozen;
using Mp.Links;
using Mp.Mesh;

namespace Mp.Nodes;

/// <summary>
/// Which way messages go: straight, or through the master of a hidden node, which nobody but its master is connected
/// with.
/// </summary>
/// <remarks>
/// A hidden node's ID is <c>id@master</c>. What goes through a master is addressed to it under the whole port ID
/// instead of a port's name: no port of its own has a <c>#</c> in its name. So messages, monitors, kills and spawns all
/// take the same way, in their order.
/// </remarks>
/// <param name="ownId">The ID of this node.</param>
/// <param name="presence">Which other nodes are up.</param>
/// <param name="isRefused">Whether this node sends nothing to others that it is asked to.</param>
internal sealed class Relays(Func<string> ownId, Presence presence, bool isRefused)
{
    private static readonly FrozenSet<string> OfTheSender =
        new[] { "mon1", "mon0", "kil0", "kil2", HoldUpNotice.Tag }
            .Concat(MeshRequest.All)
            .ToFrozenSet(StringComparer.Ordinal);

    private string? _master;

    /// <summary>The master of this node, if it is hidden.</summary>
    public string? Master
    {
        get => Volatile.Read(ref _master);
        set => Volatile.Write(ref _master, value);
    }

    /// <summary>The node to be connected with for what goes to another one.</summary>
    public string NextHop(string nodeId)
    {
        if (Master is { } master)
        {
            return master;
        }

        // A node whose ID only looks like that is connected with, if it is up.
        return NodeRef.MasterOf(nodeId) is { } hiddenBehind
            && !IsOwn(hiddenBehind)
            && presence.Find(nodeId) is null
            ? hiddenBehind
            : nodeId;
    }

    /// <summary>Whether a link leads to a node itself, and nothing but the node's identity can change that.</summary>
    public bool IsStraight(Link link, string nodeId) =>
        Master is null
        && NodeRef.MasterOf(nodeId) is null
        && string.Equals(link.PeerId, nodeId, StringComparison.Ordinal);

    /// <summary>The name under which a port is addressed at the other end of a link.</summary>
    public static string NameAt(Link link, PortId port) =>
        string.Equals(link.PeerId, port.NodeId, StringComparison.Ordinal) ? port.PortName : port.ToString();

    /// <summary>Whether a name that came over a link is a port's elsewhere, and this node passes on to it.</summary>
    /// <remarks>To the nodes that are hidden behind this one, whoever asks; from them, to anywhere.</remarks>
    public bool TryRead(Link? link, string portName, out PortId port)
    {
        port = default;
        return link is not null

            // Nobody is hidden behind a node that is hidden itself: what it passed on would come back for ever.
            && Master is null
            && portName.Contains('#', StringComparison.Ordinal)
            && PortId.TryParse(portName, out port)
            && (IsBehindThis(port.NodeId) || IsBehindThis(link.PeerId))
            && (!isRefused || IsOwn(port.NodeId));
    }

    /// <summary>
    /// Whether a name that came over a link is a port's of a third node, and this node passes on to it.
    /// </summary>
    /// <remarks>
    /// A port of this node is looked for once, where it is seen whether the peer may have anything of it.
    /// </remarks>
    public bool TryReadElsewhere(Link? link, string portName, out PortId port) =>
        TryRead(link, portName, out port) && !IsOwn(port.NodeId);

    /// <summary>The name that a port of this node has here, which a peer may have given as its whole ID.</summary>
    public string NameHere(Link? link, string portName) =>
        TryRead(link, portName, out PortId port) && IsOwn(port.NodeId) ? port.PortName : portName;

    /// <summary>
    /// Whether this node says to another one what somebody else wants it to say. What speaks of the sender itself, as
    /// whom it watches and what it has in the mesh, it says for itself only.
    /// </summary>
    public static bool MayPassOn(PortId to, Message message) =>
        to.PortName.Length > 0 || message.Tag is not { } tag || !OfTheSender.Contains(tag);

    /// <summary>
    /// Whether this node sends what another one wants it to: to ports of its own, and back to whoever asks; to anybody
    /// else unless relays are refused.
    /// </summary>
    /// <param name="asker">The link that the request came over, or none if it is from this process.</param>
    /// <param name="to">The port.</param>
    public bool MaySendFor(Link? asker, PortId to) =>
        !isRefused
        || asker is null
        || IsOwn(to.NodeId)

        // An answer goes to a port. What the node there made of it, it would make of this one's wish.
        || (to.PortName.Length > 0 && string.Equals(WayBackTo(to.NodeId), asker.PeerId, StringComparison.Ordinal));

    /// <summary>Whether a node ID is this node's.</summary>
    public bool IsOwn(string nodeId) => string.Equals(nodeId, ownId(), StringComparison.Ordinal);

    // To a hidden node everything comes from its master, and its way to anywhere is the master: that tells nothing.
    private string WayBackTo(string nodeId) => Master is null ? NextHop(nodeId) : nodeId;

    private bool IsBehindThis(string nodeId) => NodeRef.MasterOf(nodeId) is { } master && IsOwn(master);
}
