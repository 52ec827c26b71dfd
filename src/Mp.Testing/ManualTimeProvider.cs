using Mp.Testing.Time;

namespace Mp.Testing;

/// <summary>A clock that only the test moves; timers fire in <see cref="Advance"/>, in due order.</summary>
/// <remarks>
/// Timers that are due at the same instant fire in the order in which they were set. Safe for concurrent calls.
/// </remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();

    private readonly SortedDictionary<(TimeSpan Due, long Order), ManualTimer> _timers = [];
    private TimeSpan _elapsed;
    private TimeSpan _shift;
    private long _lastOrder;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>How far the clock was moved so far.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return _elapsed;
            }
        }
    }

    /// <summary>How many timers are set.</summary>
    public int PendingTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return Start + _elapsed + _shift;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock, and fires on the way what falls due, each at its own instant.</summary>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        TimeSpan target = Elapsed + time;
        while (TryFireNext(target))
        {
        }

        lock (_gate)
        {
            _elapsed = target;
        }
    }

    /// <summary>
    /// Sets the time of day forward or back, as an administrator would. Timers and timestamps take no notice.
    /// </summary>
    public void ShiftTimeOfDay(TimeSpan shift)
    {
        lock (_gate)
        {
            _shift += shift;
        }
    }

    /// <summary>Moves the clock to the next timer, if one is due by then, and fires it.</summary>
    internal bool TryFireNext(TimeSpan target)
    {
        ManualTimer timer;
        lock (_gate)
        {
            ((TimeSpan due, _), ManualTimer? next) = _timers.FirstOrDefault();
            if (next is null || due > target)
            {
                return false;
            }

            timer = next;
            Take(timer);
            _elapsed = due;
            if (timer.Period > TimeSpan.Zero)
            {
                Add(timer, due + timer.Period);
            }
        }

        timer.Fire();
        return true;
    }

    /// <summary>Numbers the timers that are set: the lowest of those due at the same instant is first.</summary>
    internal Func<long>? NumberTimer { get; set; }

    internal void Set(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            Take(timer);
            timer.Period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Add(timer, _elapsed + dueTime);
            }
        }
    }

    internal void Remove(ManualTimer timer)
    {
        lock (_gate)
        {
            Take(timer);
        }
    }

    private void Add(ManualTimer timer, TimeSpan due)
    {
        timer.Key = (due, NumberTimer?.Invoke() ?? ++_lastOrder);
        _timers.Add(timer.Key, timer);
    }

    private void Take(ManualTimer timer) => _timers.Remove(timer.Key);
}
