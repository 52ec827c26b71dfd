using System.Buffers.Binary;

namespace Mp.Codecs.MessagePack;

/// <summary>
/// The one extension that the format defines itself: a moment, in 4, 8 or 12 bytes. Source: the MessagePack
/// specification, "Timestamp extension type".
/// </summary>
internal static class MessagePackTimestamp
{
    /// <summary>The type of the extension.</summary>
    public const sbyte Type = -1;

    /// <summary>The longest form.</summary>
    public const int MaxBytes = 12;

    // The form of 8 bytes has 30 bits of nanoseconds before 34 bits of seconds.
    private const int SecondBits = 34;

    /// <summary>Reads the content of such an extension.</summary>
    public static bool TryRead(ReadOnlySpan<byte> data, out Timestamp value)
    {
        switch (data.Length)
        {
            case 4:
                value = new Timestamp(BinaryPrimitives.ReadUInt32BigEndian(data), 0);
                return true;
            case 8:
                ulong both = BinaryPrimitives.ReadUInt64BigEndian(data);
                value = new Timestamp((long)(both & ((1UL << SecondBits) - 1)), (int)(both >> SecondBits));
                break;
            case MaxBytes:
                value = new Timestamp(
                    BinaryPrimitives.ReadInt64BigEndian(data[4..]),
                    BinaryPrimitives.ReadInt32BigEndian(data));
                break;
            default:
                value = default;
                return false;
        }

        return value.Nanoseconds is >= 0 and < Timestamp.NanosecondsPerSecond;
    }

    /// <summary>Writes the content of such an extension, in its shortest form.</summary>
    /// <returns>How many bytes were written, at most <see cref="MaxBytes"/>.</returns>
    public static int Write(Span<byte> target, Timestamp value)
    {
        if (value is { Seconds: >= 0 and <= uint.MaxValue, Nanoseconds: 0 })
        {
            BinaryPrimitives.WriteUInt32BigEndian(target, (uint)value.Seconds);
            return 4;
        }

        if (value.Seconds is >= 0 and < 1L << SecondBits)
        {
            ulong both = ((ulong)value.Nanoseconds << SecondBits) | (ulong)value.Seconds;
            BinaryPrimitives.WriteUInt64BigEndian(target, both);
            return 8;
        }

        BinaryPrimitives.WriteInt32BigEndian(target, value.Nanoseconds);
        BinaryPrimitives.WriteInt64BigEndian(target[4..], value.Seconds);
        return MaxBytes;
    }
}
