using System.Buffers.Binary;
using Mp.Codecs.MessagePack;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>Reads frames of <see cref="Framing.MessagePack"/>. Copies nothing and allocates nothing.</summary>
internal sealed class MessagePackFrameReader(WireLimits limits) : IFrameReader
{
    /// <summary>The length in front of each frame, in bytes.</summary>
    internal const int PrefixBytes = sizeof(uint);

    private readonly WireLimits _limits = limits;
    private readonly byte[] _portName = new byte[PortNameReader.ScratchBytes];

    /// <inheritdoc/>
    public bool IsTextual => false;

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<byte> input, out int consumed, out Frame frame)
    {
        consumed = 0;
        frame = default;
        if (!BinaryPrimitives.TryReadUInt32BigEndian(input, out uint length))
        {
            return false;
        }

        // Checked before waiting for the frame: otherwise a peer could make us buffer without end.
        if (length > (uint)_limits.MaxFrameBytes)
        {
            throw new WireFormatException(
                $"A frame of {length} bytes was announced; at most {_limits.MaxFrameBytes} are accepted.");
        }

        if (input.Length - PrefixBytes < (int)length)
        {
            return false;
        }

        frame = Read(input.Slice(PrefixBytes, (int)length));
        consumed = PrefixBytes + (int)length;
        return true;
    }

    private Frame Read(ReadOnlySpan<byte> body)
    {
        int count = MessagePackValidator.CheckArrayHead(body, out int head);
        ReadOnlySpan<byte> rest = body[head..];
        ReadOnlySpan<byte> portName = default;
        if (count > 0)
        {
            int nameLength = MessagePackValidator.Check(rest, 1, _limits);
            var reader = new ElementReader(rest[..nameLength]);
            portName = PortNameReader.Read(ref reader, _portName);
            rest = rest[nameLength..];
            count--;
        }

        return MessagePackValidator.Check(rest, count, _limits) == rest.Length
            ? new Frame { PortName = portName, Elements = rest, Count = count }
            : throw new WireFormatException("A frame is longer than the message in it.");
    }
}
