using Mp.CompilerServices;

namespace Mp.Testing;

/// <summary>A port that takes every message, and keeps its elements for the test to look at.</summary>
public sealed class RecordingPort : Port
{
    private readonly Lock _gate = new();
    private readonly List<object?[]> _messages = [];
    private readonly List<(int Count, TaskCompletionSource Source)> _waiting = [];

    /// <summary>The messages so far, oldest first.</summary>
    public IReadOnlyList<object?[]> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Completes when <paramref name="count"/> messages or more have come, in the port's turn.</summary>
    public Task WhenReceived(int count)
    {
        lock (_gate)
        {
            if (_messages.Count >= count)
            {
                return Task.CompletedTask;
            }

            var source = new TaskCompletionSource();
            _waiting.Add((count, source));
            return source.Task;
        }
    }

    /// <inheritdoc/>
    protected internal override void Match(MemoryMessage message, ref Dispatch dispatch) =>
        Record(message, ref dispatch);

    /// <inheritdoc/>
    protected internal override void Match(WireMessage message, ref Dispatch dispatch) =>
        Record(message, ref dispatch);

    private void Record(Message message, ref Dispatch dispatch)
    {
        dispatch.Match();
        object?[] elements = [.. Enumerable.Range(0, message.Count).Select(index => message[index])];
        TaskCompletionSource[] reached;
        lock (_gate)
        {
            _messages.Add(elements);
            reached = [.. _waiting.Where(IsReached).Select(static waiting => waiting.Source)];
            _waiting.RemoveAll(IsReached);
        }

        Array.ForEach(reached, static source => source.SetResult());

        bool IsReached((int Count, TaskCompletionSource) waiting) => waiting.Count <= _messages.Count;
    }
}
