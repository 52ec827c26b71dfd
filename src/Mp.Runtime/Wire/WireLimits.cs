namespace Mp.Wire;

/// <summary>
/// How much a peer may ask for in one message. A number that a peer sends is checked before it is used.
/// </summary>
internal sealed record WireLimits
{
    /// <summary>The longest frame, in bytes.</summary>
    public int MaxFrameBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How deep arrays and maps may be nested.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>How many values a message may have, those in arrays and maps included.</summary>
    public int MaxValues { get; init; } = 65_536;
}
