using Mp.Codecs;

namespace Mp.Wire;

/// <summary>
/// A peer sent what the protocol does not allow. Ends the link; the text is for the log, without content.
/// </summary>
/// <param name="reason">Why.</param>
/// <param name="offset">Where, in bytes from the beginning of the frame.</param>
internal sealed class WireFormatException(Verdict reason, int offset)
    : Exception($"{VerdictText.Of(reason)} (at byte {offset} of its frame).")
{
    /// <summary>Why.</summary>
    public Verdict Reason { get; } = reason;

    /// <summary>Where, in bytes from the beginning of the frame.</summary>
    public int Offset { get; } = offset;
}
