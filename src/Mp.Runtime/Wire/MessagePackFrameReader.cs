using System.Buffers.Binary;
using Mp.Codecs;
using Mp.Codecs.MessagePack;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>Reads frames of <see cref="Framing.MessagePack"/>. Copies nothing and allocates nothing.</summary>
/// <param name="limits">How much is accepted.</param>
/// <param name="dialect">What the peer says otherwise.</param>
internal sealed class MessagePackFrameReader(WireLimits limits, ElementDialect dialect = ElementDialect.Exact)
    : IFrameReader
{
    /// <summary>The length in front of each frame, in bytes.</summary>
    internal const int PrefixBytes = sizeof(uint);

    private readonly WireLimits _limits = limits;
    private readonly byte[] _portName = new byte[PortNameReader.ScratchBytes];

    // The name of the frame before, as it stood there: checked already. Empty if there is none, or it is long.
    private readonly byte[] _former = new byte[1 + ShortText.MaxLength];
    private int _formerBytes;

    /// <inheritdoc/>
    public ElementDialect Dialect { get; } = dialect;

    /// <inheritdoc/>
    public int Wanted { get; private set; }

    /// <inheritdoc/>
    public Verdict Read(ReadOnlySpan<byte> input, out int consumed, out Frame frame)
    {
        consumed = 0;
        frame = default;
        Wanted = 0;
        if (!BinaryPrimitives.TryReadUInt32BigEndian(input, out uint length))
        {
            return Verdict.Incomplete;
        }

        // Checked before waiting for the frame: otherwise a peer could make us buffer without end.
        if (length > (uint)_limits.MaxFrameBytes)
        {
            return Verdict.FrameTooLong;
        }

        if (input.Length - PrefixBytes < (int)length)
        {
            Wanted = PrefixBytes + (int)length;
            return Verdict.Incomplete;
        }

        Verdict verdict = ReadBody(input.Slice(PrefixBytes, (int)length), out int position, out frame);
        consumed = PrefixBytes + position;
        return verdict;
    }

    private Verdict ReadPortName(ReadOnlySpan<byte> input, out int length, out ReadOnlySpan<byte> portName)
    {
        ReadOnlySpan<byte> former = _former.AsSpan(0, _formerBytes);
        if (!former.IsEmpty && input.StartsWith(former))
        {
            length = former.Length;
            portName = input[1..length];
            return Verdict.Accepted;
        }

        portName = default;
        Verdict verdict = MessagePackValidator.Check(input, 1, _limits, out length);
        if (verdict == Verdict.Accepted)
        {
            ReadOnlySpan<byte> element = input[..length];
            var reader = new ElementReader(element);
            verdict = PortNameReader.Read(ref reader, _portName, out portName);

            // Of a text this short the first byte says how long it is.
            bool isShort = portName.Length <= ShortText.MaxLength
                && element[0] == (MessagePackCode.FixString | portName.Length);
            _formerBytes = isShort ? length : 0;
            element[.._formerBytes].CopyTo(_former);
        }

        return verdict;
    }

    private Verdict ReadBody(ReadOnlySpan<byte> body, out int position, out Frame frame)
    {
        frame = default;
        Verdict verdict = MessagePackValidator.CheckArrayHead(body, out position, out int count);
        if (verdict != Verdict.Accepted)
        {
            return verdict;
        }

        ReadOnlySpan<byte> portName = default;
        if (count > 0)
        {
            verdict = ReadPortName(body[position..], out int length, out portName);
            position += length;
            count--;
            if (verdict != Verdict.Accepted)
            {
                return verdict;
            }
        }

        ReadOnlySpan<byte> elements = body[position..];
        verdict = MessagePackValidator.Check(elements, count, _limits, out int end);
        position += end;
        frame = new Frame { PortName = portName, Elements = elements, Count = count };
        return verdict == Verdict.Accepted && end < elements.Length ? Verdict.TrailingBytes : verdict;
    }
}
