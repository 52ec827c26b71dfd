using Mp.CompilerServices;

namespace Mp.Mesh;

/// <content>What a node does for its slaves, and with the other global nodes.</content>
internal sealed partial class MeshNode
{
    /// <summary>Changes what this node has on behalf of one that has no part in the mesh itself.</summary>
    public void ServeFor(string nodeId, string family, FamilyUpdate update)
    {
        if (_peers.TryGetValue(nodeId, out MeshPeer? peer))
        {
            // Nobody else would know of what it has.
            BecomeGlobal();
            peer.IsSlave = true;
            Serve(family, _served.Apply(nodeId, family, update));
        }
    }

    // The other one has become global, or has met this node. Whatever it was before is over.
    private void MeetGlobal(string nodeId, MeshPeer peer)
    {
        Forget(nodeId, peer);
        peer.IsGlobal = true;
        if (IsGlobal)
        {
            BeEqual(nodeId, peer);
        }
    }

    private void BeEqual(string nodeId, MeshPeer peer)
    {
        peer.IsEqual = true;
        Set(Family.Globals, nodeId, FamilyValue.Null);
        SendAll(nodeId, MeshWriter.Part(MeshRequest.Set, _served.GetAll()));
    }

    private void TakeSlave(string nodeId, MeshPeer peer, ref MeshReader request)
    {
        bool hasPart = request.TryReadFamilies(out Dictionary<string, Dictionary<string, FamilyValue>> part);
        BecomeGlobal();
        if (!hasPart)
        {
            return;
        }

        if (!peer.IsSlave)
        {
            Forget(nodeId, peer);
            peer.IsSlave = true;
        }

        Serve(_served.Replace(nodeId, part));
    }

    private void TakePart(string nodeId, MeshPeer peer, ref MeshReader request)
    {
        if (!peer.IsEqual || !request.TryReadFamilies(out Dictionary<string, Dictionary<string, FamilyValue>> part))
        {
            return;
        }

        Announce(_all.Replace(nodeId, part));

        // So that global nodes find each other, though the one that knows is lost.
        if (part.GetValueOrDefault(Family.Listeners)?.GetValueOrDefault(nodeId) is { } listeners)
        {
            Set(Family.Listeners, nodeId, listeners);
        }
    }

    private void TakeUpdate(string nodeId, MeshPeer peer, ref MeshReader request)
    {
        if (!request.TryReadText(out string? family))
        {
            return;
        }

        if (peer.IsEqual)
        {
            Announce(family, _all.Apply(nodeId, family, request.ReadUpdate()));
        }
        else if (peer.IsSlave)
        {
            Serve(family, _served.Apply(nodeId, family, request.ReadUpdate()));
        }
    }

    private void TakeMonitor(string nodeId, MeshPeer peer, string tag, ref MeshReader request)
    {
        if (!request.TryReadText(out string? family))
        {
            return;
        }

        if (tag is MeshRequest.Unmonitor)
        {
            peer.Monitors.Remove(family);
        }
        else if (ServesItself)
        {
            if (peer.Monitors.Count >= maxMonitors && !peer.Monitors.Contains(family))
            {
                output.RefuseMonitor(nodeId);
                return;
            }

            peer.Monitors.Add(family);
            SendAll(nodeId, MeshWriter.Contents(family, _all.Has(family) ? _all.Get(family) : null));
        }
    }

    private void Answer(string nodeId, string tag, ref MeshReader request)
    {
        if (!ServesItself || !request.TryReadText(out string? what))
        {
            return;
        }

        if (tag is MeshRequest.Find)
        {
            output.Send(nodeId, MeshWriter.Found(what, _all.Find(Family.Listeners, what)));
            return;
        }

        if (!request.TryReadText(out string? id))
        {
            return;
        }

        Dictionary<string, FamilyValue> entries = _all.Get(what);
        output.Send(nodeId, tag switch
        {
            MeshRequest.Entries => MeshWriter.Reply(id, entries),
            MeshRequest.Keys => MeshWriter.Reply(id, entries.Keys),
            _ => MeshWriter.Reply(id, entries.Values),
        });
    }

    // The node is lost, or begins anew: what it had is gone.
    private void Forget(string nodeId, MeshPeer peer)
    {
        if (peer.IsSlave)
        {
            Serve(_served.Remove(nodeId));
        }

        if (peer.IsEqual)
        {
            Announce(_all.Remove(nodeId));
            Delete(Family.Globals, nodeId);
            Delete(Family.Listeners, nodeId);
        }

        peer.IsSlave = false;
        peer.IsEqual = false;
        peer.IsGlobal = false;
        peer.Monitors.Clear();
    }

    private void Serve(Dictionary<string, FamilyUpdate> changes)
    {
        foreach ((string family, FamilyUpdate update) in changes)
        {
            Serve(family, update);
        }
    }

    // What this node and its slaves have has changed: the other global nodes are told, and whoever monitors it.
    private void Serve(string family, FamilyUpdate update)
    {
        if (update.IsEmpty)
        {
            return;
        }

        foreach ((string nodeId, MeshPeer peer) in _peers)
        {
            if (peer.IsEqual)
            {
                SendAll(nodeId, MeshWriter.Update(MeshRequest.Update, family, update));
            }
        }

        Announce(family, _all.Apply(_ownId, family, update));
    }

    private void Announce(Dictionary<string, FamilyUpdate> changes)
    {
        foreach ((string family, FamilyUpdate update) in changes)
        {
            Announce(family, update);
        }
    }

    // What all have has changed: whoever monitors it is told.
    private void Announce(string family, FamilyUpdate update)
    {
        if (update.IsEmpty)
        {
            return;
        }

        foreach ((string nodeId, MeshPeer peer) in _peers)
        {
            if (peer.Monitors.Contains(family))
            {
                SendAll(nodeId, MeshWriter.Update(MeshRequest.Change, family, update));
            }
        }

        if (ServesItself)
        {
            _views.GetValueOrDefault(family)?.Apply(update);
        }

        if (IsGlobal && string.Equals(family, Family.Globals, StringComparison.Ordinal))
        {
            KeepConnected(update);
        }
    }

    // Global nodes are all connected with each other.
    private void KeepConnected(FamilyUpdate globals)
    {
        // What others tell may be no node's ID at all.
        foreach (string nodeId in globals.Set.Keys
            .Where(nodeId => !IsOwn(nodeId) && PortId.ProblemOfNodeId(nodeId) is null))
        {
            output.KeepConnected(nodeId, isWanted: true);
        }

        foreach (string nodeId in globals.Deleted.Where(nodeId => !IsOwn(nodeId)))
        {
            output.KeepConnected(nodeId, isWanted: false);
        }
    }

    /// <summary>Whether this is this node's own ID.</summary>
    public bool IsOwn(string nodeId) => string.Equals(nodeId, _ownId, StringComparison.Ordinal);

    private void SendAll(string nodeId, IEnumerable<WireMessage> requests)
    {
        foreach (WireMessage request in requests)
        {
            output.Send(nodeId, request);
        }
    }
}
