namespace Mp.Simulations;

/// <summary>The limits of one node.</summary>
/// <param name="FrameBytes">How long a message may be.</param>
/// <param name="Depth">How deep it may be nested.</param>
/// <param name="Values">How many values it may hold.</param>
/// <param name="QueuedBytes">How many bytes may wait to be written.</param>
/// <param name="ConnectingBytes">How many bytes may wait for a connection.</param>
/// <param name="ConnectingMessages">How many messages may.</param>
/// <param name="ConnectTimeout">For how long.</param>
internal sealed record NodeLimits(
    int FrameBytes,
    int Depth,
    int Values,
    int QueuedBytes,
    int ConnectingBytes,
    int ConnectingMessages,
    TimeSpan ConnectTimeout)
{
    private static readonly NodeOptions Defaults = new();

    /// <summary>Those that nodes have by default.</summary>
    public static NodeLimits Usual { get; } = new(
        Defaults.MaxFrameBytes,
        Defaults.MaxMessageDepth,
        Defaults.MaxMessageValues,
        Defaults.MaxQueuedBytes,
        Defaults.MaxConnectingBytes,
        Defaults.MaxConnectingMessages,
        Defaults.ConnectTimeout);

    /// <summary>Limits that messages break, at the sender or at the receiver.</summary>
    public static NodeLimits Tight(Random random) => new(
        1024 << random.Next(3),
        random.Next(2, 9),
        16 << random.Next(4),
        1024 << random.Next(4),
        1024 << random.Next(4),
        random.Next(8, 40),
        TimeSpan.FromSeconds(random.Next(1, 10)));

    public NodeOptions Apply(NodeOptions options) => options with
    {
        MaxFrameBytes = FrameBytes,
        MaxMessageDepth = Depth,
        MaxMessageValues = Values,
        SoftQueuedBytes = Math.Min(QueuedBytes, Defaults.SoftQueuedBytes),
        MaxQueuedBytes = QueuedBytes,
        MaxConnectingBytes = ConnectingBytes,
        MaxConnectingMessages = ConnectingMessages,
        ConnectTimeout = ConnectTimeout,
    };
}
