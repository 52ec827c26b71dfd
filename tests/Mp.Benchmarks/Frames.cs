using System.Buffers;
using Mp.CompilerServices;

namespace Mp.Benchmarks;

/// <summary>Messages as they come over a link.</summary>
internal static class Frames
{
    private static readonly ArrayBufferWriter<byte> Bytes = new();

    public static WireMessage Write(Message message)
    {
        Bytes.ResetWrittenCount();
        var writer = new ElementWriter(Bytes);
        message.WriteElements(ref writer);
        writer.Flush();
        return new WireMessage(Bytes.WrittenSpan.ToArray(), message.Count);
    }
}
