using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>A value that may be null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NullableCodec<T>(IElementCodec<T> value) : IElementCodec<T?>
    where T : struct
{
    private readonly IElementCodec<T> _value = value;

    /// <inheritdoc/>
    public void Write(ref ElementWriter writer, T? value)
    {
        if (value is { } present)
        {
            _value.Write(ref writer, present);
        }
        else
        {
            writer.WriteNull();
        }
    }

    /// <inheritdoc/>
    public bool TryRead(ref ElementReader reader, out T? value)
    {
        value = null;
        if (reader.TryReadNull())
        {
            return true;
        }

        bool isRead = _value.TryRead(ref reader, out T present);
        value = present;
        return isRead;
    }
}
