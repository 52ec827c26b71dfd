namespace Mp.CompilerServices;

internal sealed class SegmentCodec : IElementCodec<ArraySegment<byte>>
{
    public void Write(ref ElementWriter writer, ArraySegment<byte> value) => writer.WriteBytes(value);

    public bool TryRead(ref ElementReader reader, out ArraySegment<byte> value)
    {
        bool isRead = reader.TryReadBytes(out byte[]? bytes);
        value = bytes ?? [];
        return isRead;
    }
}
