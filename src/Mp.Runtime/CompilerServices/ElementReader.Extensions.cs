using Mp.Codecs;
using Mp.Codecs.MessagePack;

namespace Mp.CompilerServices;

/// <content>What MessagePack has beyond the kinds of elements that every format knows.</content>
public ref partial struct ElementReader
{
    /// <summary>Reads an extension of MessagePack: a view, not a copy.</summary>
    /// <param name="type">What it is; negative ones are the format's own.</param>
    /// <param name="data">Its content, which means what the type says.</param>
    public bool TryReadExtension(out sbyte type, out ReadOnlySpan<byte> data)
    {
        type = 0;
        data = default;
        if (Kind != ElementKind.Extension)
        {
            return false;
        }

        data = TakeContent();

        // The last byte of the head.
        type = (sbyte)_data[_position - data.Length - 1];
        return true;
    }

    /// <summary>Reads a moment: the timestamp of MessagePack.</summary>
    /// <param name="seconds">Since 1970 in UTC; negative before.</param>
    /// <param name="nanoseconds">From 0 to 999,999,999, after the second.</param>
    public bool TryReadTimestamp(out long seconds, out int nanoseconds)
    {
        int start = _position;
        Timestamp value = default;
        bool isRead = TryReadExtension(out sbyte type, out ReadOnlySpan<byte> data)
            && type == MessagePackTimestamp.Type
            && MessagePackTimestamp.TryRead(data, out value);
        if (!isRead)
        {
            _position = start;
            isRead = _dialect != ElementDialect.Exact && TryReadLooseTimestamp(out value);
        }

        seconds = value.Seconds;
        nanoseconds = value.Nanoseconds;
        return isRead;
    }
}
