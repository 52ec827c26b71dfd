namespace Mp.Wire;

/// <summary>A frame that was read and checked, whatever its framing: MessagePack from here on.</summary>
internal readonly ref struct Frame
{
    /// <summary>The name of the port that it is for, in UTF-8; empty for the node's own.</summary>
    public required ReadOnlySpan<byte> PortName { get; init; }

    /// <summary>
    /// The elements of the message, one after the other. A view: valid until the reader is called again.
    /// </summary>
    public required ReadOnlySpan<byte> Elements { get; init; }

    /// <summary>
    /// How many elements there are. A frame of none for the node's own port keeps the connection alive.
    /// </summary>
    public required int Count { get; init; }
}
