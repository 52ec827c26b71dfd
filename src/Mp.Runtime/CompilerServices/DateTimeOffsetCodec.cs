using Mp.Codecs;

namespace Mp.CompilerServices;

/// <summary>
/// A date and time with its offset from UTC, as an array: the local time, as a moment that is called one in UTC, and
/// the offset in minutes. A moment alone has no offset.
/// </summary>
internal sealed class DateTimeOffsetCodec : IElementCodec<DateTimeOffset>
{
    private const int MaxMinutes = 14 * 60;

    public void Write(ref ElementWriter writer, DateTimeOffset value)
    {
        Timestamp local = Timestamp.Of(value.DateTime);
        writer.Enter();
        writer.WriteArrayHeader(2);
        writer.WriteTimestamp(local.Seconds, local.Nanoseconds);
        writer.WriteInt64(value.TotalOffsetMinutes);
        writer.Leave();
    }

    public bool TryRead(ref ElementReader reader, out DateTimeOffset value)
    {
        int minutes = 0;
        bool isPair = reader.TryReadArrayHeader(out int count);
        value = default;
        if ((isPair && count != 2)
            || !BuiltInCodecs.DateTime.TryRead(ref reader, out DateTime local)
            || (isPair && !reader.TryReadInteger(out minutes))
            || minutes is < -MaxMinutes or > MaxMinutes)
        {
            return false;
        }

        // What is before the first moment, or after the last, in UTC, is none.
        long ticks = local.Ticks - (minutes * TimeSpan.TicksPerMinute);
        bool exists = ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
        value = exists ? new DateTimeOffset(local.Ticks, TimeSpan.FromMinutes(minutes)) : default;
        return exists;
    }
}
