using System.Text;

namespace Mp.CompilerServices;

internal sealed class StringKeyCodec : IKeyCodec<string>
{
    public void Write(ref ElementWriter writer, string value) => writer.WriteString(value);

    public bool TryRead(ReadOnlySpan<byte> utf8, out string value)
    {
        value = Encoding.UTF8.GetString(utf8);
        return true;
    }
}
