namespace Mp.CompilerServices;

/// <summary>A number in half precision, which travels in single precision: no format has a shorter one.</summary>
internal sealed class HalfCodec : IElementCodec<Half>
{
    public void Write(ref ElementWriter writer, Half value) => writer.WriteSingle((float)value);

    public bool TryRead(ref ElementReader reader, out Half value)
    {
        bool isRead = reader.TryReadDouble(out double wide);
        value = (Half)wide;
        return isRead;
    }
}
