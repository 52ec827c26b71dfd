using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

/// <summary>An array, as an array of elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ArrayCodec<T>(IElementCodec<T> item) : IElementCodec<T[]>
{
    private readonly IElementCodec<T> _item = item;

    /// <inheritdoc/>
    public void Write(ref ElementWriter writer, T[] value)
    {
        if (value is null)
        {
            writer.WriteNull();
        }
        else
        {
            ItemWriter.Write(ref writer, _item, value);
        }
    }

    /// <inheritdoc/>
    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out T[] value) =>
        ItemReader.TryRead(ref reader, _item, out value);
}
