namespace Mp.Torture.Soak;

/// <summary>A monitor that is withdrawn after some time: it fires once at the most, and not after that.</summary>
internal sealed class BriefMonitor(Complaints complaints, TimeProvider clock)
{
    // A callback that begins while the monitor is withdrawn may get its turn a little later.
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(1);

    private IDisposable? _guard;
    private long _withdrawn;
    private int _fires;

    /// <summary>It is set.</summary>
    public void Begin(IDisposable guard) => _guard = guard;

    /// <summary>Withdraws it.</summary>
    public void End()
    {
        _guard!.Dispose();
        Volatile.Write(ref _withdrawn, clock.GetTimestamp());
    }

    /// <summary>Its callback.</summary>
    public void Fire(Reason reason)
    {
        if (Interlocked.Increment(ref _fires) > 1)
        {
            complaints.Add($"a monitor fired again: {reason}");
        }

        if (Volatile.Read(ref _withdrawn) is var withdrawn and > 0 && clock.GetElapsedTime(withdrawn) > Leeway)
        {
            complaints.Add($"a monitor fired after it was withdrawn: {reason}");
        }
    }
}
