using System.ComponentModel;

#pragma warning disable VSTHRD002 // Only results of tasks that have finished are taken here; nothing waits.

namespace Mp.CompilerServices;

/// <summary>One message on its way through the handlers of one port. For generated code.</summary>
/// <remarks>
/// <para>
/// Handlers are numbered in the order of declaration, those of a base class first. A handler that does not finish at
/// once suspends the dispatch; the match table is then called again, with the same message, for the handlers after it.
/// </para>
/// <para>Protocol of an asynchronous handler: <c>BeginAsync</c>, call it, <c>EndAsync</c>; return if that says
/// so.</para>
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct Dispatch
{
    /// <summary>The number of the handler of what no other matches: after all of them.</summary>
    public const int UnmatchedHandler = int.MaxValue - 1;

    /// <summary>That a tag has not been looked up yet.</summary>
    internal const int UnknownTag = int.MinValue;

    private readonly Port _port;

    // What was looked up before the message's turn came.
    private readonly TagTable? _tags;
    private int _tag;
    private int _first;
    private SynchronizationContext? _outer;
    private bool _isInContext;

    internal Dispatch(Port port, TagTable? tags = null)
    {
        _tags = tags;
        _tag = UnknownTag;
        _port = port;
    }

    /// <summary>Whether a handler has not finished: no other may run until it has.</summary>
    public readonly bool IsSuspended => Pending is not null;

    /// <summary>Whether any handler has matched so far.</summary>
    internal bool IsMatched { readonly get; private set; }

    /// <summary>Whether the port's life ends with this message.</summary>
    internal bool IsOver { readonly get; private set; }

    /// <summary>What a handler has left to do, if it did not finish at once.</summary>
    internal Task? Pending { readonly get; private set; }

    /// <summary>The handler that <see cref="Pending"/> is of.</summary>
    internal int PendingHandler { get; private set; }

    /// <summary>Whether the handler that <see cref="Pending"/> is of is removed if that results in true.</summary>
    internal bool IsPendingDecisive { get; private set; }

    /// <summary>Ends the port's life, normally, when this message is done with.</summary>
    internal void End() => IsOver = true;

    /// <summary>Turns to the next message.</summary>
    /// <param name="first">The handler to begin with: those before it were tried.</param>
    /// <param name="isMatched">Whether one of those before has matched.</param>
    /// <param name="tag">The number of the message's tag, if it was looked up.</param>
    internal void Begin(int first = 0, bool isMatched = false, int tag = UnknownTag)
    {
        _first = first;
        _tag = tag;
        IsMatched = isMatched;
        Pending = null;
    }

    /// <summary>The number of a message's tag, or -1 if it is none of these.</summary>
    /// <param name="tags">The tags.</param>
    /// <param name="message">The message of this dispatch.</param>
    public readonly int Find(TagTable tags, MemoryMessage message) =>
        _tag != UnknownTag && ReferenceEquals(tags, _tags) ? _tag : tags.Find(message.Tag);

    /// <summary>Whether a handler is still to be tried: those before a suspension, or a match, were.</summary>
    public readonly bool Wants(int handler) => handler >= _first;

    /// <summary>Whether a handler with a lower number than this is still to be tried.</summary>
    public readonly bool WantsAnyBelow(int handler) => _first < handler;

    /// <summary>To be called when a handler has matched, before it runs.</summary>
    public void Match() => IsMatched = true;

    /// <summary>
    /// To be called when a handler has matched, before it runs. It is not wanted any more, by whatever other pattern.
    /// </summary>
    public void Match(int handler)
    {
        IsMatched = true;
        _first = handler + 1;
    }

    /// <summary>To be called before an asynchronous handler: what it awaits will continue in its port.</summary>
    public void BeginAsync()
    {
        _outer = SynchronizationContext.Current;
        _isInContext = true;
        SynchronizationContext.SetSynchronizationContext(_port.Cell.Context);
    }

    /// <summary>To be called with what an asynchronous handler returned.</summary>
    /// <returns><see langword="true"/> if the match table must return now.</returns>
    public bool EndAsync(Task task, int handler)
    {
        LeaveContext();

        // By what the handler is declared to return: that the task at hand happens to have a result means nothing.
        return !task.IsCompletedSuccessfully && Suspend(task, handler, isDecisive: false);
    }

    /// <summary>To be called with what an asynchronous handler returned.</summary>
    /// <returns><see langword="true"/> if the match table must return now.</returns>
    public bool EndAsync(Task<bool> task, int handler)
    {
        LeaveContext();
        if (!task.IsCompletedSuccessfully)
        {
            return Suspend(task, handler, isDecisive: true);
        }

        // A handler that is done returns true, at once or later.
        if (task.Result)
        {
            _port.RemoveHandler(handler);
        }

        return false;
    }

    /// <summary>To be called with what an asynchronous handler returned.</summary>
    /// <returns><see langword="true"/> if the match table must return now.</returns>
    public bool EndAsync(ValueTask task, int handler)
    {
        if (task.IsCompletedSuccessfully)
        {
            LeaveContext();
            task.GetAwaiter().GetResult();
            return false;
        }

        return EndAsync(task.AsTask(), handler);
    }

    /// <summary>To be called with what an asynchronous handler returned.</summary>
    /// <returns><see langword="true"/> if the match table must return now.</returns>
    public bool EndAsync(ValueTask<bool> task, int handler)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return EndAsync(task.AsTask(), handler);
        }

        LeaveContext();
        if (task.Result)
        {
            _port.RemoveHandler(handler);
        }

        return false;
    }

    /// <summary>Restores the context that was there before <see cref="BeginAsync"/>.</summary>
    internal void LeaveContext()
    {
        if (_isInContext)
        {
            _isInContext = false;
            SynchronizationContext.SetSynchronizationContext(_outer);
        }
    }

    private bool Suspend(Task task, int handler, bool isDecisive)
    {
        Pending = task;
        PendingHandler = handler;
        IsPendingDecisive = isDecisive;
        return true;
    }
}
