using Mp.CompilerServices;
using Mp.Matching;

namespace Mp;

/// <content>The list of handlers that were added at run time.</content>
public abstract partial class Port
{
    // Never changed, only replaced: whoever has read it may go through it in peace. Null if there are none. Handlers
    // may be added before the port has a cell, so it can't be there.
    private AddedHandler[]? _added;

    /// <summary>The handlers that were added at run time and not removed since, in order; null if there are
    /// none.</summary>
    internal AddedHandler[]? Added => Volatile.Read(ref _added);

    /// <summary>Tries the handlers on a message: the generated ones, and then those that were added.</summary>
    /// <param name="message">The message.</param>
    /// <param name="first">The handler to begin with: those before it were tried.</param>
    /// <param name="added">The added handlers that there were when the message's turn began.</param>
    /// <param name="dispatch">The message's way.</param>
    internal void Match(Message message, int first, AddedHandler[]? added, ref Dispatch dispatch)
    {
        // Generated tables that can't be suspended do not ask where to begin.
        if (first < AddedHandler.FirstNumber)
        {
            if (message is WireMessage wire)
            {
                Match(wire, ref dispatch);
            }
            else
            {
                Match((MemoryMessage)message, ref dispatch);
            }
        }

        if (added is not null && dispatch.Pending is null)
        {
            AddedHandler.Match(added, message, ref dispatch);
        }
    }

    /// <summary>Takes a handler off the list, if it is on it.</summary>
    internal void Remove(AddedHandler handler)
    {
        AddedHandler[]? before;
        AddedHandler[]? after;
        do
        {
            before = Added;
            if (before is null || !before.Contains(handler))
            {
                return;
            }

            after = before.Length == 1 ? null : Array.FindAll(before, other => other != handler);
        }
        while (Interlocked.CompareExchange(ref _added, after, before) != before);
    }

    private AddedHandler Add(AddedHandler handler)
    {
        AddedHandler[]? before;
        do
        {
            before = Added;
        }
        while (Interlocked.CompareExchange(ref _added, [.. before ?? [], handler], before) != before);

        return handler;
    }
}
