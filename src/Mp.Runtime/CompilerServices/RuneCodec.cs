using System.Text;

namespace Mp.CompilerServices;

/// <summary>A character of Unicode, as its number.</summary>
internal sealed class RuneCodec : IElementCodec<Rune>
{
    public void Write(ref ElementWriter writer, Rune value) => writer.WriteInt64(value.Value);

    public bool TryRead(ref ElementReader reader, out Rune value)
    {
        value = default;
        return reader.TryReadInteger(out int number) && Rune.TryCreate(number, out value);
    }
}
