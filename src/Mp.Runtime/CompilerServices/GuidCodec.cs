using System.Buffers.Text;

namespace Mp.CompilerServices;

/// <summary>A GUID, as its text of 36 characters, in small letters.</summary>
internal sealed class GuidCodec : IElementCodec<Guid>
{
    private const int Bytes = 36;

    public void Write(ref ElementWriter writer, Guid value)
    {
        Span<byte> text = stackalloc byte[Bytes];
        _ = value.TryFormat(text, out _);
        writer.WriteUtf8(text);
    }

    public bool TryRead(ref ElementReader reader, out Guid value)
    {
        value = default;
        return reader.TryReadUtf8(out ReadOnlySpan<byte> text) && TryParse(text, out value);
    }

    /// <summary>Reads the text of a GUID.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Guid value)
    {
        value = default;
        return text.Length == Bytes && Utf8Parser.TryParse(text, out value, out int length) && length == Bytes;
    }
}
