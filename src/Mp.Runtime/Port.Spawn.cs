namespace Mp;

/// <content>Creating ports elsewhere, and being created from there.</content>
public abstract partial class Port
{
    /// <inheritdoc cref="Node.Spawn(PortId, string, ReadOnlySpan{object?})"/>
    protected PortId Spawn(PortId at, string name, params ReadOnlySpan<object?> arguments) =>
        Node.Spawn(at, name, arguments);

    /// <inheritdoc cref="Node.Spawn(string, string, ReadOnlySpan{object?})"/>
    protected PortId Spawn(string at, string name, params ReadOnlySpan<object?> arguments) =>
        Node.Spawn(at, name, arguments);

    /// <summary>
    /// Called once in a port that was created by <c>Spawn</c>, in its turn, before its first message. In the
    /// constructor it is no port yet; here <see cref="Self"/> is right, and it may send and monitor.
    /// </summary>
    /// <remarks>What it throws kills the port, with <c>die</c>.</remarks>
    protected internal virtual void OnSpawned()
    {
    }
}
