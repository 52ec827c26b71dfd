namespace Mp.CompilerServices;

/// <summary>A date, as the number of days since the first of January of the year 1.</summary>
internal sealed class DateOnlyCodec : IElementCodec<DateOnly>
{
    public void Write(ref ElementWriter writer, DateOnly value) => writer.WriteInt64(value.DayNumber);

    public bool TryRead(ref ElementReader reader, out DateOnly value)
    {
        value = default;
        if (!reader.TryReadInt64(out long day) || day < 0 || day > DateOnly.MaxValue.DayNumber)
        {
            return false;
        }

        value = DateOnly.FromDayNumber((int)day);
        return true;
    }
}
