namespace Mp.Testing;

/// <summary>What a <see cref="FaultPlan"/> may do.</summary>
[Flags]
public enum FaultKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Connections are cut, noticed by both ends, one, or none.</summary>
    Cut = 1,

    /// <summary>Nothing gets through for a while, one way or both.</summary>
    Block = 2,

    /// <summary>Some paths are blocked one by one, and opened in another order.</summary>
    Clog = 4,

    /// <summary>A host refuses connections for a while.</summary>
    Refuse = 8,

    /// <summary>A path is slow for a while: delays, few bytes a second, small pieces, a slow reader.</summary>
    Slow = 16,

    /// <summary>A process stands still for a while.</summary>
    Freeze = 32,

    /// <summary>A process is gone, with its host or alone, and comes back.</summary>
    Crash = 64,

    /// <summary>A process ends in order, and comes back.</summary>
    Stop = 128,

    /// <summary>The time of day is set an hour forward or back, for everybody.</summary>
    SetClock = 256,

    /// <summary>All of them.</summary>
    All = Cut | Block | Clog | Refuse | Slow | Freeze | Crash | Stop | SetClock,
}
