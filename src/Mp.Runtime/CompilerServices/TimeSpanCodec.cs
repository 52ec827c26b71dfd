namespace Mp.CompilerServices;

/// <summary>A length of time, as a number of 100 ns.</summary>
internal sealed class TimeSpanCodec : IElementCodec<TimeSpan>
{
    public void Write(ref ElementWriter writer, TimeSpan value) => writer.WriteInt64(value.Ticks);

    public bool TryRead(ref ElementReader reader, out TimeSpan value)
    {
        bool isRead = reader.TryReadInt64(out long ticks);
        value = new TimeSpan(ticks);
        return isRead;
    }
}
