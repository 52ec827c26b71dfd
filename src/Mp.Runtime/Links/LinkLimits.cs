namespace Mp.Links;

/// <summary>How much may wait on a link, and be remembered with it.</summary>
internal sealed record LinkLimits
{
    /// <summary>How many messages may wait for a connection.</summary>
    public required int MaxConnectingMessages { get; init; }

    /// <summary>How many bytes may wait for a connection.</summary>
    public required int MaxConnectingBytes { get; init; }

    /// <summary>How many bytes may wait to be written before whoever can wait is made to.</summary>
    public required int SoftQueuedBytes { get; init; }

    /// <summary>How many bytes may wait to be written to a connection.</summary>
    public required int MaxQueuedBytes { get; init; }

    /// <summary>How many ports of the other node may be watched, and as many of this one.</summary>
    public required int MaxMonitors { get; init; }

    /// <summary>How soon a later life of the node may replace the connection once more.</summary>
    public required TimeSpan MinTakeoverInterval { get; init; }
}
