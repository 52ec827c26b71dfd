using System.Buffers;
using Mp.CompilerServices;

namespace Mp.Benchmarks;

/// <summary>Messages as they come over a link.</summary>
internal static class Frames
{
    public static WireMessage Write(Message message)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);
        message.WriteElements(ref writer);
        writer.Flush();
        return new WireMessage(bytes.WrittenMemory, message.Count);
    }
}
