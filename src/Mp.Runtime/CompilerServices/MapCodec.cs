using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

/// <summary>A dictionary, as a map.</summary>
/// <param name="key">The codec of the keys.</param>
/// <param name="item">The codec of the values.</param>
/// <param name="create">Makes a dictionary of entries, which it may keep.</param>
internal sealed class MapCodec<TMap, TKey, T>(
    IKeyCodec<TKey> key,
    IElementCodec<T> item,
    Func<Dictionary<TKey, T>, TMap> create) : IElementCodec<TMap>
    where TMap : class, IEnumerable<KeyValuePair<TKey, T>>
    where TKey : notnull
{
    public void Write(ref ElementWriter writer, TMap value)
    {
        if (value is null)
        {
            writer.WriteNull();
            return;
        }

        writer.Enter();
        int left = value.Count();
        writer.WriteMapHeader(left);
        if (value is Dictionary<TKey, T> dictionary)
        {
            // Enumerated as what it is, without an object for it.
            foreach ((TKey name, T element) in dictionary)
            {
                left--;
                key.Write(ref writer, name);
                item.Write(ref writer, element);
            }
        }
        else
        {
            foreach ((TKey name, T element) in value)
            {
                left--;
                key.Write(ref writer, name);
                item.Write(ref writer, element);
            }
        }

        ItemWriter.RequireNoneLeft(left);
        writer.Leave();
    }

    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out TMap value)
    {
        value = null;
        if (!reader.TryReadMapHeader(out int count))
        {
            return false;
        }

        var entries = new Dictionary<TKey, T>(Math.Min(count, ItemReader.MaxRoom), ItemEquality<TKey>.Comparer);
        for (int index = 0; index < count; index++)
        {
            // Two texts may be the same key, as a GUID in small letters and in capitals.
            if (!reader.TryReadUtf8(out ReadOnlySpan<byte> text)
                || !key.TryRead(text, out TKey? name)
                || !item.TryRead(ref reader, out T? element)
                || !entries.TryAdd(name, element))
            {
                return false;
            }
        }

        value = create(entries);
        return true;
    }
}
