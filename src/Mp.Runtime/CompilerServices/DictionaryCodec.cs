using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

/// <summary>A dictionary with string keys, as a map.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DictionaryCodec<T>(IElementCodec<T> item) : IElementCodec<Dictionary<string, T>>
{
    private readonly IElementCodec<T> _item = item;

    /// <inheritdoc/>
    public void Write(ref ElementWriter writer, Dictionary<string, T> value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.Enter();
        writer.WriteMapHeader(value.Count);
        foreach ((string key, T element) in value)
        {
            writer.WriteString(key);
            _item.Write(ref writer, element);
        }

        writer.Leave();
    }

    /// <inheritdoc/>
    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out Dictionary<string, T> value)
    {
        value = null;
        if (!reader.TryReadMapHeader(out int count))
        {
            return false;
        }

        var items = new Dictionary<string, T>(Math.Min(count, ItemReader.MaxRoom), StringComparer.Ordinal);
        for (int index = 0; index < count; index++)
        {
            if (!reader.TryReadString(out string? key) || !_item.TryRead(ref reader, out T? element))
            {
                return false;
            }

            items[key] = element;
        }

        value = items;
        return true;
    }
}
