using Mp.Links;

namespace Mp;

/// <content>Who is let in.</content>
public sealed partial record NodeOptions
{
    /// <summary>
    /// How long a connection may take to authenticate, however busy it is. Default 10 s; 100 ms to 10 min.
    /// </summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many connections from outside may be open. Default 10,000; 1 to 1 Mi.</summary>
    public int MaxInboundConnections { get; init; } = 10_000;

    /// <summary>
    /// How many connections from outside may be open that are not authenticated yet. Default 128; 1 to 65,536.
    /// </summary>
    public int MaxUnauthenticatedConnections { get; init; } = 128;

    /// <summary>
    /// How many of the connections that are not authenticated yet may come from one address, or one /64 network of
    /// IPv6. Default 16; 1 to 65,536.
    /// </summary>
    public int MaxUnauthenticatedPerAddress { get; init; } = 16;

    /// <summary>
    /// How many times a minute one address, or one /64 network of IPv6, may fail to authenticate before it is refused
    /// for <see cref="FailedAuthenticationPenalty"/>. Default 10; 1 to 1 Mi.
    /// </summary>
    public int MaxFailedAuthentications { get; init; } = 10;

    /// <summary>
    /// For how long an address is refused that has failed to authenticate too often. Default 60 s; 0 to 24 h.
    /// </summary>
    public TimeSpan FailedAuthenticationPenalty { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long the connection that there is may take to show that it lives, when its node opens another one. Default
    /// 2 s; 100 ms to 1 min.
    /// </summary>
    /// <remarks>
    /// If it does, the other one is refused, else it is replaced. A node of Mp that was started anew replaces the
    /// connection of its former life at once.
    /// </remarks>
    public TimeSpan TakeoverProbeTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How soon a node that was started anew may replace its connection once more. Default 1 s; 0 to 1 h.
    /// </summary>
    /// <remarks>It keeps two nodes that were given the same ID from replacing each other all the time.</remarks>
    public TimeSpan TakeoverInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How many lines a second are logged of one peer; of what is more, the number. Default 10; 1 to 1 Mi.
    /// </summary>
    public int MaxLogLinesPerSecond { get; init; } = 10;

    internal InboundLimits InboundLimits => new()
    {
        MaxConnections = MaxInboundConnections,
        MaxUnauthenticated = MaxUnauthenticatedConnections,
        MaxUnauthenticatedPerAddress = MaxUnauthenticatedPerAddress,
        MaxFailures = MaxFailedAuthentications,
        Penalty = FailedAuthenticationPenalty,
    };
}
