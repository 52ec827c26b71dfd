namespace Mp.CompilerServices;

internal sealed class ObjectCodec : IElementCodec<object?>
{
    public void Write(ref ElementWriter writer, object? value) => DynamicCodecs.Write(ref writer, value);

    public bool TryRead(ref ElementReader reader, out object? value) => DynamicCodecs.TryRead(ref reader, out value);
}
