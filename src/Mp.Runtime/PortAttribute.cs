namespace Mp;

/// <summary>Bounds the queue of a class of ports. Without it, as much may wait for a port as there is memory.</summary>
/// <remarks>
/// <para>
/// What waits is counted, without the message that is being handled. When the queue is full, <c>SndAsync</c> waits
/// for room, and <c>TrySnd</c> says that there is none; so nothing is lost, and a fast sender keeps to the pace of the
/// port. <see cref="Overflow"/> says what becomes of what can't wait: what <c>Snd</c> and calls send, and what comes
/// from other nodes.
/// </para>
/// <para>
/// Kills, monitors and what an asynchronous handler awaits are not counted, and always get through. The class must be
/// partial; classes derived from it have the same bound, unless they have one of their own.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PortAttribute : Attribute
{
    /// <summary>How many messages may wait: at least 1.</summary>
    public int Capacity { get; init; }

    /// <summary>What becomes of a message that can't wait when the queue is full. Default: it is let in.</summary>
    public PortOverflow Overflow { get; init; }
}
