using System.Buffers;
using System.Text;
using Mp.Runtime.Tests.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

/// <summary>A frame that was read, copied, so that tests can keep it.</summary>
internal sealed record ReadFrame(string PortName, byte[] Elements, int Count)
{
    /// <summary>The elements, each as what it is.</summary>
    public object?[] Values => Encoded.Read(Elements, Count);

    /// <summary>All frames of a stream that arrives in pieces, which end at these positions.</summary>
    public static List<ReadFrame> All(IFrameReader reader, ReadOnlySpan<byte> stream, params int[] cuts)
    {
        var frames = new List<ReadFrame>();
        int consumed = 0;
        foreach (int cut in (int[])[.. cuts.Order(), stream.Length])
        {
            while (reader.TryRead(stream[consumed..cut], out int taken, out Frame frame))
            {
                consumed += taken;
                frames.Add(Copy(frame));
            }

            // White space may be consumed without a frame.
            _ = reader.TryRead(stream[consumed..cut], out int blank, out _);
            consumed += blank;
        }

        Assert.Equal(stream.Length, consumed);
        return frames;
    }

    /// <summary>The bytes of a body in a framing.</summary>
    public static byte[] Write(Framing framing, params byte[][] bodies)
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (byte[] body in bodies)
        {
            Framings.WriterOf(framing).Write(body, output);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Keeps a frame.</summary>
    public static ReadFrame Copy(Frame frame) =>
        new(Encoding.UTF8.GetString(frame.PortName), frame.Elements.ToArray(), frame.Count);
}
