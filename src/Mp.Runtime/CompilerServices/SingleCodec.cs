namespace Mp.CompilerServices;

internal sealed class SingleCodec : IElementCodec<float>
{
    public void Write(ref ElementWriter writer, float value) => writer.WriteSingle(value);

    public bool TryRead(ref ElementReader reader, out float value) => reader.TryReadSingle(out value);
}
