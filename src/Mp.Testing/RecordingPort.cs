using Mp.CompilerServices;

namespace Mp.Testing;

/// <summary>A port that takes every message, and keeps its elements for the test to look at.</summary>
public sealed class RecordingPort : Port
{
    private readonly Lock _gate = new();
    private readonly List<object?[]> _messages = [];

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
        lock (_gate)
        {
            _messages.Add(elements);
        }
    }
}
