using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Mp.CompilerServices;

namespace Mp;

/// <summary>A message: a list of elements, usually led by a string, its tag. Read-only once it is sent.</summary>
/// <remarks>Safe to keep, to read from any thread and to send on.</remarks>
public abstract partial class Message
{
    // From so many characters on, arrays within the message are not shown.
    private const int MaxTextOfArrays = 64 * 1024;

    private string? _tag;

    private protected Message(string? tag) => _tag = tag;

    /// <summary>The first element if it is a string, else <see langword="null"/>.</summary>
    public string? Tag => _tag ?? (_tag = ReadTag());

    /// <summary>The tag, if it need not be read for that.</summary>
    internal string? TagInMemory => _tag;

    /// <summary>How many elements there are, the tag included.</summary>
    public abstract int Count { get; }

    /// <summary>Which of the three families this message is of.</summary>
    internal abstract MessageFamily Family { get; }

    /// <summary>The next message in the queue that this one stands in: a message is its own queue node.</summary>
    internal Message? Next { get; set; }

    /// <summary>An element.</summary>
    /// <remarks>
    /// Of a message from another node, integers come as <see cref="long"/> or <see cref="ulong"/>, arrays as
    /// <c>object?[]</c>, maps as <c>Dictionary&lt;string, object?&gt;</c>, binary data as <c>byte[]</c>, and port IDs
    /// as the strings that they are there.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">There is no such element.</exception>
    public abstract object? this[int index] { get; }

    /// <summary>An element as <typeparamref name="T"/>, by the rules by which handler parameters bind.</summary>
    /// <remarks>
    /// What came from another node is read as one of the types that elements have by themselves, as a type marked
    /// <see cref="PayloadAttribute"/>, or as an array of these. As other collections, arrays of arrays, or arrays of
    /// enums or of what may be null, records and parameters of handlers read it, whose codecs are generated: here it is
    /// of another type.
    /// </remarks>
    /// <returns><see langword="false"/> if there is no such element, or it is of another type.</returns>
    public abstract bool TryGet<T>(int index, [MaybeNullWhen(false)] out T value);

    /// <summary>The message as a record marked <see cref="MessageAttribute"/>, by the rules of its handlers.</summary>
    /// <returns><see langword="false"/> if it has another tag, or its elements do not fit.</returns>
    public bool TryGet<TMessage>([NotNullWhen(true)] out TMessage? value)
        where TMessage : ITypedMessage<TMessage>
    {
        switch (this)
        {
            case MemoryMessage memory:
                return TMessage.TryGet(memory, out value);
            case WireMessage wire:
                ElementReader reader = wire.CreateReader();
                return TMessage.TryRead(wire, ref reader, out value);
            default:
                value = default;
                return false;
        }
    }

    /// <summary>Copies elements, from one on and as many as there is room for. Quicker than one by one.</summary>
    internal virtual void CopyTo(int first, Span<object?> elements)
    {
        for (int index = 0; index < elements.Length; index++)
        {
            elements[index] = this[first + index];
        }
    }

    /// <summary>
    /// The elements, as the message would be written down: <c>["ping", 1]</c>. For people, not for parsing.
    /// </summary>
    public override string ToString()
    {
        object?[] elements = new object?[Count];
        CopyTo(0, elements);
        var text = new StringBuilder("[");
        for (int index = 0; index < elements.Length; index++)
        {
            text.Append(index == 0 ? "" : ", ");
            Append(text, elements[index], depth: 0);
        }

        return text.Append(']').ToString();
    }

    // Within a process an array may hold itself, also several times; it could not travel.
    private static void Append(StringBuilder text, object? element, int depth)
    {
        if (element is object?[] or IReadOnlyDictionary<string, object?>
            && (depth > ElementWriter.MaxDepth || text.Length > MaxTextOfArrays))
        {
            text.Append("...");
            return;
        }

        switch (element)
        {
            case object?[] items:
                text.Append('[');
                for (int index = 0; index < items.Length; index++)
                {
                    text.Append(index == 0 ? "" : ", ");
                    Append(text, items[index], depth + 1);
                }

                text.Append(']');
                break;
            case IReadOnlyDictionary<string, object?> map:
                text.Append('{');
                string separator = "";
                foreach ((string key, object? value) in map)
                {
                    text.Append(separator).Append('"').Append(Printable.Of(key)).Append("\": ");
                    Append(text, value, depth + 1);
                    separator = ", ";
                }

                text.Append('}');
                break;
            default:
                text.Append(TextOf(element));
                break;
        }
    }

    private static string? TextOf(object? element) => element switch
    {
        null => "null",
        true => "true",
        false => "false",
        string value => $"\"{Printable.Of(value)}\"",
        PortId or ITypedPortId => $"\"{element}\"",
        Port { IsCreated: true } port => $"\"{port.Self}\"",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => element.ToString(),
    };

    /// <summary>The message without its first elements. There must be so many.</summary>
    internal abstract Message Skip(int count);

    /// <summary>Writes every element, in order.</summary>
    /// <exception cref="MessageEncodingException">An element can't travel.</exception>
    internal abstract void WriteElements(ref ElementWriter writer);

    /// <summary>The tag is to be read again when it is asked for: the object stands for another message.</summary>
    private protected void ForgetTag() => _tag = null;

    /// <summary>Reads the tag of a message that was made without knowing it.</summary>
    private protected virtual string? ReadTag() => null;

    /// <summary>A copy that can stand in another queue. The elements are shared.</summary>
    internal virtual Message CloneForQueue()
    {
        var copy = (Message)MemberwiseClone();
        copy.Next = null;
        return copy;
    }
}
