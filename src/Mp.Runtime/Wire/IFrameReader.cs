using Mp.Codecs;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>
/// Takes frames off the front of what a peer sends. One for each connection; not safe for concurrent calls.
/// </summary>
internal interface IFrameReader
{
    /// <summary>What the peer says otherwise than it would be said here.</summary>
    ElementDialect Dialect { get; }

    /// <summary>
    /// How long the frame is that was incomplete when it was read last, in bytes; 0 if the format does not say so at
    /// its beginning. If it does, the elements are the last bytes of the frame.
    /// </summary>
    int Wanted { get; }

    /// <summary>Takes one frame, if a whole one has arrived.</summary>
    /// <param name="input">What has arrived and was not consumed; after <see cref="Verdict.Incomplete"/>, the same and
    /// what followed.</param>
    /// <param name="consumed">How many bytes of it are done with. May be more than 0 without a frame (white space). If
    /// it is refused, where the reason is.</param>
    /// <param name="frame">The frame: views into <paramref name="input"/> or into the reader.</param>
    /// <returns>
    /// Whether there is a frame, or more bytes are needed, or why the input is refused: the connection must end then.
    /// </returns>
    Verdict Read(ReadOnlySpan<byte> input, out int consumed, out Frame frame);
}
