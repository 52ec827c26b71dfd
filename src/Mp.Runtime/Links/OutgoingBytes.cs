using System.Buffers;

namespace Mp.Links;

/// <summary>What waits to be written to a connection: segments, the last filled while the first is written.</summary>
/// <remarks>
/// <para>
/// A single buffer would have to be copied to grow, and for a moment take three times what it holds: a peer that takes
/// nothing would cost that much.
/// </para>
/// <para>A message may begin in one segment and end in the next.</para>
/// </remarks>
internal sealed class OutgoingBytes : IBufferWriter<byte>
{
    // So much a link keeps while nothing waits; what does not fit goes into segments of the pool.
    private const int FirstBytes = 4 * 1024;
    private const int SegmentBytes = LongArrays.LowerBytes;

    private readonly Queue<ArraySegment<byte>> _full = new();
    private byte[] _filling = [];
    private int _filled;
    private ArraySegment<byte> _writing = ArraySegment<byte>.Empty;
    private int _fullBytes;
    private bool _isAfterLong;

    /// <summary>Whether somebody writes, or was told to.</summary>
    public bool IsFlushing { get; set; }

    /// <summary>How many bytes wait, with those that are being written.</summary>
    public int Count => _filled + _fullBytes + _writing.Count;

    /// <summary>For how many bytes there is memory.</summary>
    public int Capacity =>
        _filling.Length + _writing.Array!.Length + _full.Sum(static segment => segment.Array!.Length);

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _filling.AsSpan(_filled);
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _filling.AsMemory(_filled);
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _filling.Length - _filled);
        _filled += count;
    }

    /// <summary>Adds what is written already, in one of <see cref="LongArrays"/>, which is taken over.</summary>
    public void Add(ArraySegment<byte> message)
    {
        EndSegment();
        Enqueue(message);

        // Short ones between long ones must not take a whole segment each.
        _isAfterLong = true;
    }

    /// <summary>Takes what has waited longest, to write it. What was taken before has been written.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        byte[] written = _writing.Array!;
        if (_full.TryDequeue(out ArraySegment<byte> oldest))
        {
            _fullBytes -= oldest.Count;
            _writing = oldest;
            Release(written);
        }
        else
        {
            _writing = new ArraySegment<byte>(_filling, 0, _filled);
            _filling = [];
            _filled = 0;
            if (written.Length > SegmentBytes)
            {
                Release(written);
            }
            else
            {
                _filling = written;
            }
        }

        IsFlushing = _writing.Count > 0;
        if (!IsFlushing)
        {
            Shrink();
        }

        return _writing;
    }

    /// <summary>Forgets everything. What is being written stays untouched, as its writer still reads it.</summary>
    public void Reset()
    {
        while (_full.TryDequeue(out ArraySegment<byte> segment))
        {
            Release(segment.Array!);
        }

        Release(_filling);
        _filling = [];
        _filled = 0;
        _fullBytes = 0;
        if (_writing.Array!.Length > SegmentBytes)
        {
            LongArrays.Shared.Lose(_writing.Array);
        }

        _writing = ArraySegment<byte>.Empty;
        IsFlushing = false;
    }

    private void MakeRoom(int sizeHint)
    {
        int needed = Math.Max(1, sizeHint);
        if (_filling.Length - _filled >= needed)
        {
            return;
        }

        int bytes = Count == 0 || _isAfterLong ? FirstBytes : SegmentBytes;
        _isAfterLong = false;
        EndSegment();
        Release(_filling);
        _filling = [];
        _filling = needed > SegmentBytes
            ? LongArrays.Shared.Rent(needed)
            : ArrayPool<byte>.Shared.Rent(Math.Max(bytes, needed));
    }

    private void EndSegment()
    {
        if (_filled > 0)
        {
            Enqueue(new ArraySegment<byte>(_filling, 0, _filled));
            _filling = [];
            _filled = 0;
        }
    }

    private void Enqueue(ArraySegment<byte> segment)
    {
        _full.Enqueue(segment);
        _fullBytes += segment.Count;
    }

    // Nothing is left.
    private void Shrink()
    {
        if (_filling.Length > FirstBytes)
        {
            Release(_filling);
            _filling = [];
        }

        if (_writing.Array!.Length > FirstBytes)
        {
            Release(_writing.Array);
            _writing = ArraySegment<byte>.Empty;
        }
    }

    private static void Release(byte[] segment)
    {
        if (segment.Length > SegmentBytes)
        {
            LongArrays.Shared.Return(segment);
        }
        else if (segment.Length >= FirstBytes)
        {
            ArrayPool<byte>.Shared.Return(segment);
        }
    }
}
