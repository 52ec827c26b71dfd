namespace Mp.CompilerServices;

internal sealed class MemoryCodec : IElementCodec<ReadOnlyMemory<byte>>
{
    public void Write(ref ElementWriter writer, ReadOnlyMemory<byte> value) => writer.WriteBytes(value.Span);

    public bool TryRead(ref ElementReader reader, out ReadOnlyMemory<byte> value) => reader.TryReadMemory(out value);
}
