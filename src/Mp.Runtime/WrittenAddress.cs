namespace Mp;

/// <summary>
/// The address of a port that is known by its written ID: one of another node, or of this one, read back.
/// </summary>
internal sealed class WrittenAddress(string nodeId, string portName) : PortAddress
{
    /// <inheritdoc/>
    public override string NodeId => nodeId;

    /// <inheritdoc/>
    public override string PortName => portName;

    /// <summary>
    /// Whatever the node found this address to mean last; owned by the node, which checks it before use.
    /// </summary>
    public object? Route { get; set; }
}
