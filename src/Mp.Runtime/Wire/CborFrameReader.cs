using Mp.Codecs;
using Mp.Codecs.Cbor;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>Reads frames of <see cref="Framing.Cbor"/>, and rewrites them.</summary>
/// <remarks>
/// Mostly a frame is there as a whole, and is read at once. One that is not is looked through as it comes, each head
/// once, and read when its end has come: otherwise a peer that sends little by little would have it read as often.
/// </remarks>
/// <param name="limits">How much is accepted.</param>
/// <param name="dialect">What the peer says otherwise.</param>
internal sealed class CborFrameReader(WireLimits limits, ElementDialect dialect = ElementDialect.Exact) : IFrameReader
{
    private readonly WireLimits _limits = limits;
    private readonly CborToElements _rewriter = new(limits, dialect.HasFlag(ElementDialect.Octets));
    private readonly CborScanner _scanner = new(limits);
    private readonly byte[] _portName = new byte[PortNameReader.ScratchBytes];
    private bool _isScanning;

    /// <inheritdoc/>
    public ElementDialect Dialect { get; } = dialect;

    /// <inheritdoc/>
    public int Wanted => 0;

    /// <inheritdoc/>
    public Verdict Read(ReadOnlySpan<byte> input, out int consumed, out Frame frame)
    {
        frame = default;
        consumed = 0;
        if (input.IsEmpty)
        {
            return Verdict.Incomplete;
        }

        Verdict verdict = ReadMessage(input, out int length, out int count);
        if (verdict == Verdict.Incomplete)
        {
            return verdict;
        }

        consumed = length;
        if (verdict != Verdict.Accepted)
        {
            return verdict;
        }

        return length > _limits.MaxFrameBytes
            ? Verdict.FrameTooLong
            : RewrittenFrame.Read(_rewriter.Elements, count, _portName, out frame);
    }

    private Verdict ReadMessage(ReadOnlySpan<byte> input, out int length, out int count)
    {
        Verdict verdict;
        if (!_isScanning)
        {
            verdict = _rewriter.Rewrite(input, out length, out count);
            if (verdict != Verdict.Truncated)
            {
                return verdict;
            }

            _isScanning = true;
            _scanner.Reset();
        }

        count = 0;
        verdict = _scanner.FindEnd(input, out length);
        if (verdict != Verdict.Accepted)
        {
            return verdict;
        }

        _isScanning = false;
        return _rewriter.Rewrite(input[..length], out length, out count);
    }
}
