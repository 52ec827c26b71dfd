namespace Mp;

/// <content>Ports and functions that other nodes may ask for by a name.</content>
public sealed partial class Node
{
    /// <summary>Has a node create a port, and returns its ID at once.</summary>
    /// <remarks>
    /// <para>
    /// The ID is right as soon as this returns: what is sent to it, and monitors of it, come after the request. If the
    /// node knows no such name, the arguments do not fit, or the constructor throws, the port never exists, and a
    /// monitor fires with <c>no_such_port</c>; if the node can't be reached, with <c>transport_error</c>, and then the
    /// port is not created later.
    /// </para>
    /// <para>
    /// A name is that of a class marked <see cref="SpawnAttribute"/> in a program that the node runs in, or one that
    /// was given to <see cref="RegisterSpawn"/> there. Nothing else can be created.
    /// </para>
    /// </remarks>
    /// <param name="at">The node, or any of its ports: its own, of this process, too.</param>
    /// <param name="name">The name, as <c>chat.session</c>.</param>
    /// <param name="arguments">What the constructor's parameters bind to.</param>
    /// <inheritdoc cref="Snd(PortId, string)" path="/exception"/>
    public PortId Spawn(PortId at, string name, params ReadOnlySpan<object?> arguments) =>
        _router.Spawn(at, name, arguments);

    /// <inheritdoc cref="Spawn(PortId, string, ReadOnlySpan{object?})"/>
    /// <exception cref="FormatException"><paramref name="at"/> is no ID of a node or port.</exception>
    public PortId Spawn(string at, string name, params ReadOnlySpan<object?> arguments) =>
        _router.Spawn(PortId.Parse(at), name, arguments);

    /// <summary>Registers what makes the ports that are asked for under a name, by this process or by others.</summary>
    /// <remarks>
    /// Replaces what had the name at this node. It is called in the new port's turn, so what it does is in no other
    /// port's way; what it throws is logged, and the port never exists.
    /// </remarks>
    /// <param name="name">The name: 1 to 255 bytes in UTF-8.</param>
    /// <param name="factory">
    /// Makes the port: a new object, or <see langword="null"/> if there is to be none. Not one that is a port already.
    /// </param>
    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public void RegisterSpawn(string name, Func<SpawnRequest, Port?> factory) => _router.RegisterSpawn(name, factory);

    /// <summary>Registers a function that others may call: a message to the node's own port with its name.</summary>
    /// <remarks>
    /// <para>
    /// <c>node.Snd("other-node#", "statistics", reply)</c> calls the function <c>statistics</c> there. Nothing is
    /// answered unless the function sends it. Functions of one node run one at a time, in the order of the calls.
    /// </para>
    /// <para>Replaces the function of that name. What a function throws is logged.</para>
    /// </remarks>
    /// <param name="name">The name: 1 to 255 bytes in UTF-8, and not one of the requests of a node.</param>
    /// <param name="function">The function.</param>
    /// <exception cref="ArgumentException">The name is empty, too long, or that of a request.</exception>
    public void RegisterFunction(string name, Action<FunctionCall> function) =>
        _router.RegisterFunction(name, function);
}
