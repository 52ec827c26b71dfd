namespace Mp.Testing.Time;

/// <summary>A timer of a <see cref="ManualTimeProvider"/>, which guards what is mutable here.</summary>
internal sealed class ManualTimer(ManualTimeProvider provider, TimerCallback callback, object? state) : ITimer
{
    public TimeSpan Period { get; set; }

    /// <summary>When it is due, and which was set first of those due at the same instant; 0 if it never was.</summary>
    public (TimeSpan Due, long Order) Key { get; set; }

    public void Fire() => callback(state);

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        provider.Set(this, dueTime, period);
        return true;
    }

    public void Dispose() => provider.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
