namespace Mp.Mesh;

/// <summary>What a node's dealings with nodes of AEMP 1.x ask of the node.</summary>
internal interface IEarlierMeshOutput
{
    /// <summary>Spawns the port at a node that this one will tell of itself, and watches it.</summary>
    void Introduce(string nodeId, string portName);

    /// <summary>Sends a message to that port.</summary>
    void Tell(string nodeId, string portName, ReadOnlySpan<object?> elements);

    /// <summary>Connects to a node, unless it is connected with.</summary>
    void Connect(string nodeId);
}
