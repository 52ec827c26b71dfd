using Mp.CompilerServices;

namespace Mp.Ports;

/// <summary>How much room there is in the queue of a port that has a bound.</summary>
internal sealed class PortRoom
{
    private readonly int _capacity;
    private readonly Lock _gate = new();
    private TaskCompletionSource? _freed;
    private int _taken;

    private PortRoom(QueueBound bound)
    {
        _capacity = bound.Capacity;
        Overflow = bound.Overflow;
    }

    /// <summary>What becomes of a message that can't wait when there is none.</summary>
    public PortOverflow Overflow { get; }

    /// <summary>Whether the port is to die, and a kill is in its queue already.</summary>
    public bool IsKilled { get; set; }

    /// <summary>Why it is to die.</summary>
    public Reason Reason => new("overflow", $"more than {_capacity} messages waited for the port");

    private bool IsFull => Volatile.Read(ref _taken) >= _capacity;

    /// <summary>The room of a port; nothing if it has no bound.</summary>
    public static PortRoom? Of(QueueBound bound) => bound.Capacity > 0 ? new PortRoom(bound) : null;

    /// <summary>Takes a place.</summary>
    /// <returns><see langword="false"/> if there is none.</returns>
    public bool TryTake()
    {
        int taken = Volatile.Read(ref _taken);
        while (taken < _capacity)
        {
            int seen = Interlocked.CompareExchange(ref _taken, taken + 1, taken);
            if (seen == taken)
            {
                return true;
            }

            taken = seen;
        }

        return false;
    }

    /// <summary>Takes a place, even if there is none.</summary>
    public void Take() => Interlocked.Increment(ref _taken);

    /// <summary>Gives a place back.</summary>
    public void Free()
    {
        // What was sent to a port before it was made has taken none.
        if (Interlocked.Decrement(ref _taken) < 0)
        {
            Interlocked.Increment(ref _taken);
        }

        if (Volatile.Read(ref _freed) is not null && !IsFull)
        {
            TellOfRoom();
        }
    }

    /// <summary>Completes when there may be room. What comes after it must only be scheduled.</summary>
    public Task WhenFree()
    {
        Task freed;
        lock (_gate)
        {
            freed = (_freed ??= new TaskCompletionSource()).Task;
        }

        // Whoever gives a place back from now on sees that somebody waits; who did before may not have.
        Interlocked.MemoryBarrier();
        if (!IsFull)
        {
            TellOfRoom();
        }

        return freed;
    }

    private void TellOfRoom()
    {
        TaskCompletionSource? freed;
        lock (_gate)
        {
            freed = _freed;
            _freed = null;
        }

        freed?.SetResult();
    }
}
