using Mp.Codecs;

namespace Mp.CompilerServices;

/// <summary>A date and time, as the moment that it is in UTC; without a kind, it is taken to be in UTC.</summary>
internal sealed class DateTimeCodec : IElementCodec<DateTime>
{
    public void Write(ref ElementWriter writer, DateTime value)
    {
        Timestamp moment = Timestamp.Of(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value);
        writer.WriteTimestamp(moment.Seconds, moment.Nanoseconds);
    }

    public bool TryRead(ref ElementReader reader, out DateTime value)
    {
        value = default;
        return reader.TryReadTimestamp(out long seconds, out int nanoseconds)
            && new Timestamp(seconds, nanoseconds).TryToDateTime(out value);
    }
}
