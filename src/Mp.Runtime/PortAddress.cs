namespace Mp;

/// <summary>What a <see cref="PortId"/> holds: where a message to it goes.</summary>
/// <remarks>Two kinds exist: a port of this process, and one that is known by its written ID only.</remarks>
internal abstract class PortAddress
{
    /// <summary>The node's ID: what stands before the <c>#</c>.</summary>
    public abstract string NodeId { get; }

    /// <summary>The port's name: what stands after the <c>#</c>. Empty for the node's own port.</summary>
    public abstract string PortName { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{NodeId}#{PortName}";
}
