using System.Buffers;

namespace Mp.Links;

/// <summary>Messages that wait for a connection, in the form that every framing is made from.</summary>
internal sealed class PendingMessages(LinkLimits limits)
{
    private readonly List<int> _lengths = [];
    private ArrayBufferWriter<byte> _bodies = new();

    /// <summary>How many wait.</summary>
    public int Count => _lengths.Count;

    /// <summary>
    /// Whether a message of so many bytes may wait. One that is too long by itself may be tried when none waits.
    /// </summary>
    public bool HasRoomFor(int bytes) => _lengths.Count == 0
        || (_lengths.Count < limits.MaxConnectingMessages && _bodies.WrittenCount + bytes <= limits.MaxConnectingBytes);

    /// <summary>Adds a message, if the limits allow.</summary>
    public bool TryAdd(ReadOnlySpan<byte> body)
    {
        if (_lengths.Count >= limits.MaxConnectingMessages
            || _bodies.WrittenCount + body.Length > limits.MaxConnectingBytes)
        {
            return false;
        }

        _lengths.Add(body.Length);
        _bodies.Write(body);
        return true;
    }

    /// <summary>Forgets all of them.</summary>
    /// <returns>How many there were.</returns>
    public int Clear()
    {
        int count = _lengths.Count;
        _lengths.Clear();
        _bodies = new ArrayBufferWriter<byte>();
        return count;
    }

    /// <summary>Hands each to <paramref name="write"/>, in order, and forgets them.</summary>
    public void DrainTo(Action<ReadOnlyMemory<byte>> write)
    {
        int position = 0;
        foreach (int length in _lengths)
        {
            write(_bodies.WrittenMemory.Slice(position, length));
            position += length;
        }

        Clear();
    }
}
