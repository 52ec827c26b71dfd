namespace Mp.CompilerServices;

internal sealed class PortIdCodec : IElementCodec<PortId>
{
    public void Write(ref ElementWriter writer, PortId value) => writer.WritePortId(value);

    public bool TryRead(ref ElementReader reader, out PortId value) => reader.TryReadPortId(out value);
}
