using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Mp.Codecs;

/// <summary>
/// A moment, as the formats know it: MessagePack's timestamp, CBOR's tags 0 and 1, the text of RFC 3339.
/// </summary>
/// <param name="Seconds">Since 1970 in UTC, without leap seconds; negative before.</param>
/// <param name="Nanoseconds">From 0 to 999,999,999, after the second.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Timestamp(long Seconds, int Nanoseconds)
{
    /// <summary>The longest text, as <c>2026-01-01T00:00:00.123456789Z</c>.</summary>
    public const int MaxTextBytes = 30;

    /// <summary>What nanoseconds stay below.</summary>
    public const int NanosecondsPerSecond = 1_000_000_000;

    private const int FractionDigits = 9;

    private static readonly long UnixEpochSecond = DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerSecond;

    // What has a text, which has four digits for the year.
    private static readonly long FirstSecond = SecondsOf(DateTime.MinValue);
    private static readonly long LastSecond = SecondsOf(DateTime.MaxValue);

    /// <summary>Whether the year has four digits, as it must have in a text.</summary>
    public bool HasText => Seconds >= FirstSecond && Seconds <= LastSecond;

    /// <summary>The moment of a date and time, which is taken to be in UTC whatever its kind.</summary>
    public static Timestamp Of(DateTime value)
    {
        (long seconds, long ticks) = Math.DivRem(value.Ticks, TimeSpan.TicksPerSecond);
        return new Timestamp(seconds - UnixEpochSecond, (int)(ticks * TimeSpan.NanosecondsPerTick));
    }

    /// <summary>The date and time in UTC, cut to 100 ns, if it is one of the years from 1 to 9999.</summary>
    public bool TryToDateTime(out DateTime value)
    {
        value = HasText
            ? new DateTime(
                ((Seconds + UnixEpochSecond) * TimeSpan.TicksPerSecond) + (Nanoseconds / TimeSpan.NanosecondsPerTick),
                DateTimeKind.Utc)
            : default;
        return HasText;
    }

    /// <summary>The text, in UTC, with as many digits of the fraction as there are.</summary>
    /// <param name="target">At least <see cref="MaxTextBytes"/> long.</param>
    /// <returns>How many bytes were written.</returns>
    public int Format(Span<byte> target)
    {
        DateTime second = DateTime.UnixEpoch.AddTicks(Seconds * TimeSpan.TicksPerSecond);
        _ = second.TryFormat(target, out int length, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        if (Nanoseconds > 0)
        {
            target[length++] = (byte)'.';
            _ = Nanoseconds.TryFormat(target[length..], out int digits, "D9", CultureInfo.InvariantCulture);
            length += target.Slice(length, digits).TrimEnd((byte)'0').Length;
        }

        target[length++] = (byte)'Z';
        return length;
    }

    /// <summary>Reads a text of RFC 3339: <c>2026-01-01T00:00:00.5+01:00</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Timestamp value)
    {
        value = default;

        // ----45678901234567890: the first 19 stand in fixed places.
        if (text.Length < 20
            || text[4] != '-' || text[7] != '-' || (text[10] | 0x20) != 't' || text[13] != ':' || text[16] != ':'
            || !TryDigits(text[..4], out int year) || !TryDigits(text[5..7], out int month)
            || !TryDigits(text[8..10], out int day) || !TryDigits(text[11..13], out int hour)
            || !TryDigits(text[14..16], out int minute) || !TryDigits(text[17..19], out int second))
        {
            return false;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[19..];
        if (!TryFraction(ref rest, out int nanoseconds) || !TryOffset(rest, out int offset))
        {
            return false;
        }

        long seconds = SecondsOf(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc));
        value = new Timestamp(seconds - offset, nanoseconds);
        return true;
    }

    /// <summary>
    /// The nearest moment to a number of seconds since 1970, if it is one of the years that have a text.
    /// </summary>
    public static bool TryFrom(double seconds, out Timestamp value)
    {
        double whole = Math.Floor(seconds);
        bool isMoment = whole >= FirstSecond && whole <= LastSecond;
        value = default;
        if (isMoment)
        {
            int nanoseconds = (int)Math.Round((seconds - whole) * NanosecondsPerSecond);
            value = nanoseconds == NanosecondsPerSecond
                ? new Timestamp((long)whole + 1, 0)
                : new Timestamp((long)whole, nanoseconds);
        }

        return isMoment;
    }

    private static long SecondsOf(DateTime moment) =>
        (moment.Ticks / TimeSpan.TicksPerSecond) - UnixEpochSecond;

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value) =>
        Utf8Parser.TryParse(text, out value, out int length) && length == text.Length && IsDigit(text[0]);

    private static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    private static bool TryFraction(scoped ref ReadOnlySpan<byte> rest, out int nanoseconds)
    {
        nanoseconds = 0;
        if (rest[0] != (byte)'.')
        {
            return true;
        }

        int digits = 0;
        while (digits + 1 < rest.Length && IsDigit(rest[digits + 1]))
        {
            digits++;
            if (digits <= FractionDigits)
            {
                nanoseconds = (10 * nanoseconds) + rest[digits] - '0';
            }
        }

        for (int missing = digits; missing < FractionDigits; missing++)
        {
            nanoseconds *= 10;
        }

        // More digits than a nanosecond has would be lost.
        rest = rest[(digits + 1)..];
        return digits is > 0 and <= FractionDigits;
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, out int seconds)
    {
        seconds = 0;
        if (rest.Length == 1)
        {
            return (rest[0] | 0x20) == 'z';
        }

        if (rest.Length != 6 || rest[3] != ':' || rest[0] is not ((byte)'+' or (byte)'-')
            || !TryDigits(rest[1..3], out int hours) || !TryDigits(rest[4..], out int minutes)
            || hours > 23 || minutes > 59)
        {
            return false;
        }

        seconds = 60 * ((60 * hours) + minutes) * (rest[0] == '-' ? -1 : 1);
        return true;
    }
}
