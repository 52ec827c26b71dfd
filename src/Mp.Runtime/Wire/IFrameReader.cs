namespace Mp.Wire;

/// <summary>
/// Takes frames off the front of what a peer sends. One for each connection; not safe for concurrent calls.
/// </summary>
internal interface IFrameReader
{
    /// <summary>Whether the framing is a text format, where binary data stands as base 64.</summary>
    bool IsTextual { get; }

    /// <summary>Takes one frame, if a whole one has arrived.</summary>
    /// <param name="input">What has arrived and was not consumed; after a <c>false</c>, the same and what
    /// followed.</param>
    /// <param name="consumed">How many bytes of it are done with. May be more than 0 without a frame (white
    /// space).</param>
    /// <param name="frame">The frame: views into <paramref name="input"/> or into the reader.</param>
    /// <returns><see langword="false"/> if more bytes are needed.</returns>
    /// <exception cref="WireFormatException">The input is malformed or beyond a limit; the connection must
    /// end.</exception>
    bool TryRead(ReadOnlySpan<byte> input, out int consumed, out Frame frame);
}
