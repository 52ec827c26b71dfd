namespace Mp.CompilerServices;

internal sealed class WritableMemoryCodec : IElementCodec<Memory<byte>>
{
    public void Write(ref ElementWriter writer, Memory<byte> value) => writer.WriteBytes(value.Span);

    public bool TryRead(ref ElementReader reader, out Memory<byte> value)
    {
        bool isRead = reader.TryReadBytes(out byte[]? bytes);
        value = bytes;
        return isRead;
    }
}
