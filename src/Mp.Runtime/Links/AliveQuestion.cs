using System.Buffers;
using Mp.CompilerServices;

namespace Mp.Links;

/// <summary>
/// Asks a peer whether it is there: for the time, which every node tells, in a message that shows what it answers.
/// </summary>
internal static class AliveQuestion
{
    /// <summary>The request that the answer comes back as, to this node's own port.</summary>
    public const string Tag = "mp_alive";

    /// <summary>The question, as one MessagePack array: for the node's own port there.</summary>
    /// <param name="ownId">This node's ID: where the answer is to go.</param>
    /// <param name="token">What the answer is to repeat.</param>
    public static byte[] Of(string ownId, long token)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(bytes);
        writer.WriteArrayHeader(5);
        writer.WriteString("");
        writer.WriteString("time");
        writer.WriteString($"{ownId}#");
        writer.WriteString(Tag);
        writer.WriteElement(token);
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}
