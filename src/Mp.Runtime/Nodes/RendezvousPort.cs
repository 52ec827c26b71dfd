using Mp.CompilerServices;

namespace Mp.Nodes;

/// <summary>What a node of AEMP 1.x spawns here, to tell of itself, and of the nodes that it knows.</summary>
/// <param name="nodeId">That node's ID.</param>
/// <param name="membership">What is told of it.</param>
internal sealed class RendezvousPort(string nodeId, Membership membership) : Port
{
    /// <inheritdoc/>
    // It dies with the node, which makes another one when it is back.
    protected internal override void OnSpawned() => Mon(PortId.Parse(nodeId));

    /// <inheritdoc/>
    protected internal override void Match(MemoryMessage message, ref Dispatch dispatch) => dispatch.Match();

    /// <inheritdoc/>
    protected internal override void Match(WireMessage message, ref Dispatch dispatch)
    {
        dispatch.Match();
        membership.ReceiveEarlier(nodeId, message);
    }
}
