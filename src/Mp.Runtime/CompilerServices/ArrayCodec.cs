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
            return;
        }

        writer.Enter();
        writer.WriteArrayHeader(value.Length);
        foreach (T element in value)
        {
            _item.Write(ref writer, element);
        }

        writer.Leave();
    }

    /// <inheritdoc/>
    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out T[] value)
    {
        value = null;
        if (!reader.TryReadArrayHeader(out int count))
        {
            return false;
        }

        var items = new T[count];
        for (int index = 0; index < count; index++)
        {
            if (!_item.TryRead(ref reader, out items[index]!))
            {
                return false;
            }
        }

        value = items;
        return true;
    }
}
