using Mp.Codecs;
using Mp.CompilerServices;

namespace Mp.Wire;

/// <summary>The frame that a message is which came in another format and was rewritten.</summary>
internal static class RewrittenFrame
{
    /// <summary>Takes the port name off the front.</summary>
    /// <param name="elements">All elements, the port name first.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="scratch">Where to write a name that is none yet.</param>
    /// <param name="frame">The frame: views into <paramref name="elements"/> or <paramref name="scratch"/>.</param>
    public static Verdict Read(ReadOnlySpan<byte> elements, int count, Span<byte> scratch, out Frame frame)
    {
        frame = default;
        if (count == 0)
        {
            return Verdict.Accepted;
        }

        var reader = new ElementReader(elements);
        Verdict verdict = PortNameReader.Read(ref reader, scratch, out ReadOnlySpan<byte> portName);
        frame = new Frame { PortName = portName, Elements = elements[reader.Position..], Count = count - 1 };
        return verdict;
    }
}
