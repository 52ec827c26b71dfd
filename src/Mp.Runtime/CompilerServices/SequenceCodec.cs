using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Mp.CompilerServices;

/// <summary>A collection of items other than an array or a list, as an array of elements.</summary>
/// <param name="item">The codec of the items.</param>
/// <param name="create">Makes a collection of items, which it may keep, or change.</param>
internal sealed class SequenceCodec<TSequence, T>(IElementCodec<T> item, Func<T[], TSequence> create)
    : IElementCodec<TSequence>, IElementGuard
    where TSequence : class, IEnumerable<T>
{
    // To the runtime a text is a sequence, as is a dictionary, and as are bytes, which are no array on the wire; and a
    // uint[] passes for one of int.
    public bool Admits(object element) => element is not (string or IDictionary or byte[] or ArraySegment<byte>)
        && !(element is Array && typeof(T).IsValueType && element.GetType() != typeof(T[]));

    public void Write(ref ElementWriter writer, TSequence value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case T[] array:
                ItemWriter.Write(ref writer, item, array);
                break;
            case List<T> list:
                ItemWriter.Write(ref writer, item, CollectionsMarshal.AsSpan(list));
                break;
            default:
                WriteOther(ref writer, value);
                break;
        }
    }

    public bool TryRead(ref ElementReader reader, [MaybeNullWhen(false)] out TSequence value)
    {
        bool isRead = ItemReader.TryRead(ref reader, item, out T[]? items);
        value = isRead ? create(items!) : null;
        return isRead;
    }

    private void WriteOther(ref ElementWriter writer, TSequence value)
    {
        if (!value.TryGetNonEnumeratedCount(out int left))
        {
            // What computes its items has to be run before their number is known.
            ItemWriter.Write(ref writer, item, value.ToArray());
            return;
        }

        writer.Enter();
        writer.WriteArrayHeader(left);
        foreach (T element in value)
        {
            left--;
            item.Write(ref writer, element);
        }

        ItemWriter.RequireNoneLeft(left);
        writer.Leave();
    }
}
