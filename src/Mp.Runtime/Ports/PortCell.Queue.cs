using Mp.CompilerServices;
using Mp.Telemetry;

namespace Mp.Ports;

/// <content>Its queue.</content>
internal sealed partial class PortCell
{
    private Inbox _inbox;

    // Taken from the inbox, oldest first. Of the port's turn.
    private Message? _backlog;

    // Whether senders are slowed down.
    private SenderPace _pace;

    // Of a port with a bound.
    private PortRoom? _room = PortRoom.Of(port.QueueBound);

    /// <summary>How long its senders pause now, in rounds of <see cref="Thread.SpinWait"/>.</summary>
    public int SenderSpins => _pace.Spins;

    /// <summary>Puts a message at the end of the queue. Never runs anything, never blocks.</summary>
    public void Enqueue(Message message)
    {
        if (_room is null || message.Family == MessageFamily.Control || _room.TryTake())
        {
            Push(message);
        }
        else
        {
            Overflow(_room, message);
        }
    }

    /// <summary>Puts messages at the end of the queue, as if one after the other.</summary>
    /// <param name="youngest">The message that comes last: the chain goes on from it to the one before.</param>
    /// <param name="oldest">The message that comes first. Nothing is after it in the chain.</param>
    public void Enqueue(Message youngest, Message oldest)
    {
        if (_room is null && _inbox.TryPush(youngest, oldest, out bool wasIdle))
        {
            if (wasIdle)
            {
                Host.Scheduler.Schedule(this);
            }

            return;
        }

        // There may be room for some of them; or for none, as the port is dead.
        Message? message = Inbox.Reverse(youngest, out _);
        while (message is not null)
        {
            Message? next = message.Next;
            message.Next = null;
            Enqueue(message);
            message = next;
        }
    }

    /// <summary>Puts a message at the end of the queue, if there is room in it.</summary>
    /// <returns><see langword="false"/> if there is none. Nothing was done with the message then.</returns>
    public bool TryEnqueue(Message message)
    {
        if (_room is { } room && !room.TryTake())
        {
            return false;
        }

        Push(message);
        return true;
    }

    /// <summary>Completes when there may be room in the queue. What comes after it must only be scheduled.</summary>
    public Task WhenRoom() => _room?.WhenFree() ?? Task.CompletedTask;

    private void Push(Message message)
    {
        if (!_inbox.TryPush(message, out bool wasIdle))
        {
            Reject(message, UnmatchedReason.NoSuchPort);
        }
        else if (wasIdle)
        {
            Host.Scheduler.Schedule(this);
        }
        else
        {
            _pace.Pause();
        }
    }

    private void Defer(Message message)
    {
        int count = Extension.Defer(message);
        if (count % Host.BacklogWarning == 0)
        {
            Host.WarnOfBacklog(this, count);
        }
    }

    // What was put aside is older than all the rest. While the port waits, it stays aside: so each message is put
    // aside once at most, however often the port waits before it gets to it.
    private Message? TakeDeferred() => _extension is { Suspended: null } extension ? extension.TakeDeferred() : null;

    private Message? TakeBacklog()
    {
        Message? backlog = _backlog;
        if (backlog is not null)
        {
            _backlog = null;
        }

        return backlog;
    }

    // Whether a handler is waited for, or something was put aside meanwhile.
    private bool IsHeldUp => _extension is { IsHeldUp: true };

    private Message? TakeAll()
    {
        _pace.BeginTaking();
        Message? oldest = _inbox.Take(out int count);
        _pace.EndTaking(count, Environment.ProcessorCount);
        if (count >= Host.BacklogWarning)
        {
            Host.WarnOfBacklog(this, count);
        }

        return oldest;
    }

    // No message may arrive after one that was lost, unless the class says that it does without some.
    private void Overflow(PortRoom room, Message message)
    {
        MpMeter.CountLimit(Limit.PortCapacity);
        if (room.Overflow == PortOverflow.Wait)
        {
            room.Take();
            Push(message);
            return;
        }

        if (room.Overflow == PortOverflow.Kill && !room.IsKilled)
        {
            // Set when the kill is there, and not before: whoever sees it may rely on it. A second kill does no harm.
            Push(new KillControl(room.Reason));
            room.IsKilled = true;
        }

        LeaveWindow(message);
        Host.Drop(message, CurrentId.Address!, UnmatchedReason.QueueFull);
    }

    // It waits here no more: there is room for another one.
    private static void LeaveQueue(Message message, PortRoom? room)
    {
        LeaveWindow(message);
        if (room is not null && message.Family != MessageFamily.Control)
        {
            room.Free();
        }
    }

    // The connection that it came over may be read on: nothing of it waits here any more.
    private static void LeaveWindow(Message message)
    {
        if (message.Family == MessageFamily.Wire)
        {
            ((WireMessage)message).LeaveWindow();
        }
    }
}
