using Mp.Codecs;
using Mp.Codecs.Json;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>Reads frames of <see cref="Framing.Json"/>, and rewrites them.</summary>
/// <remarks>
/// Mostly a frame is there as a whole, and is read at once. One that is not is looked through as it comes, each byte
/// once, and read when its end has come: otherwise a peer that sends little by little would have it read as often.
/// </remarks>
/// <param name="limits">How much is accepted.</param>
/// <param name="dialect">What the peer says otherwise, apart from what JSON can't say.</param>
internal sealed class JsonFrameReader(WireLimits limits, ElementDialect dialect = ElementDialect.Exact) : IFrameReader
{
    private readonly WireLimits _limits = limits;
    private readonly JsonToElements _rewriter = new(limits);
    private readonly byte[] _portName = new byte[PortNameReader.ScratchBytes];
    private JsonScanner _scanner;
    private bool _isScanning;

    /// <inheritdoc/>
    public ElementDialect Dialect { get; } = dialect | ElementDialect.Textual;

    /// <inheritdoc/>
    public int Wanted => 0;

    /// <inheritdoc/>
    public Verdict Read(ReadOnlySpan<byte> input, out int consumed, out Frame frame)
    {
        frame = default;
        ReadOnlySpan<byte> rest = input.TrimStart(" \t\r\n"u8);
        consumed = input.Length - rest.Length;
        if (rest.IsEmpty)
        {
            return Verdict.Incomplete;
        }

        Verdict verdict = ReadMessage(rest, out int length, out int count);
        if (verdict == Verdict.Incomplete)
        {
            return rest.Length > _limits.MaxFrameBytes ? Verdict.FrameTooLong : verdict;
        }

        consumed += length;
        if (verdict != Verdict.Accepted)
        {
            return verdict;
        }

        return length > _limits.MaxFrameBytes
            ? Verdict.FrameTooLong
            : RewrittenFrame.Read(_rewriter.Elements, count, _portName, out frame);
    }

    private Verdict ReadMessage(ReadOnlySpan<byte> rest, out int length, out int count)
    {
        if (!_isScanning)
        {
            Verdict verdict = _rewriter.Rewrite(rest, out length, out count);
            if (verdict != Verdict.Truncated)
            {
                return verdict;
            }

            _isScanning = true;
            _scanner = default;
        }

        // The message itself is not counted, as in the other framings.
        count = 0;
        if (!_scanner.TryFindEnd(rest, _limits.MaxDepth + 1, out length, out bool isTooDeep))
        {
            return isTooDeep ? Verdict.TooDeep : Verdict.Incomplete;
        }

        _isScanning = false;
        return _rewriter.Rewrite(rest[..length], out length, out count);
    }
}
