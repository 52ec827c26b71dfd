using System.Buffers;

namespace Mp.Codecs;

/// <summary>Collects elements; what was written can be changed until it is cleared.</summary>
internal sealed class ElementBuffer : IBufferWriter<byte>
{
    private const int FirstBytes = 256;

    // More than this is given back after a long message.
    private const int MaxKeptBytes = 256 * 1024;

    private byte[] _bytes = new byte[FirstBytes];

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public Span<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets what was written.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > MaxKeptBytes)
        {
            _bytes = new byte[FirstBytes];
        }
    }

    /// <summary>Moves what stands from <paramref name="position"/> on, to make room for more bytes.</summary>
    public void Insert(int position, int count)
    {
        EnsureRoom(count);
        Buffer.BlockCopy(_bytes, position, _bytes, position + count, Length - position);
        Length += count;
    }

    /// <inheritdoc/>
    public void Advance(int count) => Length += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(Length);
    }

    private void EnsureRoom(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, Math.Max(checked(Length + count), 2 * _bytes.Length));
        }
    }
}
