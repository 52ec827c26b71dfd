using Mp.CompilerServices;
using Mp.Mesh;
using Mp.Messages;

namespace Mp.Nodes;

/// <content>What it has to do with nodes of AEMP 1.x.</content>
internal sealed partial class Membership : IEarlierMeshOutput
{
    private const int EarlierVersion = 0;

    /// <summary>Makes the port that a node of AEMP 1.x wants, to tell of itself; none for another version.</summary>
    public RendezvousPort? CreateRendezvous(SpawnRequest request) =>
        request.Arguments.TryGet(0, out double version) && (int)version == EarlierVersion
            ? new RendezvousPort(request.Source, this)
            : null;

    /// <summary>Such a node tells something.</summary>
    public void ReceiveEarlier(string nodeId, WireMessage message) =>
        _queue.Do(() => _earlier.Receive(nodeId, message));

    /// <summary>A port of this node has joined a group, or left it.</summary>
    public void GroupChanged(string group, string port, bool isMember) =>
        _queue.Do(() => _earlier.GroupChanged(group, port, isMember));

    /// <inheritdoc/>
    void IEarlierMeshOutput.Introduce(string nodeId, string portName)
    {
        string ownId = _router.Host.Identity.NodeId;
        Send(nodeId, "", new ArrayMessage([Spawner.Request, portName, EarlierMesh.Rendezvous, 0, ownId]));
        Send(nodeId, "", new ArrayMessage(["mon1", portName]));
    }

    /// <inheritdoc/>
    void IEarlierMeshOutput.Tell(string nodeId, string portName, ReadOnlySpan<object?> elements) =>
        Send(nodeId, portName, new ArrayMessage(elements.ToArray()));

    /// <inheritdoc/>
    void IEarlierMeshOutput.Connect(string nodeId)
    {
        try
        {
            _router.Connect(nodeId);
        }
        catch (LimitExceededException)
        {
            // It was counted. The node is connected with when it connects itself.
        }
    }

    private void IntroduceTo(string nodeId) =>
        _earlier.PeerUp(nodeId, _router.Host.Names.Next(), _listeners, Registrations.ByGroup());
}
