namespace Mp.Links;

/// <summary>What is remembered of an address that connections come from.</summary>
internal sealed class InboundAddress
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private TimeSpan _windowBegan;
    private TimeSpan _refusedUntil;
    private int _failures;

    /// <summary>How many connections from there are open that have not authenticated.</summary>
    public int Unauthenticated { get; set; }

    /// <summary>Whether it has failed so often that it is refused.</summary>
    public bool IsRefused(TimeSpan now) => now < _refusedUntil;

    /// <summary>Whether there is nothing to remember.</summary>
    public bool IsForgettable(TimeSpan now) =>
        Unauthenticated == 0 && !IsRefused(now) && (_failures == 0 || now - _windowBegan >= Window);

    /// <summary>It has failed to authenticate.</summary>
    public void Fail(TimeSpan now, InboundLimits limits)
    {
        if (now - _windowBegan >= Window)
        {
            _windowBegan = now;
            _failures = 0;
        }

        if (++_failures >= limits.MaxFailures)
        {
            _failures = 0;
            _refusedUntil = now + limits.Penalty;
        }
    }
}
