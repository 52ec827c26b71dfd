using Mp.Ports;

namespace Mp;

/// <content>What happens in this port's turn though others, or the time, set it off.</content>
public abstract partial class Port
{
    /// <summary>Calls back once, after some time, in this port's turn.</summary>
    /// <remarks>
    /// The time is that of <see cref="NodeOptions.TimeProvider"/>. What the callback throws kills the port, as in a
    /// handler.
    /// </remarks>
    /// <param name="delay">How long: 0 to 49 days.</param>
    /// <param name="callback">Called once, unless the port dies or the node ends before.</param>
    /// <inheritdoc cref="Node.After(TimeSpan, Action)" path="/returns"/>
    /// <inheritdoc cref="Node.After(TimeSpan, Action)" path="/exception"/>
    protected IDisposable After(TimeSpan delay, Action callback) => Node.AfterFrom(Cell, delay, callback);

    /// <summary>Sends this port a message once, after some time, unless the port dies before.</summary>
    /// <inheritdoc cref="After(TimeSpan, Action)" path="/returns"/>
    /// <inheritdoc cref="After(TimeSpan, Action)" path="/exception"/>
    /// <param name="delay">How long: 0 to 49 days. By the time of <see cref="NodeOptions.TimeProvider"/>.</param>
    /// <param name="tag">The first element.</param>
    /// <param name="elements">The elements after it.</param>
    protected IDisposable After(TimeSpan delay, string tag, params ReadOnlySpan<object?> elements) =>
        Node.AfterFrom(Cell, delay, Self, Message.Create([tag, .. elements]));

    /// <summary>Sends a message to a port once, after some time, unless this port dies before.</summary>
    /// <inheritdoc cref="Node.After(TimeSpan, PortId, ReadOnlySpan{object?})"/>
    protected IDisposable After(TimeSpan delay, PortId to, params ReadOnlySpan<object?> message) =>
        Node.AfterFrom(Cell, delay, to, Message.Create(message));

    /// <summary>Makes a callback run in this port's turn, whoever calls it, and on whichever thread.</summary>
    /// <remarks>
    /// <para>
    /// For callbacks of other libraries: what they call returns at once, and the callback runs later, in the order of
    /// the calls and of what is sent to the port, so it may touch the port's fields. What it throws kills the port, as
    /// in a handler. When the port is dead, nothing happens.
    /// </para>
    /// <code>watcher.Changed += Psub((object? sender, EventArgs change) => _changes++);</code>
    /// </remarks>
    /// <param name="callback">What is to run.</param>
    /// <returns>What to give to others.</returns>
    protected Action Psub(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        PortCell cell = Cell;
        return () => cell.Enqueue(new CallbackControl(callback));
    }

    /// <inheritdoc cref="Psub(Action)"/>
    protected Action<T> Psub<T>(Action<T> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        PortCell cell = Cell;
        return value => cell.Enqueue(new CallbackControl(() => callback(value)));
    }

    /// <inheritdoc cref="Psub(Action)"/>
    protected EventHandler<T> Psub<T>(Action<object?, T> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        PortCell cell = Cell;
        return (sender, value) => cell.Enqueue(new CallbackControl(() => callback(sender, value)));
    }
}
