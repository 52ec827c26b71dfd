using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Mp.CompilerServices;
using Mp.Ports;

namespace Mp;

/// <summary>
/// Something that messages can be sent to. Derive a <c>partial</c> class, mark its handlers with
/// <see cref="RcvAttribute"/>, and give an instance to <see cref="Node.CreatePort{TPort}(TPort)"/>.
/// </summary>
/// <remarks>
/// <para>
/// A port handles one message at a time, in the order of arrival; an asynchronous handler finishes before the next
/// message starts, and what it awaits continues in the port. So its fields need no lock. Different ports run in
/// parallel.
/// </para>
/// <para>It lives until it is killed, or until a handler throws.</para>
/// </remarks>
public abstract partial class Port
{
    /// <summary>The wildcard of patterns, in scope for <c>[Rcv]</c>.</summary>
    [SuppressMessage("Design", "CA1051", Justification = "A constant, so that it may stand in attributes.")]
    protected const Pattern Any = Pattern.Any;

    private PortCell? _cell;

    /// <summary>This port's ID. Of a handler's own port it is always right, after an <c>await</c> too.</summary>
    /// <exception cref="InvalidOperationException">No node has created this port yet.</exception>
    public PortId Self => Cell.CurrentId;

    /// <summary>The node that this port lives in.</summary>
    /// <exception cref="InvalidOperationException">No node has created this port yet.</exception>
    public Node Node
    {
        get => field ?? throw NotCreated();
        private set;
    }

    /// <summary>Which nodes may send to this port, kill it and watch it. Default: all.</summary>
    /// <remarks>
    /// <para>
    /// Asked for once, when the port is created. What another node sends, or wants killed, is dropped then, counted,
    /// logged and raised as <see cref="Node.Unmatched"/>, as <see cref="UnmatchedReason.Refused"/>; its monitors fire
    /// at once, and its calls fail, with the reason <c>refused</c>.
    /// </para>
    /// <para>
    /// A port that not all may send to is created by <see cref="Node.CreatePort{TPort}(TPort)"/>; <c>Spawn</c> makes
    /// none. The constructor or factory that <c>Spawn</c> names runs all the same: only its object shows who may.
    /// </para>
    /// <para>
    /// Who the sender is when a hidden node is on the way: see <see cref="Senders"/>.
    /// </para>
    /// </remarks>
    protected internal virtual Senders AllowedSenders => Senders.Any;

    /// <summary>Whether a node has created this port.</summary>
    internal bool IsCreated => _cell is not null;

    internal PortCell Cell => _cell ?? throw NotCreated();

    /// <summary>
    /// How many handlers the class has, with those it inherits: their numbers are below. Overridden by generated code.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual int HandlerCount => 0;

    /// <summary>The tags that the handlers ask for, if they are many. Overridden by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual TagTable? HandlerTags => null;

    /// <summary>How much may wait for a port of this class. Overridden by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual QueueBound QueueBound => default;

    /// <summary>Tries the handlers on a message of this process. Overridden by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void Match(MemoryMessage message, ref Dispatch dispatch)
    {
    }

    /// <summary>Tries the handlers on a message that came as bytes. Overridden by generated code.</summary>
    /// <remarks>Whoever is to have the message itself gets what <see cref="WireMessage.Keep"/> returns.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void Match(WireMessage message, ref Dispatch dispatch)
    {
    }

    /// <summary>Receives a message that no handler has matched. Overridden by generated code.</summary>
    /// <remarks>Unless it says <see cref="Dispatch.Match()"/>, the message is dropped and counted.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void MatchUnmatched(Message message, ref Dispatch dispatch)
    {
    }

    /// <summary>Removes a handler that is done. Overridden by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void RemoveHandler(int handler)
    {
    }

    /// <inheritdoc cref="Node.Kil(PortId, ReadOnlySpan{object?})"/>
    protected void Kil(PortId port, params ReadOnlySpan<object?> reason) => Node.Kil(port, reason);

    /// <summary>Asks to be told when a port dies; <paramref name="callback"/> runs in this port's turn.</summary>
    /// <inheritdoc cref="Node.Mon(PortId, Action{Reason})" path="/remarks"/>
    /// <inheritdoc cref="Node.Mon(PortId, Action{Reason})" path="/returns"/>
    /// <param name="port">The port to watch.</param>
    /// <param name="callback">Called once, with the reason.</param>
    protected IDisposable Mon(PortId port, Action<Reason> callback) => Node.MonFrom(Cell, port, callback);

    /// <summary>
    /// Links this port to another: when that one dies for a reason other than a normal one, this one does.
    /// </summary>
    /// <inheritdoc cref="Node.Mon(PortId, Action{Reason})" path="/returns"/>
    /// <param name="port">The port to watch.</param>
    protected IDisposable Mon(PortId port) => Node.Mon(port, Self);

    /// <inheritdoc cref="Node.Mon(PortId, PortId)"/>
    protected IDisposable Mon(PortId port, PortId linked) => Node.Mon(port, linked);

    /// <inheritdoc cref="Node.Mon(PortId, PortId, ReadOnlySpan{object?})"/>
    protected IDisposable Mon(PortId port, PortId target, params ReadOnlySpan<object?> message) =>
        Node.Mon(port, target, message);

    /// <summary>Makes this object a port of a node.</summary>
    /// <exception cref="InvalidOperationException">It is one already.</exception>
    internal PortCell Attach(Node node, NodeIdentity identity)
    {
        var cell = new PortCell(this, identity);
        if (Interlocked.CompareExchange(ref _cell, cell, null) is not null)
        {
            throw IsPortAlready();
        }

        Node = node;
        return cell;
    }

    /// <summary>Makes this object the port of a cell that has none.</summary>
    /// <exception cref="InvalidOperationException">It is one already.</exception>
    internal void Attach(Node node, PortCell cell)
    {
        if (Interlocked.CompareExchange(ref _cell, cell, null) is not null)
        {
            throw IsPortAlready();
        }

        Node = node;
        cell.Occupy(this);
    }

    /// <summary>Called once, when the port has died, in its last turn.</summary>
    internal virtual void OnDied(Reason reason)
    {
    }

    private InvalidOperationException IsPortAlready() =>
        new($"This '{GetType().Name}' is a port already; one object is one port. Create another one.");

    private InvalidOperationException NotCreated() =>
        new($"This '{GetType().Name}' is no port yet; give it to Node.CreatePort first. What a port that is "
            + $"spawned sends or watches from the beginning belongs into {nameof(OnSpawned)}, not its constructor.");
}
