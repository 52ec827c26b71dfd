using Mp.Monitoring;
using Mp.Wire;

namespace Mp.Links;

/// <summary>
/// What goes to one other node, and who watches whom across. A state machine: no I/O, no clock, no thread.
/// </summary>
/// <remarks>
/// <para>
/// Everything that goes to the node (messages, monitors, kills) enters under one lock, so that it leaves in the order
/// of the calls. Whatever is dropped ends the epoch, and the end of an epoch fires every monitor: nothing is lost
/// silently.
/// </para>
/// <para>No method calls out; each returns what the caller is to do.</para>
/// </remarks>
internal sealed class Link(string ownId, string peerId, LinkLimits limits)
{
    private readonly Lock _gate = new();
    private readonly PendingMessages _pending = new(limits);
    private readonly OutgoingBytes _outgoing = new();
    private readonly RemoteMonitors _monitors = new();
    private readonly Dictionary<string, PortMonitor> _watches = new(StringComparer.Ordinal);
    private LinkState _state;
    private IFrameWriter? _frames;
    private ILinkConnection? _connection;

    // A connection of ours on which our authentication has gone out: the peer may complete it any moment.
    private ILinkConnection? _authenticating;

    private TaskCompletionSource? _written;

    // A message was lost, and nobody has been told yet: there is no connection before that.
    private bool _hasOverflowed;

    /// <summary>The other node's ID.</summary>
    public string PeerId => peerId;

    /// <summary>How many times the link began to connect: tells one attempt from a later one.</summary>
    public int Attempt { get; private set; }

    /// <summary>The connection, while there is one.</summary>
    public ILinkConnection? Connection => Volatile.Read(ref _connection);

    /// <summary>Sends a message.</summary>
    /// <param name="body">The port name and the elements, as one MessagePack array.</param>
    /// <exception cref="MessageEncodingException">The peer's framing can't express it. Nothing was sent.</exception>
    public LinkAction Send(ReadOnlySpan<byte> body)
    {
        lock (_gate)
        {
            return Append(body);
        }
    }

    /// <summary>Sets a monitor on a port of the other node; an empty name watches the link itself.</summary>
    /// <param name="portName">The port's name.</param>
    /// <param name="monitor">The monitor.</param>
    /// <param name="request">The request to the other node, sent if this is the first monitor on the port.</param>
    public LinkAction AddMonitor(string portName, PortMonitor monitor, ReadOnlySpan<byte> request)
    {
        lock (_gate)
        {
            return _monitors.Add(portName, monitor) && portName.Length > 0 ? Append(request) : LinkAction.None;
        }
    }

    /// <summary>Withdraws a monitor.</summary>
    /// <param name="portName">The port's name.</param>
    /// <param name="monitor">The monitor.</param>
    /// <param name="request">The request to the other node, sent if this was the last monitor on the port.</param>
    public LinkAction RemoveMonitor(string portName, PortMonitor monitor, ReadOnlySpan<byte> request)
    {
        lock (_gate)
        {
            // An idle link has nothing to take back: the other node forgot everything with the last epoch.
            return _monitors.Remove(portName, monitor) && portName.Length > 0 && _state != LinkState.Idle
                ? Append(request)
                : LinkAction.None;
        }
    }

    /// <summary>The other node says that a port of its has died.</summary>
    /// <returns>The monitors to fire.</returns>
    public IReadOnlyList<PortMonitor> TakeMonitors(string portName)
    {
        lock (_gate)
        {
            return _monitors.Take(portName);
        }
    }

    /// <summary>The other node wants to know of the death of a port of this one.</summary>
    /// <returns><see langword="false"/> if it asked before, or the connection is gone.</returns>
    public bool TryAddWatch(string portName, PortMonitor watch)
    {
        lock (_gate)
        {
            return _state == LinkState.Up && _watches.TryAdd(portName, watch);
        }
    }

    /// <summary>The other node no longer wants to know.</summary>
    /// <returns>The watch to dispose, if there was one.</returns>
    public PortMonitor? TakeWatch(string portName)
    {
        lock (_gate)
        {
            return _watches.Remove(portName, out PortMonitor? watch) ? watch : null;
        }
    }

    /// <summary>
    /// A watched port of this node has died: tells the other node, unless it no longer wants to know.
    /// </summary>
    /// <exception cref="MessageEncodingException">The peer's framing can't express the notice. The watch is still
    /// there.</exception>
    public LinkAction SendDeath(string portName, PortMonitor watch, ReadOnlySpan<byte> notice)
    {
        lock (_gate)
        {
            if (!_watches.TryGetValue(portName, out PortMonitor? current) || current != watch)
            {
                return LinkAction.None;
            }

            // Appended first: if it can't be expressed, the caller tries again with what can.
            LinkAction action = Append(notice);
            _watches.Remove(portName);
            return action;
        }
    }

    /// <summary>Our authentication is about to go out on a connection that we dialled.</summary>
    /// <returns>
    /// <see langword="false"/> if there is a connection by now, or may be one any moment; this one is to be closed.
    /// </returns>
    public bool TryBeginAuthentication(ILinkConnection connection)
    {
        lock (_gate)
        {
            if (_authenticating is not null || _state is LinkState.Up or LinkState.Ending)
            {
                return false;
            }

            _authenticating = connection;
            return true;
        }
    }

    /// <summary>A connection that we dialled has failed.</summary>
    public void EndAuthentication(ILinkConnection connection)
    {
        lock (_gate)
        {
            if (_authenticating == connection)
            {
                _authenticating = null;
            }
        }
    }

