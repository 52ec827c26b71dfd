namespace Mp.Monitoring;

/// <summary>
/// Monitors in the order in which they were set. However many there are, one is taken off at once: calls set and
/// withdraw one each. Not safe for concurrent calls: its owner holds a lock.
/// </summary>
internal sealed class MonitorList
{
    private PortMonitor? _first;
    private PortMonitor? _last;

    /// <summary>
    /// Under which number the other node was asked, if the port is there: its answer to an earlier one is another's.
    /// </summary>
    public long Registration { get; init; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Puts a monitor at the end. It must be in no list.</summary>
    public void Add(PortMonitor monitor)
    {
        monitor.List = this;
        monitor.Previous = _last;
        if (_last is null)
        {
            _first = monitor;
        }
        else
        {
            _last.Next = monitor;
        }

        _last = monitor;
        Count++;
    }

    /// <summary>Takes a monitor off the list.</summary>
    /// <returns><see langword="false"/> if it is not on it.</returns>
    public bool Remove(PortMonitor monitor)
    {
        if (monitor.List != this)
        {
            return false;
        }

        if (monitor.Previous is { } previous)
        {
            previous.Next = monitor.Next;
        }
        else
        {
            _first = monitor.Next;
        }

        if (monitor.Next is { } next)
        {
            next.Previous = monitor.Previous;
        }
        else
        {
            _last = monitor.Previous;
        }

        Count--;
        monitor.List = null;
        monitor.Previous = monitor.Next = null;
        return true;
    }

    /// <summary>Takes all of them off, in their order.</summary>
    public PortMonitor[] TakeAll()
    {
        var all = new PortMonitor[Count];
        for (int index = 0; index < all.Length; index++)
        {
            all[index] = _first!;
            Remove(_first!);
        }

        return all;
    }
}
