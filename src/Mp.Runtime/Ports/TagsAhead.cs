using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Mp.CompilerServices;

namespace Mp.Ports;

/// <summary>
/// Looks up the tags of the next messages of a queue, a few at a time and before their turns: so none of them waits for
/// the memory of the one before.
/// </summary>
/// <remarks>
/// Which handler is next can't be predicted, and the processor goes no further than to a jump that it did not expect.
/// What is known long before the jump is, costs no waiting there.
/// </remarks>
/// <param name="tags">The tags, or <see langword="null"/> to look none up.</param>
[StructLayout(LayoutKind.Auto)]
internal struct TagsAhead(TagTable? tags)
{
    private const int Most = 16;

    private Numbers _numbers;
    private int _next;
    private int _count;

    /// <summary>The number of a message's tag, or <see cref="Dispatch.UnknownTag"/>.</summary>
    /// <param name="message">The next message of the queue. None may be left out.</param>
    /// <param name="rest">What comes after it.</param>
    public int Next(Message message, Message? rest)
    {
        if (tags is null)
        {
            return Dispatch.UnknownTag;
        }

        if (_next == _count)
        {
            LookUp(message, rest);
        }

        return _numbers[_next++];
    }

    /// <summary>Something was put in front of the queue: what was looked up is of later messages.</summary>
    public void Forget() => _next = _count = 0;

    private void LookUp(Message message, Message? rest)
    {
        _numbers[0] = NumberOf(message);
        int count = 1;
        for (; count < Most && rest is not null; count++)
        {
            _numbers[count] = NumberOf(rest);
            rest = rest.Next;
        }

        _next = 0;
        _count = count;
    }

    // Of a message that came as bytes the tag is found on the way.
    private readonly int NumberOf(Message message) =>
        message.TagInMemory is { } tag ? tags!.Find(tag) : Dispatch.UnknownTag;

    [InlineArray(Most)]
    private struct Numbers
    {
        private int _first;
    }
}
