using System.Buffers;

namespace Mp.Links;

/// <summary>What waits to be written to a connection: segments, the last filled while the first is written.</summary>
/// <remarks>
/// A single buffer would have to be copied to grow, and for a moment take three times what it holds: a peer that takes
/// nothing would cost that much.
/// </remarks>
internal sealed class OutgoingBytes
{
    private const int SegmentBytes = 256 * 1024;

    // Most messages that begin in a segment fit into it.
    private const int SlackBytes = 32 * 1024;

    private const int MaxSpares = 4;

    // Once no more than this has waited at a time, segments that are larger are not kept.
    private const int IdleBytes = 64 * 1024;

    private readonly Queue<ArrayBufferWriter<byte>> _full = new();
    private readonly Stack<ArrayBufferWriter<byte>> _spares = new();
    private ArrayBufferWriter<byte> _filling = new();
    private ArrayBufferWriter<byte> _writing = new();
    private int _fullBytes;

    // The most that was there to take since nothing was.
    private int _most;

    /// <summary>Whether somebody writes, or was told to.</summary>
    public bool IsFlushing { get; set; }

    /// <summary>How many bytes wait, with those that are being written.</summary>
    public int Count => _filling.WrittenCount + _fullBytes + _writing.WrittenCount;

    /// <summary>For how many bytes there is memory.</summary>
    public int Capacity =>
        _filling.Capacity + _writing.Capacity + _full.Concat(_spares).Sum(static segment => segment.Capacity);

    /// <summary>Where to append one message.</summary>
    public IBufferWriter<byte> Writer
    {
        get
        {
            if (_filling.WrittenCount >= SegmentBytes)
            {
                _full.Enqueue(_filling);
                _fullBytes += _filling.WrittenCount;
                _filling = _spares.TryPop(out ArrayBufferWriter<byte>? spare)
                    ? spare
                    : new ArrayBufferWriter<byte>(SegmentBytes + SlackBytes);
            }

            return _filling;
        }
    }

    /// <summary>Takes what has waited longest, to write it. What was taken before has been written.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        _most = Math.Max(_most, Count);
        ArrayBufferWriter<byte> written = _writing;
        written.ResetWrittenCount();
        if (_full.TryDequeue(out ArrayBufferWriter<byte>? oldest))
        {
            _fullBytes -= oldest.WrittenCount;
            _writing = oldest;
            Keep(written);
        }
        else
        {
            _writing = _filling;
            _filling = IsKept(written) ? written : new ArrayBufferWriter<byte>();
        }

        IsFlushing = _writing.WrittenCount > 0;
        if (!IsFlushing)
        {
            Shrink();
        }

        return _writing.WrittenMemory;
    }

    /// <summary>Forgets everything. What is being written stays untouched, as its writer still reads it.</summary>
    public void Reset()
    {
        _full.Clear();
        _fullBytes = 0;
        _most = 0;
        _spares.Clear();
        _filling = new ArrayBufferWriter<byte>();
        _writing = new ArrayBufferWriter<byte>();
        IsFlushing = false;
    }

    // A segment that one long message has blown up is not kept.
    private static bool IsKept(ArrayBufferWriter<byte> segment) => segment.Capacity <= SegmentBytes + SlackBytes;

    // Nothing is left. After a long burst another may come, after a short one its segments are not needed any more.
    private void Shrink()
    {
        if (_most <= IdleBytes)
        {
            _spares.Clear();
            _filling = _filling.Capacity <= IdleBytes ? _filling : new ArrayBufferWriter<byte>();
            _writing = _writing.Capacity <= IdleBytes ? _writing : new ArrayBufferWriter<byte>();
        }

        _most = 0;
    }

    private void Keep(ArrayBufferWriter<byte> segment)
    {
        if (segment.Capacity == SegmentBytes + SlackBytes && _spares.Count < MaxSpares)
        {
            _spares.Push(segment);
        }
    }
}
