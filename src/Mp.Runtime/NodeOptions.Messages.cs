using Mp.Wire;

namespace Mp;

/// <content>How large messages may be.</content>
public sealed partial record NodeOptions
{
    /// <summary>The longest message sent or accepted, in bytes. Default 16 MiB; 1 KiB to 1 GiB.</summary>
    public int MaxFrameBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How deep arrays and maps of a peer's message may be nested. Default 64; 2 to 64.</summary>
    public int MaxMessageDepth { get; init; } = 64;

    /// <summary>
    /// How many values a message may hold, those in arrays and maps included. Default 65,536; 16 to 16 Mi.
    /// </summary>
    public int MaxMessageValues { get; init; } = 65_536;

    /// <summary>How many elements of a reason cross the network. Default 16; 2 to 1,024.</summary>
    /// <remarks>Of a longer one the first are told, and a last element that says so.</remarks>
    public int MaxReasonElements { get; init; } = 16;

    /// <summary>How many bytes of a reason cross the network. Default 64 KiB; 256 to 1 Mi.</summary>
    /// <inheritdoc cref="MaxReasonElements" path="/remarks"/>
    public int MaxReasonBytes { get; init; } = 64 * 1024;

    /// <summary>
    /// In which framings peers may send, the preferred one first. Default: <c>msgpack</c>, <c>cbor</c>, <c>json</c>.
    /// </summary>
    /// <remarks>
    /// In which this node sends is what the other one prefers, among these three. Nodes of AnyEvent::MP know the last
    /// two; with one that receives none of the three there is no link.
    /// </remarks>
    public IReadOnlyList<string> Framings { get; init; } = Wire.Framings.Names;

    internal WireLimits WireLimits => new()
    {
        MaxFrameBytes = MaxFrameBytes,
        MaxDepth = MaxMessageDepth,
        MaxValues = MaxMessageValues,
    };
}
