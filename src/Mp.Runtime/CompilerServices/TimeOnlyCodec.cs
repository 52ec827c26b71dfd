namespace Mp.CompilerServices;

/// <summary>A time of day, as the number of 100 ns since midnight.</summary>
internal sealed class TimeOnlyCodec : IElementCodec<TimeOnly>
{
    public void Write(ref ElementWriter writer, TimeOnly value) => writer.WriteInt64(value.Ticks);

    public bool TryRead(ref ElementReader reader, out TimeOnly value)
    {
        value = default;
        if (!reader.TryReadInt64(out long ticks) || ticks < TimeOnly.MinValue.Ticks || ticks > TimeOnly.MaxValue.Ticks)
        {
            return false;
        }

        value = new TimeOnly(ticks);
        return true;
    }
}
