using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

/// <summary>A message within a message, as an array of its elements.</summary>
internal sealed class MessageCodec : IElementCodec<Message>
{
    public void Write(ref ElementWriter writer, Message value)
    {
        // Among the items of a list it may be null, whatever the list's type says.
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        // An error names the element of the message around it.
        int begun = writer.ElementsBegun;
        writer.Enter();
        writer.WriteArrayHeader(value.Count);
        value.WriteElements(ref writer);
        writer.Leave();
        writer.ElementsBegun = begun;
    }

    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out Message value)
    {
        bool isRead = reader.TryReadArrayHeader(out int count);
        value = isRead ? new WireMessage(reader.TakeElements(count).ToArray(), count, reader.Dialect) : null;
        return isRead;
    }
}
