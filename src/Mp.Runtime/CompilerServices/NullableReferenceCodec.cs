using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>An object that may be null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NullableReferenceCodec<T>(IElementCodec<T> value) : IElementCodec<T?>, IElementGuard
    where T : class
{
    private readonly IElementCodec<T> _value = value;

    bool IElementGuard.Admits(object element) => _value is not IElementGuard guard || guard.Admits(element);

    /// <inheritdoc/>
    public void Write(ref ElementWriter writer, T? value)
    {
        if (value is null)
        {
            writer.WriteNull();
        }
        else
        {
            _value.Write(ref writer, value);
        }
    }

    /// <inheritdoc/>
    public bool TryRead(ref ElementReader reader, out T? value)
    {
        value = null;
        return reader.TryReadNull() || _value.TryRead(ref reader, out value);
    }
}
