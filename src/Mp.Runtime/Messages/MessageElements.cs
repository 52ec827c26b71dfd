using Mp.CompilerServices;

namespace Mp.Messages;

/// <summary>The elements of a message.</summary>
internal readonly struct MessageElements(Message message) : IElements
{
    public int Count => message.Count;

    public string? Tag => message.Tag;

    public void Write(ref ElementWriter writer) => message.WriteElements(ref writer);
}
