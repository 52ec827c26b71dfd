using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Mp.CompilerServices;

/// <summary>A list, as an array of elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ListCodec<T>(IElementCodec<T> item) : IElementCodec<List<T>>
{
    private readonly IElementCodec<T> _item = item;

    /// <inheritdoc/>
    public void Write(ref ElementWriter writer, List<T> value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        ItemWriter.Write(ref writer, _item, CollectionsMarshal.AsSpan(value));
    }

    /// <inheritdoc/>
    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out List<T> value)
    {
        value = null;
        if (!reader.TryReadArrayHeader(out int count))
        {
            return false;
        }

        var items = new List<T>(Math.Min(count, ItemReader.MaxRoom));
        for (int index = 0; index < count; index++)
        {
            if (!_item.TryRead(ref reader, out T? element))
            {
                return false;
            }

            items.Add(element);
        }

        value = items;
        return true;
    }
}
