using System.Runtime.InteropServices;

namespace Mp.CompilerServices;

/// <summary>
/// Tells numbers, IDs and moments apart that a peer chose: by hash codes that differ from process to process, as those
/// of texts do. Their own are known beforehand, and some that all collide are quickly found.
/// </summary>
/// <typeparam name="T">An integer, an enum, a GUID, a date, a time, or a span of time.</typeparam>
internal sealed class SeededComparer<T> : IEqualityComparer<T>
{
    /// <summary>Whether <typeparamref name="T"/> is one of these types.</summary>
    public static bool IsFor => EnumValue<T>.IsInteger
        || typeof(T) == typeof(Guid)
        || typeof(T) == typeof(DateTime)
        || typeof(T) == typeof(DateOnly)
        || typeof(T) == typeof(TimeOnly)
        || typeof(T) == typeof(TimeSpan);

    public bool Equals(T? x, T? y) => EqualityComparer<T>.Default.Equals(x, y);

    public int GetHashCode(T obj) => obj switch
    {
        Guid id => HashOf(id),

        // Not its kind, which does not count when two of them are compared.
        DateTime moment => HashOf(moment.Ticks),
        DateOnly date => HashOf((long)date.DayNumber),
        TimeOnly time => HashOf(time.Ticks),
        TimeSpan span => HashOf(span.Ticks),
        _ when EnumValue<T>.IsUnsigned64 => HashOf(EnumValue<T>.ToUInt64(obj)),
        _ => HashOf(EnumValue<T>.ToInt64(obj)),
    };

    // HashCode has a seed as well, but a hash for which numbers that collide under most seeds can be computed. The one
    // of texts is made against that.
    private static int HashOf<TBits>(TBits bits)
        where TBits : struct =>
        string.GetHashCode(
            MemoryMarshal.Cast<TBits, char>(new ReadOnlySpan<TBits>(in bits)),
            StringComparison.Ordinal);
}
