using Mp.CompilerServices;

namespace Mp.Mesh;

/// <summary>
/// A node's part in the mesh: whom it is connected to, who has its part of the database, and what it knows of the
/// others'.
/// </summary>
/// <remarks>
/// <para>
/// A state machine without I/O, clock or thread; its owner calls it from one thread at a time. Source: the AEMP
/// protocol, 2.x.
/// </para>
/// <para>
/// A node with seeds is a <b>leaf</b>: it knows its own part of the database, which it gives to its master, the first
/// of its seeds that is up; the master answers what it asks. A node becomes <b>global</b> when anybody makes it a seed:
/// global nodes are all connected with each other, and each knows the parts of all. A node without seeds that nobody
/// has made one serves itself.
/// </para>
/// </remarks>
/// <param name="ownId">The node's ID.</param>
/// <param name="output">What it asks of the node.</param>
/// <param name="budget">Counts the entries that it holds for others.</param>
/// <param name="maxMonitors">How many families each other node may monitor here.</param>
internal sealed partial class MeshNode(string ownId, IMeshOutput output, FamilyBudget budget, int maxMonitors)
{
    private readonly Dictionary<string, MeshPeer> _peers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seeds = new(StringComparer.Ordinal);

    // What this node itself has set.
    private readonly FamilyUnion _own = new();

    // What this node and its slaves have: its part, for the other global nodes.
    private readonly FamilyUnion _served = new(budget) { Holder = ownId };

    // What all have, as far as this node is told.
    private readonly FamilyUnion _all = new(budget) { Holder = ownId };

    private string _ownId = ownId;
    private bool _hasSeeds;
    private string? _master;

    /// <summary>Whether the node is global.</summary>
    public bool IsGlobal { get; private set; }

    /// <summary>The node's master; none if it serves itself, or none of its seeds is up.</summary>
    public string? Master => _master;

    // Whether the node looks things up by itself.
    private bool ServesItself => IsGlobal || !_hasSeeds;

    /// <summary>The node has gone public.</summary>
    /// <param name="nodeId">Its ID from now on.</param>
    /// <param name="listeners">Where it listens.</param>
    /// <param name="hasSeeds">Whether there are nodes that it is always to be connected to.</param>
    /// <param name="isGlobal">Whether it is to be global whether or not anybody makes it a seed.</param>
    public void Begin(string nodeId, IReadOnlyList<string> listeners, bool hasSeeds, bool isGlobal)
    {
        // Everything was served under the ID that the node had while it was alone.
        var part = _own.GetAll();
        _own.Remove(_ownId);
        _served.Remove(_ownId);
        _all.Remove(_ownId);
        _ownId = nodeId;
        _served.Holder = nodeId;
        _all.Holder = nodeId;
        _hasSeeds = hasSeeds;
        _own.Replace(_ownId, part);
        _served.Replace(_ownId, part);
        _all.Replace(_ownId, _served.GetAll());
        Set(Family.Listeners, _ownId, FamilyValue.Of(listeners.ToArray()));
        if (isGlobal)
        {
            BecomeGlobal();
        }
    }

    /// <summary>A node is one of the seeds: it was found where one is.</summary>
    public void AddSeed(string nodeId)
    {
        if (_seeds.Add(nodeId) && _peers.TryGetValue(nodeId, out MeshPeer? peer))
        {
            Adopt(nodeId, peer);
        }
    }

    /// <summary>A seed is this node itself.</summary>
    public void FindItselfAsSeed() => BecomeGlobal();

    /// <summary>A node is up.</summary>
    /// <param name="nodeId">Its ID.</param>
    /// <param name="isAware">Whether it understands what meshes are about.</param>
    public void PeerUp(string nodeId, bool isAware)
    {
        var peer = new MeshPeer(isAware);
        _peers[nodeId] = peer;
        if (IsGlobal && isAware)
        {
            output.Send(nodeId, MeshWriter.Request(MeshRequest.Global));
        }

        if (_seeds.Contains(nodeId))
        {
            Adopt(nodeId, peer);
        }
    }

    /// <summary>A node is no longer up: what is known by it is forgotten.</summary>
    public void PeerDown(string nodeId)
    {
        if (!_peers.Remove(nodeId, out MeshPeer? peer))
        {
            return;
        }

        Forget(nodeId, peer);
        if (string.Equals(_master, nodeId, StringComparison.Ordinal))
        {
            _master = null;
            if (_seeds.FirstOrDefault(seed => _peers.GetValueOrDefault(seed) is { IsAware: true }) is { } other)
            {
                Follow(other);
            }
        }
    }

    /// <summary>A request has come. What makes no sense, or is not this peer's to ask, is left.</summary>
    public void Receive(string nodeId, WireMessage request)
    {
        // What is still delivered of a connection that is over belongs to no other.
        if (!_peers.TryGetValue(nodeId, out MeshPeer? peer))
        {
            return;
        }

        var reader = new MeshReader(request);
        switch (request.Tag)
        {
            case MeshRequest.Global:
                MeetGlobal(nodeId, peer);
                break;
            case MeshRequest.Slave:
                TakeSlave(nodeId, peer, ref reader);
                break;
            case MeshRequest.Set:
                TakePart(nodeId, peer, ref reader);
                break;
            case MeshRequest.Update:
                TakeUpdate(nodeId, peer, ref reader);
                break;
            case MeshRequest.Find or MeshRequest.Entries or MeshRequest.Keys or MeshRequest.Values:
                Answer(nodeId, request.Tag, ref reader);
                break;
            case MeshRequest.Monitor or MeshRequest.Unmonitor:
                TakeMonitor(nodeId, peer, request.Tag, ref reader);
                break;
            case MeshRequest.Found or MeshRequest.Reply or MeshRequest.Contents or MeshRequest.Change
                when string.Equals(_master, nodeId, StringComparison.Ordinal):
                TakeFromMaster(request.Tag, ref reader);
                break;
        }
    }

    // A seed is up: it is to serve, and the first one that is up serves this node.
    private void Adopt(string seed, MeshPeer peer)
    {
        if (!peer.IsAware)
        {
            return;
        }

        output.Send(seed, MeshWriter.Request(MeshRequest.Slave));
        if (!IsGlobal && _master is null)
        {
            Follow(seed);
        }
    }

    private void BecomeGlobal()
    {
        if (IsGlobal)
        {
            return;
        }

        IsGlobal = true;
        _master = null;
        _all.Replace(_ownId, _served.GetAll());
        foreach ((string nodeId, MeshPeer peer) in _peers)
        {
            if (peer.IsAware)
            {
                output.Send(nodeId, MeshWriter.Request(MeshRequest.Global));
            }

            if (peer.IsGlobal)
            {
                BeEqual(nodeId, peer);
            }
        }

        ServeOneself();
    }
}
