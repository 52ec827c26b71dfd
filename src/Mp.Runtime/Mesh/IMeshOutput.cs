using Mp.CompilerServices;

namespace Mp.Mesh;

/// <summary>What a node's part in the mesh asks of the node. Nothing of it calls back before it returns.</summary>
internal interface IMeshOutput
{
    /// <summary>Sends a request to a node that is up, over the connection that there is, or not at all.</summary>
    void Send(string nodeId, WireMessage request);

    /// <summary>From now on, or no longer, a node is to be connected to whenever it is not up.</summary>
    void KeepConnected(string nodeId, bool isWanted);

    /// <summary>A node wants to monitor more families than it may.</summary>
    void RefuseMonitor(string nodeId);

    /// <summary>Where a node listens, for whoever asked; nowhere that is known, if it is empty.</summary>
    void Found(string nodeId, IReadOnlyList<string> endPoints);
}
