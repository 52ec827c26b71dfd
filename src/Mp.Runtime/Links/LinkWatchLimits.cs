namespace Mp.Links;

/// <summary>How long a peer may be silent or slow.</summary>
internal sealed record LinkWatchLimits
{
    /// <summary>How many ticks there are in <see cref="HeartbeatInterval"/>.</summary>
    public const int TicksPerInterval = 5;

    /// <summary>How long a connection is idle before a heartbeat is sent.</summary>
    public required TimeSpan HeartbeatInterval { get; init; }

    /// <summary>After how long a silence a peer is dead.</summary>
    public required TimeSpan HeartbeatTimeout { get; init; }

    /// <summary>Whether a peer that sends no heartbeats is asked for an answer when it is silent.</summary>
    public required bool ProbeSilentPeers { get; init; }

    /// <summary>How long a peer may take nothing of what is written to it.</summary>
    public required TimeSpan WriteTimeout { get; init; }

    /// <summary>How long a message may take to arrive.</summary>
    public required TimeSpan FrameTimeout { get; init; }

    /// <summary>For how long a message may arrive as slowly as it likes.</summary>
    public required TimeSpan FrameGrace { get; init; }

    /// <summary>How many bytes a second have to come afterwards, on the average since the message began.</summary>
    public required int MinFrameBytesPerSecond { get; init; }

    /// <summary>How often to look.</summary>
    public TimeSpan Tick => HeartbeatInterval / TicksPerInterval;
}
