using System.Buffers.Binary;
using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>Up to eight bytes of a tag as one number, which is compared faster. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TagWord
{
    /// <summary>
    /// The bytes from <paramref name="start"/> on, the first of them lowest, with zeros for what is missing.
    /// </summary>
    public static ulong At(ReadOnlySpan<byte> tag, int start)
    {
        ReadOnlySpan<byte> bytes = tag[start..];
        if (bytes.Length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        }

        if (bytes.Length >= sizeof(uint))
        {
            // The two halves overlap, where they say the same.
            ulong low = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            ulong high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[^sizeof(uint)..]);
            return low | (high << (8 * (bytes.Length - sizeof(uint))));
        }

        ulong word = 0;
        for (int index = bytes.Length - 1; index >= 0; index--)
        {
            word = (word << 8) | bytes[index];
        }

        return word;
    }
}
