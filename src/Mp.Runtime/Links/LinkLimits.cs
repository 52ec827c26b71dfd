namespace Mp.Links;

/// <summary>How much may wait on a link.</summary>
internal sealed record LinkLimits
{
    /// <summary>How many messages may wait for a connection.</summary>
    public required int MaxConnectingMessages { get; init; }

    /// <summary>How many bytes may wait for a connection.</summary>
    public required int MaxConnectingBytes { get; init; }

    /// <summary>How many bytes may wait to be written to a connection.</summary>
    public required int MaxQueuedBytes { get; init; }
}
