using System.Runtime.CompilerServices;
using Mp.CompilerServices;
using Mp.Matching;

namespace Mp.Ports;

/// <content>Its turns.</content>
internal sealed partial class PortCell
{
    // How often it says that it gets on. Senders write next to that, so not with each message.
    private const int MessagesPerStep = 64;

    // After so many messages a port goes to the end of the scheduler's queue, so that others get their turn.
    private const int MessagesPerTurn = 256;

    /// <summary>Is another number when the port has got on, by some messages or by one that it waited for.</summary>
    public int Steps => _pace.Steps;

    /// <summary>One turn of the port, on a thread of the scheduler.</summary>
    public void Execute()
    {
        _pace.Step();
        Port present = _port;
        var dispatch = new Dispatch(present, present.HandlerTags);
        _pace.BeginTurn();
        if (HandleMany(present, ref dispatch))
        {
            _pace.EndTurn();
            Host.Scheduler.Schedule(this);
        }
    }

    /// <summary>Runs a callback in the port's context. What it throws kills the port. Of the port's turn.</summary>
    public void RunInContext(SendOrPostCallback callback, object? state)
    {
        SynchronizationContext? outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(Context);
        try
        {
            callback(state);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    /// <summary>Goes on after an asynchronous handler, with the handlers after it. Of the port's turn.</summary>
    public void Resume()
    {
        PortExtension extension = Extension;
        if (extension.Suspended is not { } suspended)
        {
            return;
        }

        extension.Suspended = null;
#pragma warning disable VSTHRD002 // It has finished: this waits for nothing, and throws what the handler threw.
        suspended.Task.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
        if (suspended.IsDecisive && suspended.Task is Task<bool> { Result: true })
        {
            suspended.Remove(_port);
        }

        var dispatch = new Dispatch(_port);
        dispatch.Begin(suspended.Handler + 1, isMatched: true);
        try
        {
            Match(_port, suspended.Message, suspended.Handler + 1, suspended.Added, ref dispatch);
        }
        finally
        {
            dispatch.LeaveContext();
        }
    }

    // Returns whether there may be more: if not, the port is idle or dead. Then another turn may have begun already,
    // and nothing of the port may be touched. What changes with each message is kept out of the cell: senders write
    // there, and of two processors that write to the same memory, one waits for the other.
    private bool HandleMany(Port present, ref Dispatch dispatch)
    {
        var ahead = new TagsAhead(present.HandlerTags);
        PortRoom? room = _room;
        bool isHeldUp = IsHeldUp;
        Message? backlog = TakeBacklog();
        try
        {
            for (int left = MessagesPerTurn; left > 0 && !dispatch.IsOver; left--)
            {
                int tag = Dispatch.UnknownTag;
                Message? message = isHeldUp ? TakeDeferred() : null;
                if (message is null)
                {
                    message = Take(ref backlog, left);
                    if (message is null)
                    {
                        return false;
                    }

                    tag = ahead.Next(message, backlog);
                }

                if (isHeldUp || message.Family == MessageFamily.Control)
                {
                    backlog = HandleRare(message, backlog, ref dispatch, ref left, ref ahead);
                    isHeldUp = IsHeldUp;
                    if (_port != present)
                    {
                        break;
                    }
                }
                else
                {
                    LeaveQueue(message, room);
                    dispatch.Begin(tag: tag);
                    Match(present, message, 0, present.Added, ref dispatch);
                    isHeldUp = dispatch.IsSuspended;
                }
            }

            if (dispatch.IsOver)
            {
                Die(Reason.Normal, backlog);
                return false;
            }
        }
#pragma warning disable CA1031 // A handler is a user's: whatever it throws kills its port, and only that.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            dispatch.LeaveContext();
            Fail(exception, present, _backlog ?? backlog);
            return false;
        }

        _backlog = backlog;
        return true;
    }

    // The next thing in the queue, or nothing, and then the port is idle or dead.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Message? Take(ref Message? backlog, int left)
    {
        if (left % MessagesPerStep == 0)
        {
            _pace.Step();
        }

        Message? message = backlog ?? TakeAll();
        if (message is not null)
        {
            backlog = message.Next;
            message.Next = null;
        }

        return message;
    }

    private void Fail(Exception exception, Port present, Message? backlog)
    {
        Telemetry.NodeLog.HandlerFailed(Host.Log, exception, present.GetType().Name);
        Die(Reason.Die(exception), backlog);
    }

    // What asks for a look at more than the port's handlers. Returns what is left of the backlog.
    private Message? HandleRare(
        Message message,
        Message? backlog,
        ref Dispatch dispatch,
        ref int left,
        ref TagsAhead ahead)
    {
        if (_extension?.Suspended is not null && message is not ControlMessage { RunsWhileSuspended: true })
        {
            Defer(message);
            return backlog;
        }

        LeaveQueue(message, _room);
        if (message.Family != MessageFamily.Control)
        {
            dispatch.Begin();
            Match(_port, message, 0, _port.Added, ref dispatch);
            return backlog;
        }

        if (message is WireBatch batch)
        {
            left -= batch.Left - 1;
        }

        // It may end the port, and what waits with it.
        _backlog = backlog;
        ((ControlMessage)message).Run(this);
        Message? rest = TakeBacklog();
        if (rest != backlog)
        {
            ahead.Forget();
        }

        return rest;
    }

    // The handlers that were added are taken before any runs: one that is added meanwhile sees the next message.
    private void Match(Port present, Message message, int first, AddedHandler[]? added, ref Dispatch dispatch)
    {
        present.Match(message, first, added, ref dispatch);
        Settle(present, message, added, ref dispatch);
    }

    // What is to be done about a message when the handlers were tried.
    private void Settle(Port present, Message message, AddedHandler[]? added, ref Dispatch dispatch)
    {
        if (dispatch is { IsMatched: false, IsSuspended: false })
        {
            present.MatchUnmatched(message, ref dispatch);
        }

        if (dispatch.Pending is { } task)
        {
            Suspend(new(message, task, dispatch.PendingHandler, dispatch.IsPendingDecisive, added));
        }
        else if (!dispatch.IsMatched)
        {
            Host.Drop(message, CurrentId.Address!, UnmatchedReason.NoHandler);
        }
    }

    private void Suspend(SuspendedHandler suspended)
    {
        Extension.Suspended = suspended;

        // Where the handler ends, and not by way of the thread pool: else what runs when would not be the scheduler's
        // to say. It only puts something into the queue.
        _ = suspended.Task.ContinueWith(
            static (task, cell) => ((PortCell)cell!).Enqueue(new ResumeControl(task)),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
