namespace Mp.Transports.Tcp;

/// <summary>What the system is asked to do about connections whose other end is gone.</summary>
/// <remarks>
/// This is what notices a dead host; a frozen process keeps its connection, and only heartbeats notice it. Checked when
/// a node starts with it.
/// </remarks>
public sealed record TcpOptions
{
    /// <summary>
    /// How long what was sent may stay unacknowledged before the connection is lost. Default 10 s; 0 (the system's own
    /// limit) to 1 h. On Linux only.
    /// </summary>
    public TimeSpan UserTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a connection is idle before the system asks whether the other end is there, in whole seconds. Default
    /// 5 s; 1 s to 2 h.
    /// </summary>
    public TimeSpan KeepAliveTime { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long the system waits before it asks again, in whole seconds. Default 2 s; 1 s to 10 min.
    /// </summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How many questions without an answer make a connection lost. Default 3; 1 to 100.</summary>
    public int KeepAliveRetries { get; init; } = 3;

    /// <summary>What is out of its range: a sentence each.</summary>
    internal IEnumerable<string> Problems() =>
    [
        .. Check(nameof(UserTimeout), UserTimeout, TimeSpan.Zero, TimeSpan.FromHours(1)),
        .. Check(nameof(KeepAliveTime), KeepAliveTime, TimeSpan.FromSeconds(1), TimeSpan.FromHours(2)),
        .. Check(nameof(KeepAliveInterval), KeepAliveInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
        .. Check(nameof(KeepAliveRetries), KeepAliveRetries, 1, 100),
    ];

    private static string[] Check<T>(string name, T value, T least, T most)
        where T : IComparable<T> => value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? [$"{nameof(TcpOptions)}.{name} is {value}; it must be from {least} to {most}."]
            : [];
}
