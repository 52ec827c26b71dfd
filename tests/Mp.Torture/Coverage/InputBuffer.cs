namespace Mp.Torture.Coverage;

/// <summary>An input that is being changed.</summary>
internal sealed class InputBuffer
{
    /// <summary>The longest.</summary>
    public const int MaxBytes = 5_000;

    private readonly byte[] _bytes = new byte[MaxBytes];

    /// <summary>How many bytes it has.</summary>
    public int Length { get; private set; }

    /// <summary>Its bytes.</summary>
    public Span<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Begins with these bytes, as far as they fit.</summary>
    public void Set(ReadOnlySpan<byte> bytes)
    {
        Length = Math.Min(bytes.Length, MaxBytes);
        bytes[..Length].CopyTo(_bytes);
    }

    /// <summary>Puts bytes in, as far as they fit.</summary>
    public void Insert(int at, ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, MaxBytes - Length)];
        _bytes.AsSpan(at, Length - at).CopyTo(_bytes.AsSpan(at + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(at));
        Length += bytes.Length;
    }

    /// <summary>Takes bytes out, as far as there are so many.</summary>
    public void Remove(int at, int count)
    {
        count = Math.Min(count, Length - at);
        _bytes.AsSpan(at + count, Length - at - count).CopyTo(_bytes.AsSpan(at));
        Length -= count;
    }

    /// <summary>Puts bytes in the place of as many others, as far as there are so many.</summary>
    public void Overwrite(int at, ReadOnlySpan<byte> bytes) =>
        bytes[..Math.Min(bytes.Length, Length - at)].CopyTo(_bytes.AsSpan(at));
}
