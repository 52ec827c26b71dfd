using Mp.CompilerServices;

namespace Mp;

/// <summary>
/// A port without a class of its own, made by <see cref="Node.CreatePort()"/>: all its handlers are added by
/// <c>Rcv</c>.
/// </summary>
/// <remarks>Safe for concurrent calls. Stands for its ID wherever one is asked for.</remarks>
public sealed partial class BarePort : Port
{
    internal BarePort()
    {
    }

    /// <summary>How much may wait for it.</summary>
    internal QueueBound Bound { get; init; }

    /// <summary>Which nodes may send to it.</summary>
    internal Senders Allowed { get; init; } = Senders.Any;

    /// <inheritdoc/>
    protected internal override QueueBound QueueBound => Bound;

    /// <inheritdoc/>
    protected internal override Senders AllowedSenders => Allowed;

    /// <summary>The port's ID.</summary>
    public static implicit operator PortId(BarePort port) => port.Self;

    /// <summary>The port's ID.</summary>
    public PortId ToPortId() => Self;

    /// <summary>The port's ID as text: <c>node#port</c>.</summary>
    public override string ToString() => Self.ToString();
}
