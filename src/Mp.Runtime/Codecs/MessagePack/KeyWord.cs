using System.Buffers.Binary;

namespace Mp.Codecs.MessagePack;

/// <summary>Up to eight bytes of a key as one number, which is compared faster.</summary>
internal static class KeyWord
{
    /// <summary>The first bytes, the first of them lowest, with zeros for what is missing.</summary>
    public static ulong Of(ReadOnlySpan<byte> key)
    {
        if (key.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(key);
        }

        if (key.Length >= sizeof(uint))
        {
            // The two halves overlap, where they say the same.
            ulong low = BinaryPrimitives.ReadUInt32LittleEndian(key);
            ulong high = BinaryPrimitives.ReadUInt32LittleEndian(key[^sizeof(uint)..]);
            return low | (high << (8 * (key.Length - sizeof(uint))));
        }

        ulong word = 0;
        for (int index = key.Length - 1; index >= 0; index--)
        {
            word = (word << 8) | key[index];
        }

        return word;
    }
}
