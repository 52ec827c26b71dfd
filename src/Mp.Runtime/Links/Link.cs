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
internal sealed partial class Link(string ownId, string peerId, LinkLimits limits, QueueBudget budget)
{
    // So many sweeps in a row must find a link idle before it is forgotten: making one anew costs more than keeping it.
    private const int SweepsBeforeRetiring = 10;

    // The empty message, which means nothing: a heartbeat.
    private static ReadOnlySpan<byte> Heartbeat => [0x90];

    private readonly Lock _gate = new();
    private readonly PendingMessages _pending = new(limits);
    private readonly OutgoingBytes _outgoing = new();
    private LinkState _state;
    private bool _isRetired;
    private IFrameWriter? _frames;
    private ILinkConnection? _connection;
    private TaskCompletionSource? _written;
    private TaskCompletionSource? _room;
    private TaskCompletionSource? _over;
    private Task _formerQuiet = Task.CompletedTask;

    // What the node's budget was told of.
    private int _accountedBytes;

    // A message was lost, and nobody has been told yet: there is no connection before that.
    private bool _hasOverflowed;

    // The attempt that somebody began to dial for, and dials for all that came after it until there is a connection.
    private int _dialledFor;
    private bool _isDialled;

    private int _idleSweeps;

    /// <summary>Whether it is forgotten, and another one is to be asked for in its place.</summary>
    public bool IsRetired => Volatile.Read(ref _isRetired);

    /// <summary>The other node's ID.</summary>
    public string PeerId => peerId;

    /// <summary>How many times the link began to connect: tells one attempt from a later one.</summary>
    public int Attempt { get; private set; }

    /// <summary>The connection, while there is one.</summary>
    public ILinkConnection? Connection => Volatile.Read(ref _connection);

    /// <summary>How many bytes wait to be written, those that are being written included.</summary>
    public int QueuedBytes
    {
        get
        {
            lock (_gate)
            {
                return _outgoing.Count;
            }
        }
    }

    /// <summary>Sends a message.</summary>
    /// <param name="message">The port name and the elements, as one MessagePack array. Empty if it was taken.</param>
    /// <exception cref="MessageEncodingException">The peer's framing can't express it. Nothing was sent.</exception>
    public LinkAction Send(EncodedMessage message)
    {
        lock (_gate)
        {
            return Append(message);
        }
    }

    /// <summary>Sends a message unless more waits than the soft limit allows.</summary>
    /// <inheritdoc cref="Send(EncodedMessage)"/>
    public LinkAction TrySend(EncodedMessage message)
    {
        lock (_gate)
        {
            return HasRoomFor(message.Length) ? Append(message) : LinkAction.NoRoom;
        }
    }

    /// <summary>Completes when there may be room below the soft limit for so many bytes more.</summary>
    /// <remarks>It completes under the link's lock: what comes after it must only be scheduled.</remarks>
    public Task WhenRoom(int bytes)
    {
        lock (_gate)
        {
            return HasRoomFor(bytes) ? Task.CompletedTask : (_room ??= new TaskCompletionSource()).Task;
        }
    }

    /// <summary>Shows the peer that this node lives, unless something is on its way to it anyhow.</summary>
    public LinkAction SendHeartbeat(ILinkConnection connection)
    {
        lock (_gate)
        {
            return _connection == connection && !_outgoing.IsFlushing ? Append(Heartbeat) : LinkAction.None;
        }
    }

    /// <summary>Sends a message over the connection of one epoch, and over no other.</summary>
    /// <inheritdoc cref="Send(EncodedMessage)" path="/exception"/>
    /// <param name="connection">The connection.</param>
    /// <param name="body">The port name and the elements, as one MessagePack array.</param>
    public LinkAction SendOver(ILinkConnection connection, ReadOnlySpan<byte> body)
    {
        lock (_gate)
        {
            return _connection == connection ? Append(body) : LinkAction.None;
        }
    }

