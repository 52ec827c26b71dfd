using System.Buffers;
using Mp.Wire;

namespace Mp.Runtime.Tests.Links;

/// <summary>A framing that can be read in a test: each message, and a comma.</summary>
internal sealed class AnyFrames : IFrameWriter
{
    public void Write(ReadOnlySpan<byte> body, IBufferWriter<byte> output)
    {
        output.Write(body);
        output.Write(","u8);
    }
}
