using Mp.Monitoring;

namespace Mp.Ports;

/// <summary>
/// What most ports never need, and so is made only when it is: a name, watchers, asynchronous handlers.
/// </summary>
internal sealed class PortExtension(PortCell cell)
{
    // What arrived while the port waits, oldest first.
    private Message? _deferredFirst;
    private Message? _deferredLast;
    private int _deferredCount;

    /// <summary>
    /// Guards <see cref="Name"/>, <see cref="Alias"/>, <see cref="IsRegistered"/> and <see cref="Monitors"/>.
    /// </summary>
    public Lock Gate { get; } = new();

    /// <summary>Whether the port was ever to be registered under a well-known name.</summary>
    public bool IsRegistered { get; set; }

    /// <summary>The port's name, once its ID was written out.</summary>
    public string? Name { get; set; }

    /// <summary>The port's address under the node's present identity, if it was created under an earlier one.</summary>
    public LocalAlias? Alias { get; set; }

    /// <summary>Who wants to know of the port's death.</summary>
    public PortMonitors Monitors { get; } = new();

    /// <summary>The context of its asynchronous handlers.</summary>
    public PortContext Context { get; } = new(cell);

    /// <summary>The handler that the port waits for. Only touched in the port's turn.</summary>
    public SuspendedHandler? Suspended { get; set; }

    /// <summary>
    /// Whether the port waits for a handler, or has not caught up since. Only touched in the port's turn.
    /// </summary>
    public bool IsHeldUp => Suspended is not null || _deferredFirst is not null;

    /// <summary>Puts aside a message that arrived while the port waits. Only in the port's turn.</summary>
    /// <returns>How many there are.</returns>
    public int Defer(Message message)
    {
        if (_deferredLast is null)
        {
            _deferredFirst = message;
        }
        else
        {
            _deferredLast.Next = message;
        }

        _deferredLast = message;
        return ++_deferredCount;
    }

    /// <summary>
    /// Puts messages in front of those that were put aside, where they came from. Only in the port's turn.
    /// </summary>
    /// <param name="oldest">A chain, the oldest first.</param>
    /// <returns><see langword="false"/> if nothing is aside: they have to go on waiting in the queue.</returns>
    public bool TryPutBack(Message oldest)
    {
        if (_deferredFirst is null)
        {
            return false;
        }

        Message last = oldest;
        for (_deferredCount++; last.Next is not null; last = last.Next)
        {
            _deferredCount++;
        }

        last.Next = _deferredFirst;
        _deferredFirst = oldest;
        return true;
    }

    /// <summary>The oldest message that was put aside, if any. Only in the port's turn.</summary>
    public Message? TakeDeferred()
    {
        Message? oldest = _deferredFirst;
        if (oldest is not null)
        {
            _deferredFirst = oldest.Next;
            _deferredLast = _deferredFirst is null ? null : _deferredLast;
            oldest.Next = null;
            _deferredCount--;
        }

        return oldest;
    }

    /// <summary>All that was put aside, chained, the oldest first. Only in the port's turn.</summary>
    public Message? TakeAllDeferred()
    {
        Message? oldest = _deferredFirst;
        _deferredFirst = _deferredLast = null;
        _deferredCount = 0;
        return oldest;
    }
}
