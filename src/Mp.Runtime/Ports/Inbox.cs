using System.Runtime.InteropServices;

namespace Mp.Ports;

/// <summary>
/// What was sent to a port and not taken by it yet, and whether the port is idle, in its turn, or dead.
/// </summary>
/// <remarks>
/// A stack of messages that producers push onto with one interlocked operation each; the message itself is the stack's
/// node. The consumer takes the whole stack at once and reverses it, so that every producer's messages come out in the
/// order they went in. The same word says whether the port is idle (null), in its turn (<see cref="Busy"/>) or dead
/// (<see cref="Closed"/>), so whoever pushes onto an idle port, and nobody else, schedules it. Source of the stack:
/// R. K. Treiber, "Systems Programming: Coping with Parallelism", 1986.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal struct Inbox
{
    private static readonly QueueMarker Busy = new();
    private static readonly QueueMarker Closed = new();

    private Message? _newest;

    /// <summary>Whether the port is dead.</summary>
    public readonly bool IsClosed => Volatile.Read(in _newest) == Closed;

    /// <summary>Adds a message, from any thread.</summary>
    /// <param name="message">The message.</param>
    /// <param name="wasIdle">Whether the port was idle: the caller has to schedule it.</param>
    /// <returns><see langword="false"/> if the port is dead, and the message was not added.</returns>
    public bool TryPush(Message message, out bool wasIdle) => TryPush(message, message, out wasIdle);

    /// <summary>Adds a chain of messages, from any thread.</summary>
    /// <param name="youngest">The message that comes last: the chain goes on from it to the one before.</param>
    /// <param name="oldest">The message that comes first. Nothing is after it in the chain.</param>
    /// <param name="wasIdle">Whether the port was idle: the caller has to schedule it.</param>
    /// <returns><see langword="false"/> if the port is dead, and the messages were not added.</returns>
    public bool TryPush(Message youngest, Message oldest, out bool wasIdle)
    {
        wasIdle = false;
        Message? newest = Volatile.Read(ref _newest);
        while (newest != Closed)
        {
            oldest.Next = newest;
            Message? seen = Interlocked.CompareExchange(ref _newest, youngest, newest);
            if (seen == newest)
            {
                wasIdle = newest is null;
                return true;
            }

            newest = seen;
        }

        oldest.Next = null;
        return false;
    }

    /// <summary>Takes everything there is, chained, the oldest first. Of the port's turn.</summary>
    /// <param name="count">How many there are.</param>
    /// <returns>Nothing if there is nothing: then the port is idle from now on, or dead.</returns>
    public Message? Take(out int count)
    {
        count = 0;
        while (true)
        {
            Message? newest = Volatile.Read(ref _newest);
            if (newest == Closed)
            {
                return null;
            }

            if (newest == Busy || newest is null)
            {
                if (Interlocked.CompareExchange(ref _newest, null, newest) == newest)
                {
                    return null;
                }
            }
            else if (Interlocked.CompareExchange(ref _newest, Busy, newest) == newest)
            {
                return Reverse(newest, out count);
            }
        }
    }

    /// <summary>The port dies: nothing can be added any more. Of the port's turn.</summary>
    /// <param name="rest">What was still there, chained, the oldest first.</param>
    /// <returns><see langword="false"/> if it was dead already.</returns>
    public bool TryClose(out Message? rest)
    {
        Message? newest = Interlocked.Exchange(ref _newest, Closed);
        bool isClosedNow = newest != Closed;
        rest = isClosedNow ? Reverse(newest, out _) : null;
        return isClosedNow;
    }

    /// <summary>Turns a chain around: the oldest comes first.</summary>
    public static Message? Reverse(Message? newest, out int count)
    {
        Message? oldest = null;
        count = 0;
        while (newest is not null && newest != Busy)
        {
            Message? older = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = older;
            count++;
        }

        return oldest;
    }
}
