using Mp.Codecs.Json;
using Mp.Codecs.MessagePack;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>Reads frames of <see cref="Framing.Json"/>: waits for a whole array, and rewrites it.</summary>
internal sealed class JsonFrameReader(WireLimits limits) : IFrameReader
{
    private readonly WireLimits _limits = limits;
    private readonly JsonToElements _rewriter = new(limits.MaxDepth);
    private readonly byte[] _portName = new byte[PortNameReader.ScratchBytes];
    private JsonScanner _scanner;

    /// <inheritdoc/>
    public bool IsTextual => true;

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<byte> input, out int consumed, out Frame frame)
    {
        frame = default;
        ReadOnlySpan<byte> rest = input.TrimStart(" \t\r\n"u8);
        consumed = input.Length - rest.Length;
        if (rest.IsEmpty)
        {
            return false;
        }

        if (rest[0] != (byte)'[')
        {
            throw new WireFormatException("A message does not begin as a JSON array.");
        }

        // The message itself is not counted, as in the other framings.
        bool isWhole = _scanner.TryFindEnd(rest, _limits.MaxDepth + 1, out int length);
        if (length > _limits.MaxFrameBytes)
        {
            throw new WireFormatException(
                $"A message has more than the {_limits.MaxFrameBytes} bytes that are accepted.");
        }

        if (!isWhole)
        {
            return false;
        }

        _scanner = default;
        frame = Read(rest[..length]);
        consumed += length;
        return true;
    }

    private Frame Read(ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> elements = _rewriter.Rewrite(json, out int count);
        ReadOnlySpan<byte> portName = default;
        if (count > 0)
        {
            var reader = new ElementReader(elements);
            portName = PortNameReader.Read(ref reader, _portName);
            elements = elements[reader.Position..];
            count--;
        }

        _ = MessagePackValidator.Check(elements, count, _limits);
        return new Frame { PortName = portName, Elements = elements, Count = count };
    }
}
