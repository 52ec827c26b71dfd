using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

internal sealed class StringCodec : IElementCodec<string>
{
    public void Write(ref ElementWriter writer, string value) => writer.WriteString(value);

    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out string value) =>
        reader.TryReadString(out value);
}
