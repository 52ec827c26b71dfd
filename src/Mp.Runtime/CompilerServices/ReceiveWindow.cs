using System.Runtime.InteropServices;

namespace Mp.CompilerServices;

/// <summary>
/// Counts the messages of one connection that wait for their turn, in ports or for the mesh, so that no more is read
/// when they are many.
/// </summary>
/// <remarks>
/// One thread at a time reads and delivers; any number of them handle. A message is counted by its weight
/// (<see cref="WireMessage.Weight"/>), so that few long ones fill the window as many short ones do.
/// </remarks>
internal sealed class ReceiveWindow(int maxWeight)
{
    // Of the reader, and how many it last knew to be handled: it looks again only when there seem to be too many.
    private long _delivered;
    private long _knownHandled;

    private readonly HandledWeight _handled = new();
    private TaskCompletionSource? _waiting;
    private volatile bool _isClosed;

    /// <summary>How much waits no more, as its turn has come or its port is dead.</summary>
    public long Handled => Interlocked.Read(ref _handled.Weight);

    /// <summary>A message of this weight waits from now on.</summary>
    public void Deliver(int weight) => Volatile.Write(ref _delivered, _delivered + weight);

    /// <summary>Whether no more is to be read. Of the reader.</summary>
    public bool IsFull()
    {
        if (_delivered - _knownHandled < maxWeight)
        {
            return false;
        }

        _knownHandled = Interlocked.Read(ref _handled.Weight);
        return _delivered - _knownHandled >= maxWeight && !_isClosed;
    }

    /// <summary>The turn of messages of this weight has come, or their port is dead.</summary>
    public void Handle(int weight)
    {
        long handled = Interlocked.Add(ref _handled.Weight, weight);
        if (Volatile.Read(ref _waiting) is not null && IsHalfEmpty(handled))
        {
            Wake();
        }
    }

    /// <summary>Completes when half of what waits is gone, or the window is closed. Of the reader.</summary>
    /// <remarks>It completes in the turn of a port: what comes after it must only be scheduled.</remarks>
    public Task WhenHalfEmpty()
    {
        var waiting = new TaskCompletionSource();
        Interlocked.Exchange(ref _waiting, waiting);

        // Whoever handled the last ones meanwhile has not seen that anybody waits.
        if (_isClosed || IsHalfEmpty(Interlocked.Read(ref _handled.Weight)))
        {
            Wake();
        }

        return waiting.Task;
    }

    /// <summary>The connection is closed: nobody is to wait any more.</summary>
    public void Close()
    {
        _isClosed = true;
        Wake();
    }

    private bool IsHalfEmpty(long handled) => Volatile.Read(ref _delivered) - handled <= maxWeight / 2;

    private void Wake() => Interlocked.Exchange(ref _waiting, null)?.TrySetResult();

    // Far from what the reader writes, which is on another core: each would wait for the other's cache line.
    [StructLayout(LayoutKind.Explicit, Size = 2 * CacheLineBytes)]
    private sealed class HandledWeight
    {
        private const int CacheLineBytes = 64;

        [FieldOffset(CacheLineBytes)]
        public long Weight;
    }
}
