using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using Mp.CompilerServices;

namespace Mp.Codecs.MessagePack;

/// <summary>Finds out whether a map that is well-formed otherwise has a key twice.</summary>
internal static class MapKeys
{
    private const int MaxComparedInPairs = 16;

    /// <summary>Whether every key of a map is there once.</summary>
    /// <param name="entries">The map from its first key on, checked at least to its end.</param>
    /// <param name="count">How many entries it has.</param>
    public static bool AreUnique(ReadOnlySpan<byte> entries, int count) => count switch
    {
        < 2 => true,
        <= MaxComparedInPairs => AreUniqueInPairs(entries, count),
        _ => AreUniqueInTable(entries, count),
    };

    private static bool AreUniqueInPairs(ReadOnlySpan<byte> entries, int count)
    {
        // Of each key its first bytes as one number, which nearly always tells two apart, and where it stands.
        Span<ulong> words = stackalloc ulong[MaxComparedInPairs];
        Span<Range> places = stackalloc Range[MaxComparedInPairs];
        var reader = new ElementReader(entries);
        for (int index = 0; index < count; index++)
        {
            _ = reader.TryReadUtf8(out ReadOnlySpan<byte> key);
            ulong word = KeyWord.Of(key);
            for (int earlier = 0; earlier < index; earlier++)
            {
                if (words[earlier] == word && entries[places[earlier]].SequenceEqual(key))
                {
                    return false;
                }
            }

            words[index] = word;
            places[index] = (reader.Position - key.Length)..reader.Position;
            _ = reader.TrySkip();
        }

        return true;
    }

    private static bool AreUniqueInTable(ReadOnlySpan<byte> entries, int count)
    {
        // At most half full.
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * count));
        int[] table = ArrayPool<int>.Shared.Rent(slots);
        try
        {
            table.AsSpan(0, slots).Clear();
            return AreUnique(entries, count, table.AsSpan(0, slots));
        }
        finally
        {
            ArrayPool<int>.Shared.Return(table);
        }
    }

    private static bool AreUnique(ReadOnlySpan<byte> entries, int count, Span<int> table)
    {
        var reader = new ElementReader(entries);
        for (int index = 0; index < count; index++)
        {
            // Where a key stands, plus one: zero is an empty slot.
            int start = reader.Position + 1;
            _ = reader.TryReadUtf8(out ReadOnlySpan<byte> key);
            int slot = HashOf(key) & (table.Length - 1);
            while (table[slot] != 0)
            {
                var earlier = new ElementReader(entries[(table[slot] - 1)..]);
                if (earlier.TryReadUtf8(out ReadOnlySpan<byte> other) && other.SequenceEqual(key))
                {
                    return false;
                }

                slot = (slot + 1) & (table.Length - 1);
            }

            table[slot] = start;
            _ = reader.TrySkip();
        }

        return true;
    }

    /// <summary>A hash keyed by the runtime, anew for each process: a peer can't choose keys that collide.</summary>
    // It is one of characters: two bytes make one, and the last of an odd number is mixed in.
    internal static int HashOf(ReadOnlySpan<byte> key)
    {
        int hash = string.GetHashCode(MemoryMarshal.Cast<byte, char>(key), StringComparison.Ordinal);
        return (key.Length & 1) == 0 ? hash : hash ^ (int)((key[^1] + 1) * 0x9E3779B1u);
    }
}
