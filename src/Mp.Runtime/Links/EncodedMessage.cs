using System.Buffers;

namespace Mp.Links;

/// <summary>
/// A message being written down, and then written: one array, the port's name and the elements. Before it is room for
/// what a framing puts there, so that a long one need not be copied to be sent.
/// </summary>
internal sealed class EncodedMessage : IBufferWriter<byte>
{
    private const int HeadBytes = 4;
    private const int FirstBytes = 256;

    private byte[] _array = [];
    private int _end = HeadBytes;

    /// <summary>How many bytes it is.</summary>
    public int Length => _end - HeadBytes;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Bytes => Length == 0 ? default : _array.AsSpan(HeadBytes, Length);

    /// <summary>Whether its array may be taken: of a long one that is most of its array.</summary>
    public bool IsLong => IsBorrowed && Length > _array.Length / 4 * 3;

    /// <summary>Where what comes before it is written, if its array is taken then.</summary>
    public Span<byte> Head => _array.AsSpan(0, HeadBytes);

    private bool IsBorrowed => _array.Length > LongArrays.LowerBytes;

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _array.Length - _end);
        _end += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _array.AsMemory(_end);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        MakeRoom(sizeHint);
        return _array.AsSpan(_end);
    }

    /// <summary>Takes a long one out, with its head: its array is one of <see cref="LongArrays"/>.</summary>
    public ArraySegment<byte> Take()
    {
        var taken = new ArraySegment<byte>(_array, 0, _end);
        _array = [];
        _end = HeadBytes;
        return taken;
    }

    /// <summary>Forgets what was written. A long array is not kept.</summary>
    public void Clear()
    {
        _end = HeadBytes;
        if (IsBorrowed)
        {
            LongArrays.Shared.Return(_array);
            _array = [];
        }
    }

    private void MakeRoom(int sizeHint)
    {
        long needed = _end + (long)Math.Max(1, sizeHint);
        if (needed <= _array.Length)
        {
            return;
        }

        // If an array can't be so long, making it fails.
        long wanted = Math.Min(Math.Max(FirstBytes, 2L * _array.Length), Array.MaxLength);
        int length = (int)Math.Min(Math.Max(needed, wanted), int.MaxValue);
        byte[] longer = length > LongArrays.LowerBytes ? LongArrays.Shared.Rent(length) : new byte[length];
        _array.AsSpan(0, Math.Min(_end, _array.Length)).CopyTo(longer);
        if (IsBorrowed)
        {
            LongArrays.Shared.Return(_array);
        }

        _array = longer;
    }
}
