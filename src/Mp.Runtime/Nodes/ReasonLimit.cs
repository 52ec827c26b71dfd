using System.Buffers;
using System.Text;
using Mp.CompilerServices;
using Mp.Telemetry;

namespace Mp.Nodes;

/// <summary>How much of a reason crosses the network. What is cut off is marked by a last element.</summary>
internal sealed class ReasonLimit(int maxElements, int maxBytes)
{
    /// <summary>The last element of a reason that was cut.</summary>
    public const string Mark = "(the rest of the reason was cut off)";

    // In UTF-8 a character of a string has three bytes at the most, its half of a pair two.
    private const int MaxBytesPerCharacter = 3;
    private const int MaxBytesOfNumber = 16;

    /// <summary>The reason in a message, or its beginning.</summary>
    /// <param name="message">The message.</param>
    /// <param name="from">Where the reason begins in it.</param>
    public Reason Read(Message message, int from = 2)
    {
        // A reason is a few words, and whatever else a peer sends is cut off. One more shows that there is more.
        object?[] elements = new object?[Math.Clamp(message.Count - from, 0, maxElements + 1)];
        message.CopyTo(from, elements);
        return Apply(new Reason(elements));
    }

    /// <summary>The reason, or its beginning.</summary>
    /// <exception cref="MessageEncodingException">An element can't travel.</exception>
    public Reason Apply(Reason reason)
    {
        int left = maxBytes - Mark.Length;
        int kept = 0;
        foreach (object? element in reason)
        {
            bool needsMark = kept == maxElements - 1 && reason.Count > maxElements;
            int size = SizeOf(element);
            if (needsMark || size > left)
            {
                return Cut(reason, kept, needsMark ? 0 : left);
            }

            left -= size;
            kept++;
        }

        return reason;
    }

    private Reason Cut(Reason reason, int kept, int left)
    {
        MpMeter.CountLimit(Limit.MaxReasonElements);
        List<object?> elements = [.. reason.Take(kept)];
        if (kept < maxElements - 1 && reason[kept] is string text && left >= MaxBytesPerCharacter)
        {
            int length = Math.Min(text.Length, left / MaxBytesPerCharacter);
            elements.Add(text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)]);
        }

        elements.Add(Mark);
        return new Reason([.. elements]);
    }

    private int SizeOf(object? element)
    {
        switch (element)
        {
            case string text:
                return text.Length > maxBytes ? int.MaxValue : Encoding.UTF8.GetByteCount(text);
            case byte[] bytes:
                return bytes.Length;
            case null or bool or int or long or double:
                return MaxBytesOfNumber;
            default:
                var written = new ArrayBufferWriter<byte>();
                var writer = new ElementWriter(written);
                writer.WriteElement(element);
                writer.Flush();
                return written.WrittenCount;
        }
    }
}
