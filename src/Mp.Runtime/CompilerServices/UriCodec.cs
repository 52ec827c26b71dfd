using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

/// <summary>A URI, as the text that it was made of.</summary>
internal sealed class UriCodec : IElementCodec<Uri>
{
    // Among the items of a list it may be null, whatever the list's type says.
    public void Write(ref ElementWriter writer, Uri value) => writer.WriteString(value?.OriginalString);

    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out Uri value)
    {
        value = null;
        return reader.TryReadString(out string? text) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);
    }
}
