namespace Mp.Testing.Loops;

/// <summary>The common clock, as one machine sees it: what it does when a timer is due, it does on its own.</summary>
internal sealed class MachineClock(Machine machine, ManualTimeProvider clock) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new MachineTimer(machine, clock, callback, state, dueTime, period);
}
