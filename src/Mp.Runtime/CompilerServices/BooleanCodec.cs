namespace Mp.CompilerServices;

internal sealed class BooleanCodec : IElementCodec<bool>
{
    public void Write(ref ElementWriter writer, bool value) => writer.WriteBoolean(value);

    public bool TryRead(ref ElementReader reader, out bool value) => reader.TryReadBoolean(out value);
}
