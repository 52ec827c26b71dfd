using Mp.CompilerServices;

namespace Mp.Runtime.Tests.Ports;

/// <summary>A port whose handlers are given one by one; its match tables are written as generated ones are.</summary>
internal sealed class ScriptedPort : Port
{
    private readonly List<(string? Tag, Func<Message, bool>? Run, Func<Message, Task>? RunAsync)> _handlers = [];
    private readonly HashSet<int> _decisive = [];
    private HandlerSet _removed;

    /// <summary>Adds a handler of a tag, or of everything.</summary>
    public ScriptedPort On(string? tag, Action<Message> handler) =>
        OnUntil(tag, message =>
        {
            handler(message);
            return false;
        });

    /// <summary>Adds a handler that is removed when it returns true.</summary>
    public ScriptedPort OnUntil(string? tag, Func<Message, bool> handler)
    {
        _handlers.Add((tag, handler, null));
        return this;
    }

    /// <summary>Adds an asynchronous handler.</summary>
    public ScriptedPort OnAsync(string? tag, Func<Message, Task> handler)
    {
        _handlers.Add((tag, null, handler));
        return this;
    }

    /// <summary>Adds an asynchronous handler that is removed when it results in true.</summary>
    public ScriptedPort OnAsyncUntil(string? tag, Func<Message, Task<bool>> handler)
    {
        _handlers.Add((tag, null, handler));
        _decisive.Add(_handlers.Count - 1);
        return this;
    }

    /// <summary>Adds a handler of everything to the port's list of those.</summary>
    public void Add(Action<Message> handler) => Rcv([], handler);

    /// <inheritdoc/>
    protected internal override int HandlerCount => _handlers.Count;

    protected internal override void Match(MemoryMessage message, ref Dispatch dispatch) =>
        Try(message, ref dispatch);

    // A handler takes the message itself, so it is kept for it.
    protected internal override void Match(WireMessage message, ref Dispatch dispatch) =>
        Try(message.Keep(), ref dispatch);

    protected internal override void RemoveHandler(int handler) => _removed.Add(handler);

    private void Try(Message message, ref Dispatch dispatch)
    {
        for (int index = 0; index < _handlers.Count; index++)
        {
            (string? tag, Func<Message, bool>? run, Func<Message, Task>? runAsync) = _handlers[index];
            if (!dispatch.Wants(index) || _removed.Contains(index)
                || (tag is not null && message.Tag != tag))
            {
                continue;
            }

            dispatch.Match();
            if (run is not null)
            {
                if (run(message))
                {
                    RemoveHandler(index);
                }

                continue;
            }

            dispatch.BeginAsync();
            Task task = runAsync!(message);
            if (_decisive.Contains(index) ? dispatch.EndAsync((Task<bool>)task, index) : dispatch.EndAsync(task, index))
            {
                return;
            }
        }
    }
}