    /// <summary>The peer has completed a connection that we dialled: it is the link's from now on.</summary>
    /// <returns><see langword="false"/> if another one came first; this one is to be closed.</returns>
    /// <exception cref="MessageEncodingException">What waits can't be expressed in the peer's framing.</exception>
    public bool TryComplete(ILinkConnection connection, IFrameWriter frames)
    {
        lock (_gate)
        {
            return _authenticating == connection && TryAttach(connection, frames);
        }
    }

    /// <summary>
    /// A genuine peer has dialled us: takes the connection, unless there is one, or ours has precedence.
    /// </summary>
    /// <remarks>
    /// When both dial at once, the connection that the node with the smaller ID dialled survives, on both sides. The
    /// peer completes ours only while it has not let us complete its own, so exactly one is left and nothing was sent
    /// on the other.
    /// </remarks>
    /// <returns><see langword="false"/> if the connection is to be closed.</returns>
    /// <exception cref="MessageEncodingException">What waits can't be expressed in the peer's framing.</exception>
    public bool TryAccept(ILinkConnection connection, IFrameWriter frames)
    {
        lock (_gate)
        {
            bool oursHasPrecedence = _authenticating is not null && string.CompareOrdinal(ownId, peerId) < 0;
            return !oursHasPrecedence && TryAttach(connection, frames);
        }
    }

    /// <summary>Whether the link still wants what an attempt to connect is for.</summary>
    public bool IsConnecting(int attempt)
    {
        lock (_gate)
        {
            return _state == LinkState.Connecting && Attempt == attempt;
        }
    }

    /// <summary>
    /// Completes when nothing waits any more, for a connection or to be written to it, or when that is lost.
    /// </summary>
    /// <remarks>It completes under the link's lock: what comes after it must only be scheduled.</remarks>
    public Task WhenWritten()
    {
        lock (_gate)
        {
            return _outgoing.IsFlushing || _pending.Count > 0
                ? (_written ??= new TaskCompletionSource()).Task
                : Task.CompletedTask;
        }
    }

    /// <summary>Takes what is to be written to the connection; empty if there is nothing more for now.</summary>
    public ReadOnlyMemory<byte> TakeOutgoing(ILinkConnection connection)
    {
        lock (_gate)
        {
            if (_connection != connection)
            {
                return default;
            }

            ReadOnlyMemory<byte> bytes = _outgoing.Take();
            if (bytes.IsEmpty)
            {
                _written?.SetResult();
                _written = null;
            }

            return bytes;
        }
    }

    /// <summary>Ends the epoch, if it is still the one of <paramref name="connection"/>.</summary>
    /// <returns>What is to be told and closed, before <see cref="Ended"/> is called; nothing if it is over
    /// already.</returns>
    public EpochEnd? End(ILinkConnection connection)
    {
        lock (_gate)
        {
            return _connection == connection ? End() : null;
        }
    }

    /// <summary>Gives up an attempt to connect, if the link still waits for it.</summary>
    /// <returns>What is to be told, before <see cref="Ended"/> is called; nothing if it is over already.</returns>
    public EpochEnd? GiveUp(int attempt)
    {
        lock (_gate)
        {
            return _state == LinkState.Connecting && Attempt == attempt ? End() : null;
        }
    }

    /// <summary>Everybody was told of the end of an epoch; the next one may begin.</summary>
    public LinkAction Ended()
    {
        lock (_gate)
        {
            _state = LinkState.Idle;
            if (_pending.Count == 0 && !_hasOverflowed)
            {
                return LinkAction.None;
            }

            BeginAttempt();
            return _hasOverflowed ? LinkAction.Overflow(null) : LinkAction.Connect;
        }
    }

    private bool TryAttach(ILinkConnection connection, IFrameWriter frames)
    {
        if (_hasOverflowed || _state is LinkState.Up or LinkState.Ending)
        {
            return false;
        }

        try
        {
            _pending.DrainTo(body => frames.Write(body.Span, _outgoing.Writer));
        }
        catch
        {
            // Those before it still wait, and must not go out twice.
            _outgoing.Reset();
            throw;
        }

        _authenticating = null;
        _frames = frames;
        _connection = connection;
        _state = LinkState.Up;

        // Until the connection says that it can write, nobody needs to tell it to.
        _outgoing.IsFlushing = true;
        return true;
    }

    private LinkAction Append(ReadOnlySpan<byte> body)
    {
        if (_state != LinkState.Up)
        {
            return Wait(body);
        }

        // One message may always go: how long it may be is another limit.
        bool isAlone = _outgoing.Count == 0;
        _frames!.Write(body, _outgoing.Writer);
        if (!isAlone && _outgoing.Count > limits.MaxQueuedBytes)
        {
            return LinkAction.Overflow(_connection);
        }

        if (_outgoing.IsFlushing)
        {
            return LinkAction.None;
        }

        _outgoing.IsFlushing = true;
        return LinkAction.Flush(_connection!);
    }

    private LinkAction Wait(ReadOnlySpan<byte> body)
    {
        bool isWaiting = _pending.TryAdd(body);
        _hasOverflowed |= !isWaiting;
        if (_state == LinkState.Ending)
        {
            return LinkAction.None;
        }

        LinkAction action = LinkAction.None;
        if (_state == LinkState.Idle)
        {
            BeginAttempt();
            action = LinkAction.Connect;
        }

        return isWaiting ? action : LinkAction.Overflow(null);
    }

    private void BeginAttempt()
    {
        _state = LinkState.Connecting;
        Attempt++;
    }

    private EpochEnd End()
    {
        var end = new EpochEnd(_monitors.TakeAll(), [.. _watches.Values], _connection, _pending.Clear());
        _watches.Clear();
        _outgoing.Reset();
        _written?.SetResult();
        _written = null;
        _frames = null;
        _connection = null;
        _authenticating = null;
        _hasOverflowed = false;
        _state = LinkState.Ending;
        return end;
    }
}
