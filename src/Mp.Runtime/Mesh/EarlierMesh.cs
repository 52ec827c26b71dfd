using Mp.CompilerServices;

namespace Mp.Mesh;

/// <summary>
/// What this node has to do with nodes of AEMP 1.x, which have no shared database: each tells every other one where it
/// listens, whom it knows, and which ports it has in groups.
/// </summary>
/// <remarks>
/// What they tell becomes part of this node's database, as if they were its slaves; and what this node has in groups,
/// it tells them. A state machine, called from one thread at a time. Source: the AEMP protocol, the global service of
/// 1.x.
/// </remarks>
/// <param name="mesh">The node's part in the mesh of others.</param>
/// <param name="output">What it asks of the node.</param>
/// <param name="maxNodes">Of how many nodes it knows, at the most: others may tell of any number.</param>
internal sealed class EarlierMesh(MeshNode mesh, IEarlierMeshOutput output, int maxNodes)
{
    /// <summary>What such a node spawns at every other one.</summary>
    public const string Rendezvous = "AnyEvent::MP::Global::connect";

    // By node: the name of the port that this node has spawned there; and whether it wants to be told of new nodes.
    private readonly Dictionary<string, string> _ports = new(StringComparer.Ordinal);
    private readonly HashSet<string> _followers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _addresses = new(StringComparer.Ordinal);
    private string? _master;

    /// <summary>A node of AEMP 1.x is up: introduces this one.</summary>
    /// <param name="nodeId">That node.</param>
    /// <param name="portName">The name of a new port there.</param>
    /// <param name="listeners">Where this node listens.</param>
    /// <param name="groups">What this node has in groups.</param>
    public void PeerUp(
        string nodeId,
        string portName,
        IReadOnlyList<string> listeners,
        IReadOnlyDictionary<string, List<string>> groups)
    {
        _ports[nodeId] = portName;
        output.Introduce(nodeId, portName);
        Tell(nodeId, "addr", listeners);
        Tell(nodeId, "set", groups);
        Tell(nodeId, "setup");
        if (_master is null)
        {
            _master = nodeId;
            Tell(nodeId, "seedme1");
        }
    }

    /// <summary>It is up no longer. What it told is forgotten as that of every slave is.</summary>
    public void PeerDown(string nodeId)
    {
        if (!_ports.Remove(nodeId))
        {
            return;
        }

        _followers.Remove(nodeId);
        _addresses.Remove(nodeId);
        if (string.Equals(_master, nodeId, StringComparison.Ordinal))
        {
            _master = _ports.Keys.FirstOrDefault();
            if (_master is not null)
            {
                Tell(_master, "seedme1");
            }
        }
    }

    /// <summary>A port of this node has joined a group, or left it.</summary>
    public void GroupChanged(string group, string port, bool isMember)
    {
        foreach (string nodeId in _ports.Keys)
        {
            Tell(nodeId, isMember ? "reg1" : "reg0", group, port);
        }
    }

    /// <summary>Such a node tells something. What makes no sense is left.</summary>
    public void Receive(string nodeId, WireMessage message)
    {
        if (!_ports.ContainsKey(nodeId))
        {
            return;
        }

        var reader = new MeshReader(message);
        switch (message.Tag)
        {
            case "addr":
                TakeAddresses(nodeId, nodeId, reader.ReadTexts());
                break;
            case "nodes" when reader.TryReadEntries(out Dictionary<string, FamilyValue> nodes):
                foreach ((string other, FamilyValue listeners) in nodes)
                {
                    TakeAddresses(nodeId, other, MeshReader.TextsOf(listeners));
                }

                break;
            case "set" when reader.TryReadEntries(out Dictionary<string, FamilyValue> groups):
                foreach ((string group, FamilyValue members) in groups)
                {
                    Join(nodeId, group, MeshReader.TextsOf(members));
                }

                break;
            case "reg1" when reader.TryReadText(out string? group) && reader.TryReadText(out string? port):
                Join(nodeId, group, [port]);
                break;
            case "reg0" when reader.TryReadText(out string? group) && reader.TryReadText(out string? port):
                var left = new FamilyUpdate();
                left.Deleted.Add(port);
                mesh.ServeFor(nodeId, group, left);
                break;
            case "find" when reader.TryReadText(out string? sought):
                TellNodes(nodeId, _addresses.GetValueOrDefault(sought) is { } places
                    ? new(StringComparer.Ordinal) { [sought] = places }
                    : []);
                break;
            case "seedme1":
                _followers.Add(nodeId);
                TellNodes(nodeId, _addresses);
                break;
            case "seedme0":
                _followers.Remove(nodeId);
                break;
        }
    }

    private void Join(string nodeId, string group, IEnumerable<string> ports)
    {
        var update = new FamilyUpdate();
        foreach (string port in ports)
        {
            update.Set[port] = FamilyValue.Null;
        }

        mesh.ServeFor(nodeId, group, update);
    }

    private void TakeAddresses(string teller, string nodeId, List<string> places)
    {
        if (mesh.IsOwn(nodeId) || PortId.ProblemOfNodeId(nodeId) is not null)
        {
            return;
        }

        bool isNew = !_addresses.TryGetValue(nodeId, out List<string>? before)
            || !before.SequenceEqual(places, StringComparer.Ordinal);
        if (before is null && _addresses.Count >= maxNodes)
        {
            return;
        }

        _addresses[nodeId] = places;
        var update = new FamilyUpdate();
        update.Set[nodeId] = FamilyValue.Of(places.ToArray());
        mesh.ServeFor(teller, Family.Listeners, update);
        if (!isNew)
        {
            return;
        }

        // All nodes of 1.x are connected with each other.
        if (!_ports.ContainsKey(nodeId))
        {
            output.Connect(nodeId);
        }

        foreach (string follower in _followers)
        {
            TellNodes(follower, new(StringComparer.Ordinal) { [nodeId] = places });
        }
    }

    private void TellNodes(string nodeId, Dictionary<string, List<string>> nodes)
    {
        if (nodes.Count > 0)
        {
            Tell(nodeId, "nodes", nodes);
        }
    }

    private void Tell(string nodeId, params ReadOnlySpan<object?> elements) =>
        output.Tell(nodeId, _ports[nodeId], elements);
}
