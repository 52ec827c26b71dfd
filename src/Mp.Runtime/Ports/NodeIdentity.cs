namespace Mp.Ports;

/// <summary>Under which ID a node is known. Going public ends one identity and begins the next.</summary>
internal sealed class NodeIdentity(string nodeId, PortHost host)
{
    private volatile bool _isRetired;

    /// <summary>The node's ID.</summary>
    public string NodeId => nodeId;

    /// <summary>What the ports of the node live in.</summary>
    public PortHost Host => host;

    /// <summary>Whether the node has another identity by now, so that IDs of this one are invalid.</summary>
    public bool IsRetired => _isRetired;

    /// <summary>Ends this identity.</summary>
    public void Retire() => _isRetired = true;
}