    /// <summary>Sends a message over the connection of one epoch, unless that would be more than may wait.</summary>
    /// <inheritdoc cref="SendOver"/>
    public LinkAction TrySendOver(ILinkConnection connection, ReadOnlySpan<byte> body)
    {
        lock (_gate)
        {
            // As much again for what a framing makes of it.
            bool fits = _outgoing.Count == 0 || _outgoing.Count + (2 * body.Length) <= limits.MaxQueuedBytes;
            return _connection == connection && fits ? Append(body) : LinkAction.None;
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
            Account();
            if (_outgoing.Count <= limits.SoftQueuedBytes)
            {
                Complete(ref _room);
            }

            if (bytes.IsEmpty)
            {
                Complete(ref _written);
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

    /// <summary>Gives up an attempt to connect for which more waited than the limits allow.</summary>
    /// <returns>What is to be told, before <see cref="Ended"/> is called; nothing if it is over already.</returns>
    public EpochEnd? GiveUpLost()
    {
        lock (_gate)
        {
            return _state == LinkState.Connecting && _hasOverflowed ? End() : null;
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

    /// <summary>
    /// Completes when nothing of the connections before is being delivered any more: nothing of the present one may be
    /// delivered sooner, or what came before would come after it.
    /// </summary>
    public Task FormerQuiet
    {
        get
        {
            lock (_gate)
            {
                return _formerQuiet;
            }
        }
    }

    /// <summary>Everybody was told of the end of an epoch; the next one may begin.</summary>
    /// <remarks>
    /// Who waits for it is told under the link's lock: what comes after it must only be scheduled.
    /// </remarks>
    /// <param name="quiet">Completes when nothing of its connection is being delivered any more.</param>
    public LinkAction Ended(Task? quiet = null)
    {
        lock (_gate)
        {
            quiet ??= Task.CompletedTask;
            _formerQuiet = _formerQuiet.IsCompleted ? quiet : Task.WhenAll(_formerQuiet, quiet);
            Complete(ref _over);
            _state = LinkState.Idle;
            if (_pending.Count == 0 && !_hasOverflowed)
            {
                return LinkAction.None;
            }

            return _hasOverflowed ? BeginLostAttempt() : BeginAttempt();
        }
    }

    /// <summary>Forgets the link if nobody has wanted anything of it for a while. To be called now and then.</summary>
    /// <returns>Whether it is forgotten; it will do nothing more then.</returns>
    public bool TryRetire()
    {
        lock (_gate)
        {
            // Of what is still being delivered a link that takes its place would not know.
            bool isIdle = _state == LinkState.Idle
                && _authenticating is null
                && _monitors.Count == 0
                && _formerQuiet.IsCompleted;
            _idleSweeps = isIdle ? _idleSweeps + 1 : 0;
            if (_idleSweeps < SweepsBeforeRetiring)
            {
                return false;
            }

            _state = LinkState.Retired;
            Volatile.Write(ref _isRetired, true);
            return true;
        }
    }

    private static void Complete(ref TaskCompletionSource? source)
    {
        source?.SetResult();
        source = null;
    }

    // Whoever can wait for room never ends the link with a long message.
    private bool HasRoomFor(int bytes) => _state != LinkState.Up
        ? _pending.HasRoomFor(bytes)
        : _outgoing.Count == 0
            || (_outgoing.Count <= limits.SoftQueuedBytes && bytes <= limits.MaxQueuedBytes - _outgoing.Count);

    private LinkAction Append(ReadOnlySpan<byte> body)
    {
        if (_state != LinkState.Up)
        {
            return Wait(body);
        }

        bool isAlone = _outgoing.Count == 0;
        _frames!.Write(body, _outgoing);
        return Appended(isAlone);
    }

    private LinkAction Append(EncodedMessage message)
    {
        if (_state != LinkState.Up || !message.IsLong || !_frames!.TryWriteHead(message.Bytes, message.Head))
        {
            return Append(message.Bytes);
        }

        bool isAlone = _outgoing.Count == 0;
        _outgoing.Add(message.Take());
        return Appended(isAlone);
    }

    private LinkAction Appended(bool isAlone)
    {
        // One message may always go: how long it may be is another limit.
        if (!isAlone && _outgoing.Count > limits.MaxQueuedBytes)
        {
            return LinkAction.Overflow(_connection);
        }

        bool isFlushing = _outgoing.IsFlushing;
        _outgoing.IsFlushing = true;
        if (_outgoing.Count > _accountedBytes && !Account())
        {
            return LinkAction.OverBudget(isFlushing ? null : _connection);
        }

        return isFlushing ? LinkAction.None : LinkAction.Flush(_connection!);
    }

    private LinkAction Wait(ReadOnlySpan<byte> body)
    {
        if (_state == LinkState.Retired)
        {
            return LinkAction.Retired;
        }

        bool isWaiting = _pending.TryAdd(body);
        _hasOverflowed |= !isWaiting;
        return _state switch
        {
            LinkState.Ending => LinkAction.None,
            LinkState.Idle => isWaiting ? BeginAttempt() : BeginLostAttempt(),
            _ => isWaiting ? LinkAction.None : LinkAction.Overflow(null),
        };
    }

    // Tells the node's budget of what waits here, in whole steps. Returns whether there is still room in it.
    private bool Account()
    {
        int steps = (_outgoing.Count + QueueBudget.StepBytes - 1) / QueueBudget.StepBytes;
        int change = (steps * QueueBudget.StepBytes) - _accountedBytes;
        _accountedBytes += change;
        return change == 0 || budget.TryChange(change) || change < 0;
    }

    private EpochEnd End()
    {
        var end = new EpochEnd(_monitors.TakeAll(), [.. _watches.Values], _connection, _pending.Clear());
        _watches.Clear();
        _outgoing.Reset();
        Account();
        Complete(ref _written);
        Complete(ref _room);
        _challenge?.Settle(lives: false);
        _challenge = null;
        _frames = null;
        _connection = null;
        _authenticating = null;
        _hasOverflowed = false;
        _state = LinkState.Ending;
        return end;
    }
}
