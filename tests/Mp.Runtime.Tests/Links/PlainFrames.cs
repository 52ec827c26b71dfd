using System.Buffers;
using Mp.Wire;

namespace Mp.Runtime.Tests.Links;

/// <summary>A framing that can be read in a test: each message, and a point. It can't express "NaN".</summary>
internal sealed class PlainFrames : IFrameWriter
{
    public void Write(ReadOnlySpan<byte> body, IBufferWriter<byte> output)
    {
        if (body.SequenceEqual("NaN"u8))
        {
            throw new MessageEncodingException("not a number");
        }

        output.Write(body);
        output.Write("."u8);
    }
}
