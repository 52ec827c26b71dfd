using Mp.Codecs;

namespace Mp.Wire;

/// <summary>Reading frames where a peer's error is an exception.</summary>
internal static class FrameReaderExtensions
{
    /// <inheritdoc cref="IFrameReader.Read"/>
    /// <returns><see langword="false"/> if more bytes are needed.</returns>
    /// <exception cref="WireFormatException">The input is malformed or beyond a limit; the connection must
    /// end.</exception>
    public static bool TryRead(
        this IFrameReader reader,
        ReadOnlySpan<byte> input,
        out int consumed,
        out Frame frame)
    {
        Verdict verdict = reader.Read(input, out consumed, out frame);
        return verdict is Verdict.Accepted or Verdict.Incomplete
            ? verdict == Verdict.Accepted
            : throw new WireFormatException(verdict, consumed);
    }
}
