using Mp.Links;

namespace Mp;

/// <content>How connections are made, kept and judged.</content>
public sealed partial record NodeOptions
{
    /// <summary>
    /// How long a connection may be idle before a sign of life is sent. Default 2.5 s; 100 ms to 10 min.
    /// </summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>
    /// After how long a silence a peer is taken for dead, and its link ended. Default 7.5 s; 200 ms to 30 min, and at
    /// least twice <see cref="HeartbeatInterval"/>.
    /// </summary>
    /// <remarks>
    /// A peer that is frozen, or gone without a word, is noticed after this long and one interval more at the most. A
    /// node tells its peers this time, and each of them sends signs of life often enough for it, whatever its own
    /// settings. Peers that do not know of it (other implementations of the protocol) are left alone: see
    /// <see cref="ProbeSilentPeers"/>.
    /// </remarks>
    public TimeSpan HeartbeatTimeout { get; init; } = TimeSpan.FromSeconds(7.5);

    /// <summary>
    /// Whether a peer that sends no signs of life by itself is asked for one when it is silent, and taken for dead if
    /// it does not answer. Default: no.
    /// </summary>
    /// <remarks>It is asked for the time, which every implementation of the protocol answers.</remarks>
    public bool ProbeSilentPeers { get; init; }

    /// <summary>How long a message may take to arrive once it has begun. Default 30 s; 1 s to 1 h.</summary>
    public TimeSpan FrameTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many bytes a second of a message have to arrive once it has begun, on the average, after
    /// <see cref="FrameGrace"/>. Default 1,024; 0 to 1 Gi.
    /// </summary>
    public int MinFrameBytesPerSecond { get; init; } = 1_024;

    /// <summary>
    /// For how long a message that has begun may arrive as slowly as it likes. Default 5 s; 0 to 1 h.
    /// </summary>
    public TimeSpan FrameGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long to try to connect to a node before what waits for it is given up. Default 30 s; 100 ms to 1 h.
    /// </summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long to wait after the first attempt to connect that failed. Default 200 ms; 10 ms to 10 min, and no more
    /// than <see cref="MaxReconnectDelay"/>.
    /// </summary>
    /// <remarks>Twice as long after each further one, and 20 % more or less, by chance.</remarks>
    public TimeSpan ReconnectDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long to wait at the most between two attempts to connect. Default 30 s; 10 ms to 1 h.</summary>
    public TimeSpan MaxReconnectDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long ending a node may wait for its last messages to be written. Default 5 s; 0 to 10 min.
    /// </summary>
    /// <remarks>Those that wait for a connection are among them.</remarks>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The same options, with peers that are gone noticed within two seconds instead of ten.</summary>
    /// <remarks>
    /// A sign of life every half second, and a peer is dead after one and a half of silence. For networks without long
    /// pauses: a process that stands still for longer (a suspended virtual machine, say) loses its links.
    /// </remarks>
    public NodeOptions WithFastHeartbeats() => this with
    {
        HeartbeatInterval = TimeSpan.FromSeconds(0.5),
        HeartbeatTimeout = TimeSpan.FromSeconds(1.5),
    };

    internal LinkWatchLimits LinkWatchLimits => new()
    {
        HeartbeatInterval = HeartbeatInterval,
        HeartbeatTimeout = HeartbeatTimeout,
        ProbeSilentPeers = ProbeSilentPeers,
        WriteTimeout = WriteTimeout,
        FrameTimeout = FrameTimeout,
        FrameGrace = FrameGrace,
        MinFrameBytesPerSecond = MinFrameBytesPerSecond,
    };
}
