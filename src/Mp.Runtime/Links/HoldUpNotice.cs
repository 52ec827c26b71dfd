using System.Buffers;
using Mp.CompilerServices;

namespace Mp.Links;

/// <summary>
/// Tells a peer that it is not read from for now, and why it need not give the connection up: what it waits for moves.
/// </summary>
/// <remarks>
/// It says how long ago that was, so that what is passed on from node to node grows old: nodes that stand in a circle,
/// each waiting for the next, do not keep each other waiting for ever.
/// </remarks>
internal static class HoldUpNotice
{
    /// <summary>The request, to the node's own port.</summary>
    public const string Tag = "mp_held_up";

    /// <summary>The notice, as one MessagePack array.</summary>
    /// <param name="age">How long ago what holds the connection up has moved.</param>
    public static byte[] Of(TimeSpan age)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);
        writer.WriteArrayHeader(3);
        writer.WriteString("");
        writer.WriteString(Tag);
        writer.WriteElement((long)age.TotalMilliseconds);
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
