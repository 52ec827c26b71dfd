namespace Mp.Ports;

/// <summary>The address of a port under an identity that its node took on after the port was created.</summary>
internal sealed class LocalAlias(PortCell cell, NodeIdentity identity) : PortAddress
{
    /// <summary>The port.</summary>
    public PortCell Cell => cell;

    /// <summary>The identity that this address is of.</summary>
    public NodeIdentity Identity => identity;

    /// <inheritdoc/>
    public override string NodeId => identity.NodeId;

    /// <inheritdoc/>
    public override string PortName => cell.PortName;
}
