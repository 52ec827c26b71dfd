namespace Mp.Scheduling;

/// <summary>
/// A queue that one thread, its owner, adds to and takes the newest from, while others take the oldest.
/// </summary>
/// <remarks>
/// Source: D. Chase and Y. Lev, "Dynamic Circular Work-Stealing Deque", 2005. Only the last item is ever contended for,
/// so the owner pays one interlocked operation to take, and none to add.
/// </remarks>
internal sealed class WorkStealingQueue
{
    private const int FirstCapacity = 64;

    // A power of two long. Item number n is at n modulo the length.
    private IThreadPoolWorkItem?[] _items = new IThreadPoolWorkItem?[FirstCapacity];

    // The number of the oldest item; whoever takes it moves it on. It never goes back.
    private long _oldest;

    // The number that the next item gets. Only the owner writes it.
    private long _end;

    /// <summary>Whether there was nothing in it a moment ago.</summary>
    public bool IsEmpty => Volatile.Read(ref _oldest) >= Volatile.Read(ref _end);

    /// <summary>Adds an item, as the newest. For the owner.</summary>
    public void Push(IThreadPoolWorkItem item)
    {
        long end = _end;
        IThreadPoolWorkItem?[] items = _items;
        long oldest = Volatile.Read(ref _oldest);
        if (end - oldest >= items.Length)
        {
            items = Grow(items, oldest, end);
        }

        Volatile.Write(ref items[end & (items.Length - 1)], item);
        Volatile.Write(ref _end, end + 1);
    }

    /// <summary>Takes the newest item, if there is one. For the owner.</summary>
    public IThreadPoolWorkItem? Pop()
    {
        long newest = _end - 1;
        if (newest < Volatile.Read(ref _oldest))
        {
            return null;
        }

        // Claimed before it is looked whether somebody else came first.
        Interlocked.Exchange(ref _end, newest);
        long oldest = Volatile.Read(ref _oldest);
        IThreadPoolWorkItem?[] items = _items;
        long index = newest & (items.Length - 1);
        if (oldest < newest)
        {
            IThreadPoolWorkItem? item = items[index];
            items[index] = null;
            return item;
        }

        // The last one, or none: whoever moves the number of the oldest on has it.
        bool isOurs = oldest == newest && Interlocked.CompareExchange(ref _oldest, oldest + 1, oldest) == oldest;
        IThreadPoolWorkItem? last = isOurs ? items[index] : null;
        if (isOurs)
        {
            items[index] = null;
        }

        Volatile.Write(ref _end, newest + 1);
        return last;
    }

    /// <summary>Takes the oldest item, from any thread; nothing if there is none, or others were quicker.</summary>
    public IThreadPoolWorkItem? Steal()
    {
        long oldest = Volatile.Read(ref _oldest);
        Interlocked.MemoryBarrier();
        if (oldest >= Volatile.Read(ref _end))
        {
            return null;
        }

        // Read after the end, so that it is an array which has the item.
        IThreadPoolWorkItem?[] items = Volatile.Read(ref _items);
        ref IThreadPoolWorkItem? place = ref items[oldest & (items.Length - 1)];
        IThreadPoolWorkItem? item = Volatile.Read(ref place);
        if (Interlocked.CompareExchange(ref _oldest, oldest + 1, oldest) != oldest)
        {
            return null;
        }

        // So that the queue keeps nothing alive. The owner may have put another item there by now, but never this one:
        // nobody adds an item again that has not run yet.
        Interlocked.CompareExchange(ref place, null, item);
        return item;
    }

    private IThreadPoolWorkItem?[] Grow(IThreadPoolWorkItem?[] items, long oldest, long end)
    {
        var larger = new IThreadPoolWorkItem?[items.Length * 2];
        for (long number = oldest; number < end; number++)
        {
            larger[number & (larger.Length - 1)] = Volatile.Read(ref items[number & (items.Length - 1)]);
        }

        Volatile.Write(ref _items, larger);
        return larger;
    }
}
