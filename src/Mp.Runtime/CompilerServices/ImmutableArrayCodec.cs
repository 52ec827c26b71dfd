using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Mp.CompilerServices;

/// <summary>An immutable array, as an array of elements; the one that was never made, as an empty one.</summary>
internal sealed class ImmutableArrayCodec<T>(IElementCodec<T> item) : IElementCodec<ImmutableArray<T>>
{
    public void Write(ref ElementWriter writer, ImmutableArray<T> value) =>
        ItemWriter.Write(ref writer, item, value.AsSpan());

    public bool TryRead(ref ElementReader reader, out ImmutableArray<T> value)
    {
        bool isRead = ItemReader.TryRead(ref reader, item, out T[]? items);
        value = ImmutableCollectionsMarshal.AsImmutableArray(items);
        return isRead;
    }
}
