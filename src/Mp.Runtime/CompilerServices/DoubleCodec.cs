namespace Mp.CompilerServices;

internal sealed class DoubleCodec : IElementCodec<double>
{
    public void Write(ref ElementWriter writer, double value) => writer.WriteDouble(value);

    public bool TryRead(ref ElementReader reader, out double value) => reader.TryReadDouble(out value);
}
