namespace Mp.CompilerServices;

/// <summary>Writes the items of collections.</summary>
internal static class ItemWriter
{
    /// <summary>Writes an array of items.</summary>
    public static void Write<T>(ref ElementWriter writer, IElementCodec<T> item, ReadOnlySpan<T> items)
    {
        writer.Enter();
        writer.WriteArrayHeader(items.Length);
        foreach (T element in items)
        {
            item.Write(ref writer, element);
        }

        writer.Leave();
    }

    /// <summary>
    /// To be called at the end, with the number of items that are missing: what was announced must follow.
    /// </summary>
    /// <exception cref="MessageEncodingException">A collection for concurrent use was changed meanwhile.</exception>
    public static void RequireNoneLeft(int left)
    {
        if (left != 0)
        {
            throw new MessageEncodingException("it was changed while it was sent; send a copy instead");
        }
    }
}
