using Mp.Ports;

namespace Mp;

/// <content>What happens after some time.</content>
public sealed partial class Node
{
    /// <summary>Calls back once, after some time, on a thread of the node's scheduler.</summary>
    /// <remarks>By the time of <see cref="NodeOptions.TimeProvider"/>. What the callback throws is logged.</remarks>
    /// <param name="delay">How long: 0 to 49 days.</param>
    /// <param name="callback">Called once, unless the node ends before.</param>
    /// <returns>Calls it off when disposed: what has not begun by then never will.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative or too long.</exception>
    /// <exception cref="ObjectDisposedException">The node has ended.</exception>
    public IDisposable After(TimeSpan delay, Action callback) => AfterFrom(null, delay, callback);

    /// <summary>Sends a message to a port once, after some time.</summary>
    /// <remarks>
    /// The time is that of <see cref="NodeOptions.TimeProvider"/>. What is wrong with the message shows when it is
    /// sent, and is logged.
    /// </remarks>
    /// <inheritdoc cref="After(TimeSpan, Action)"/>
    /// <param name="delay">How long: 0 to 49 days.</param>
    /// <param name="to">The port.</param>
    /// <param name="message">The elements of the message.</param>
    public IDisposable After(TimeSpan delay, PortId to, params ReadOnlySpan<object?> message) =>
        AfterFrom(null, delay, to, Message.Create(message));

    /// <summary>A callback that is called off when a port dies, and runs in its turn.</summary>
    internal IDisposable AfterFrom(PortCell? owner, TimeSpan delay, Action callback) =>
        _delays.Call(owner, delay, callback);

    /// <summary>A message that is called off when a port dies.</summary>
    internal IDisposable AfterFrom(PortCell? owner, TimeSpan delay, PortId to, Message message) =>
        _delays.Send(owner, delay, to, message);
}
