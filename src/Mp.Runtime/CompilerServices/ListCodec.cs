using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

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

        writer.Enter();
        writer.WriteArrayHeader(value.Count);
        foreach (T element in value)
        {
            _item.Write(ref writer, element);
        }

        writer.Leave();
    }

    /// <inheritdoc/>
    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out List<T> value)
    {
        value = null;
        if (!reader.TryReadArrayHeader(out int count))
        {
            return false;
        }

        var items = new List<T>(count);
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
