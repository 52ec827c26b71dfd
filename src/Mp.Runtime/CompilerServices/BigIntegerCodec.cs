using System.Numerics;

namespace Mp.CompilerServices;

/// <summary>An integer of many digits, as bytes: its two's complement, the lowest byte first.</summary>
internal sealed class BigIntegerCodec : IElementCodec<BigInteger>
{
    /// <summary>How many bytes an integer may have: what is computed with longer ones takes too much time.</summary>
    public const int MaxBytes = 64 * 1024;

    private const int MaxBytesOnStack = 256;

    public void Write(ref ElementWriter writer, BigInteger value)
    {
        int length = value.GetByteCount();
        if (length > MaxBytes)
        {
            throw new MessageEncodingException($"it is an integer of {length} bytes; at most {MaxBytes} travel");
        }

        Span<byte> bytes = length <= MaxBytesOnStack ? stackalloc byte[MaxBytesOnStack] : new byte[length];
        _ = value.TryWriteBytes(bytes, out _);
        writer.WriteBytes(bytes[..length]);
    }

    public bool TryRead(ref ElementReader reader, out BigInteger value)
    {
        value = default;
        if (reader.TryReadByteSpan(out ReadOnlySpan<byte> bytes))
        {
            return TryMake(bytes, out value);
        }

        // Integers only, not their decimal text: in JSON that is the base 64 of another one.
        if (reader.Kind == ElementKind.Integer)
        {
            return TryReadInteger(ref reader, out value);
        }

        // Of a format that has no bytes.
        return reader.TryReadBytes(out byte[]? text) && TryMake(text, out value);
    }

    private static bool TryReadInteger(ref ElementReader reader, out BigInteger value)
    {
        if (reader.TryReadInt64(out long signed))
        {
            value = signed;
            return true;
        }

        bool isRead = reader.TryReadUInt64(out ulong unsigned);
        value = unsigned;
        return isRead;
    }

    private static bool TryMake(ReadOnlySpan<byte> bytes, out BigInteger value)
    {
        bool isShort = bytes.Length <= MaxBytes;
        value = isShort ? new BigInteger(bytes) : default;
        return isShort;
    }
}
