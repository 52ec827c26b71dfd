namespace Mp.Scheduling;

/// <summary>Whether it pays for a worker without work to look around before it gives its thread back.</summary>
/// <remarks>
/// As long as it looks it has a processor that somebody else may need: the very thread, perhaps, that is to bring what
/// it looks for. So it is given up when work came too late to be found several times in a row, and begun again when
/// some came soon enough. This is a guess about speed alone, made of what several threads write without an order.
/// </remarks>
internal sealed class SearchPatience(TimeProvider time)
{
    /// <summary>So many times in a row searching was in vain when it is given up.</summary>
    public const int MostMisses = 8;

    // About as long as a search takes.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMicroseconds(10);

    private const long Judged = long.MinValue;

    private long _ranOut = time.GetTimestamp();
    private int _misses;

    /// <summary>Whether to search for a while, not just once.</summary>
    public bool Pays => Volatile.Read(ref _misses) < MostMisses;

    /// <summary>The time, for <see cref="GiveUp"/>.</summary>
    public long Now => time.GetTimestamp();

    /// <summary>A worker has found something after a while.</summary>
    public void Find()
    {
        if (Volatile.Read(ref _misses) != 0)
        {
            Volatile.Write(ref _misses, 0);
        }
    }

    /// <summary>A worker gives its thread back.</summary>
    /// <param name="ranOut">When it had run out of work, before it looked around.</param>
    public void GiveUp(long ranOut) => Volatile.Write(ref _ranOut, ranOut);

    /// <summary>There is work, and a worker needs a thread for it.</summary>
    public void Wake()
    {
        // Each search is judged once, however many workers are woken then.
        long ranOut = Interlocked.Exchange(ref _ranOut, Judged);
        if (ranOut == Judged)
        {
            return;
        }

        if (time.GetElapsedTime(ranOut) < LongestPause)
        {
            Find();
        }
        else if (Pays)
        {
            Interlocked.Increment(ref _misses);
        }
    }
}
