using System.Text;
using Mp.CompilerServices;
using Mp.Wire;

namespace Mp.Codecs.MessagePack;

/// <summary>Finds out whether a map that is well-formed otherwise has a key twice.</summary>
internal static class MapKeys
{
    private const int MaxComparedInPairs = 16;

    /// <summary>Checks the keys of a map.</summary>
    /// <param name="data">Elements that were checked at least to the end of the map.</param>
    /// <param name="start">Where the first key stands; negative if this is no map at all.</param>
    /// <param name="values">How many keys and values there are together.</param>
    /// <exception cref="WireFormatException">A key is there twice.</exception>
    public static void Check(ReadOnlySpan<byte> data, int start, int values)
    {
        int count = values / 2;
        if (start < 0 || count < 2)
        {
            return;
        }

        bool areUnique = count <= MaxComparedInPairs
            ? AreUniqueInPairs(data[start..], count)
            : AreUniqueInSet(data[start..], count);
        if (!areUnique)
        {
            throw new WireFormatException("A map has the same key twice.");
        }
    }

    private static bool AreUniqueInPairs(ReadOnlySpan<byte> entries, int count)
    {
        Span<int> starts = stackalloc int[MaxComparedInPairs];
        Span<int> ends = stackalloc int[MaxComparedInPairs];
        var reader = new ElementReader(entries);
        for (int index = 0; index < count; index++)
        {
            _ = reader.TryReadUtf8(out ReadOnlySpan<byte> key);
            ends[index] = reader.Position;
            starts[index] = reader.Position - key.Length;
            for (int earlier = 0; earlier < index; earlier++)
            {
                if (entries[starts[earlier]..ends[earlier]].SequenceEqual(key))
                {
                    return false;
                }
            }

            _ = reader.TrySkip();
        }

        return true;
    }

    private static bool AreUniqueInSet(ReadOnlySpan<byte> entries, int count)
    {
        // Sets of strings change to a keyed hash when many collide, so a peer can't make this slow by what it chooses.
        // They grow as keys come, not by the number that the peer claims.
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var reader = new ElementReader(entries);
        for (int index = 0; index < count; index++)
        {
            _ = reader.TryReadUtf8(out ReadOnlySpan<byte> key);
            if (!keys.Add(Encoding.UTF8.GetString(key)))
            {
                return false;
            }

            _ = reader.TrySkip();
        }

        return true;
    }
}
