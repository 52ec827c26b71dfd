using System.Diagnostics.CodeAnalysis;

namespace Mp.CompilerServices;

/// <summary>Reads the items of collections.</summary>
internal static class ItemReader
{
    /// <summary>How many items there is room for from the beginning.</summary>
    /// <remarks>
    /// More is made as they come: an item may take more memory than the one byte that it takes at least in a message.
    /// </remarks>
    public const int MaxRoom = 256;

    /// <summary>Reads an array of items.</summary>
    public static bool TryRead<T>(
        ref ElementReader reader,
        IElementCodec<T> item,
        [NotNullWhen(true)] out T[]? items)
    {
        items = null;
        if (!reader.TryReadArrayHeader(out int count))
        {
            return false;
        }

        T[] read = count == 0 ? [] : new T[Math.Min(count, MaxRoom)];
        for (int index = 0; index < count; index++)
        {
            if (index == read.Length)
            {
                Array.Resize(ref read, (int)Math.Min(count, 2L * index));
            }

            if (!item.TryRead(ref reader, out read[index]!))
            {
                return false;
            }
        }

        items = read;
        return true;
    }
}
