using System.Numerics;

namespace Mp.CompilerServices;

/// <summary>An integer of any length, as bytes: its two's complement, the lowest byte first.</summary>
internal sealed class BigIntegerCodec : IElementCodec<BigInteger>
{
    private const int MaxBytesOnStack = 256;

    public void Write(ref ElementWriter writer, BigInteger value)
    {
        int length = value.GetByteCount();
        Span<byte> bytes = length <= MaxBytesOnStack ? stackalloc byte[MaxBytesOnStack] : new byte[length];
        _ = value.TryWriteBytes(bytes, out _);
        writer.WriteBytes(bytes[..length]);
    }

    public bool TryRead(ref ElementReader reader, out BigInteger value)
    {
        if (reader.TryReadByteSpan(out ReadOnlySpan<byte> bytes))
        {
            value = new BigInteger(bytes);
            return true;
        }

        if (reader.TryReadInt64(out long signed))
        {
            value = signed;
            return true;
        }

        if (reader.TryReadUInt64(out ulong unsigned))
        {
            value = unsigned;
            return true;
        }

        // Of a format that has no bytes.
        bool isRead = reader.TryReadBytes(out byte[]? text);
        value = new BigInteger(text.AsSpan());
        return isRead;
    }
}
