using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

internal sealed class BytesCodec : IElementCodec<byte[]>
{
    public void Write(ref ElementWriter writer, byte[] value)
    {
        // Among the items of a list it may be null, whatever the list's type says.
        if (value is null)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteBytes(value);
        }
    }

    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out byte[] value) =>
        reader.TryReadBytes(out value);
}
