namespace Mp.Testing;

/// <summary>How long things may take in a history.</summary>
public sealed record CheckerOptions
{
    /// <summary>
    /// Within what time a silent peer must be given up. Default: not looked at. A simulation takes
    /// <see cref="SimulatedWorld.DetectionBound"/>.
    /// </summary>
    public TimeSpan? DetectionBound { get; init; }

    /// <summary>
    /// Whether no time passes while anybody has anything to do, as in a simulation. Default: no. Some promises can be
    /// judged only then.
    /// </summary>
    public bool IsVirtualTime { get; init; }

    /// <summary>
    /// From how long after the last fault on all that is sent must arrive. Default 60 s: twice the longest pause
    /// between attempts to connect.
    /// </summary>
    public TimeSpan RecoveryBound { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How soon a node that was started anew must be let in by one that it has not spoken to yet, when nothing goes
    /// wrong any more. Default 3 s.
    /// </summary>
    public TimeSpan ReturnBound { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a node may take to end. Default 6 s: what it may wait, and a second.</summary>
    public TimeSpan ShutdownBound { get; init; } = TimeSpan.FromSeconds(6);
}
