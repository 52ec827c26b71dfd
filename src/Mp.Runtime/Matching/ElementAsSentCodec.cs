using Mp.CompilerServices;

namespace Mp.Matching;

internal sealed class ElementAsSentCodec : IElementCodec<ElementAsSent>
{
    public static ElementAsSentCodec Instance { get; } = new();

    public void Write(ref ElementWriter writer, ElementAsSent value) => DynamicCodecs.Write(ref writer, value.Value);

    public bool TryRead(ref ElementReader reader, out ElementAsSent value)
    {
        bool isRead = DynamicCodecs.TryRead(ref reader, out object? element);
        value = new ElementAsSent(element);
        return isRead;
    }
}
