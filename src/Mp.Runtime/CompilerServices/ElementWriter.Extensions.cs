using System.Numerics;
using Mp.Codecs;
using Mp.Codecs.MessagePack;

namespace Mp.CompilerServices;

/// <content>What MessagePack has beyond the kinds of elements that every format knows.</content>
public ref partial struct ElementWriter
{
    /// <summary>Writes an extension of MessagePack.</summary>
    /// <param name="type">What it is; negative ones are the format's own.</param>
    /// <param name="data">Its content.</param>
    public void WriteExtension(sbyte type, scoped ReadOnlySpan<byte> data)
    {
        Span<byte> target = Room(6 + data.Length);
        int header = data.Length switch
        {
            1 or 2 or 4 or 8 or 16 => FixExtension(target, data.Length),
            <= byte.MaxValue => Header8(target, MessagePackCode.Extension8, data.Length),
            <= ushort.MaxValue => Header16(target, MessagePackCode.Extension16, data.Length),
            _ => Header32(target, MessagePackCode.Extension32, data.Length),
        };
        target[header] = (byte)type;
        data.CopyTo(target[(header + 1)..]);
        _used += header + 1 + data.Length;
    }

    /// <summary>Writes a moment: the timestamp of MessagePack, in the shortest of its three forms.</summary>
    /// <param name="seconds">Since 1970 in UTC; negative before.</param>
    /// <param name="nanoseconds">From 0 to 999,999,999, after the second.</param>
    /// <exception cref="ArgumentOutOfRangeException">So many nanoseconds are a second or more, or negative.</exception>
    public void WriteTimestamp(long seconds, int nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nanoseconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(nanoseconds, Timestamp.NanosecondsPerSecond);
        Span<byte> data = stackalloc byte[MessagePackTimestamp.MaxBytes];
        int length = MessagePackTimestamp.Write(data, new Timestamp(seconds, nanoseconds));
        WriteExtension(MessagePackTimestamp.Type, data[..length]);
    }

    private static int FixExtension(Span<byte> target, int length)
    {
        target[0] = (byte)(MessagePackCode.FixExtension1 + BitOperations.Log2((uint)length));
        return 1;
    }
}
