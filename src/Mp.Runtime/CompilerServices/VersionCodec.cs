using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

/// <summary>A version, as its text of two to four numbers.</summary>
internal sealed class VersionCodec : IElementCodec<Version>
{
    // Among the items of a list it may be null, whatever the list's type says.
    public void Write(ref ElementWriter writer, Version value) => writer.WriteString(value?.ToString());

    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out Version value)
    {
        value = null;
        return reader.TryReadString(out string? text) && Version.TryParse(text, out value);
    }
}
