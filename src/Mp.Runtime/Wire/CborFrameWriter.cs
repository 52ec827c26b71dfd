using System.Buffers;
using Mp.Codecs;
using Mp.Codecs.Cbor;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>Writes frames of <see cref="Framing.Cbor"/>: the body, rewritten as one CBOR array.</summary>
internal sealed class CborFrameWriter : IFrameWriter
{
    [ThreadStatic]
    private static ElementBuffer? _threadBuffer;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> body, IBufferWriter<byte> output)
    {
        // By way of a buffer of our own, so that nothing of a message that turns out to be impossible gets out.
        ElementBuffer buffer = _threadBuffer ??= new ElementBuffer();
        buffer.Clear();
        var reader = new ElementReader(body);
        var writer = new CborWriter(buffer);
        ElementCopy.Copy(ref reader, ref writer);
        writer.Flush();
        output.Write(buffer.Written);
    }
}
