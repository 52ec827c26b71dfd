using Mp.CompilerServices;

namespace Mp.TestKit;

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

    /// <summary>Waits until <paramref name="count"/> messages or more have come, and returns them.</summary>
    /// <exception cref="TimeoutException">They do not come.</exception>
    public async Task<IReadOnlyList<object?[]>> WaitForAsync(int count)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_messages.Count >= count)
            {
                return [.. _messages];
            }

            _waiting.Add((count, source));
        }

        await source.Task.Bounded().ConfigureAwait(false);
        return Messages;
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
        object?[] elements = new object?[message.Count];
        for (int index = 0; index < elements.Length; index++)
        {
            elements[index] = message[index];
        }

        lock (_gate)
        {
            _messages.Add(elements);
            foreach ((_, TaskCompletionSource source) in _waiting.Where(waiting => waiting.Count <= _messages.Count))
            {
                source.SetResult();
            }

            _waiting.RemoveAll(waiting => waiting.Count <= _messages.Count);
        }
    }
}
