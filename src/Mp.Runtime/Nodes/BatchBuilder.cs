using Mp.CompilerServices;
using Mp.Ports;
using Mp.Wire;

namespace Mp.Nodes;

/// <summary>
/// Copies messages that came in a row for one port side by side, many in one array: together they cost one object.
/// </summary>
/// <remarks>
/// A message that somebody holds on to keeps its array alive, which is why arrays are short, and long messages are not
/// taken.
/// </remarks>
internal sealed class BatchBuilder(ReceiveWindow window, ElementDialect dialect)
{
    private const int ArrayBytes = 16 * 1024;
    private const int MaxMessageBytes = 1024;

    // So that the port begins while more is read.
    private const int MaxMessages = 64;

    private byte[] _array = [];

    // Where the present batch begins, and where it ends so far.
    private int _start;
    private int _end;

    /// <summary>How many messages there are in it.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a message is short enough to share an array with others.</summary>
    public static bool IsShort(in Frame frame) => frame.Elements.Length <= MaxMessageBytes;

    /// <summary>Adds a short message.</summary>
    /// <returns><see langword="false"/> if what is there is to be taken first.</returns>
    public bool TryAdd(in Frame frame)
    {
        int bytes = WireBatch.HeadBytes + frame.Elements.Length;
        if (Count == MaxMessages || _array.Length - _end < bytes)
        {
            if (Count > 0)
            {
                return false;
            }

            Begin(bytes);
        }

        WireBatch.Write(_array.AsSpan(_end, bytes), frame.Elements, frame.Count);
        _end += bytes;
        Count++;
        return true;
    }

    /// <summary>Takes what is there: at least one message.</summary>
    public WireBatch Take()
    {
        var batch = new WireBatch(_array, _start, Count, window, dialect);
        _start = _end;
        Count = 0;
        return batch;
    }

    private void Begin(int bytes)
    {
        if (_array.Length - _end < bytes)
        {
            _array = GC.AllocateUninitializedArray<byte>(ArrayBytes);
            _start = _end = 0;
        }
    }
}
