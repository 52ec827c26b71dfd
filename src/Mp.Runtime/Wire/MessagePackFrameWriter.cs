using System.Buffers;
using System.Buffers.Binary;

namespace Mp.Wire;

/// <summary>Writes frames of <see cref="Framing.MessagePack"/>: the length, and the body as it is.</summary>
internal sealed class MessagePackFrameWriter : IFrameWriter
{
    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> body, IBufferWriter<byte> output)
    {
        int length = MessagePackFrameReader.PrefixBytes + body.Length;
        Span<byte> frame = output.GetSpan(length);
        BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)body.Length);
        body.CopyTo(frame[MessagePackFrameReader.PrefixBytes..]);
        output.Advance(length);
    }

    /// <inheritdoc/>
    public bool TryWriteHead(ReadOnlySpan<byte> body, Span<byte> head)
    {
        BinaryPrimitives.WriteUInt32BigEndian(head, (uint)body.Length);
        return true;
    }
}
