using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mp.CompilerServices;

/// <summary>What tells tags apart: a few of their bytes, as numbers, and how many bytes there are.</summary>
/// <param name="First">The bytes at the beginning.</param>
/// <param name="Middle">Those in the middle. Words overlap where a tag is short.</param>
/// <param name="Last">Those at the end.</param>
/// <param name="Length">How many bytes the tag has.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TagWords(ulong First, ulong Middle, ulong Last, int Length)
{
    /// <summary>Up to how many bytes the words hold all of a tag.</summary>
    public const int MostBytes = 3 * sizeof(ulong);

    /// <summary>The words of a tag, in whatever encoding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TagWords Of(ReadOnlySpan<byte> tag)
    {
        int length = tag.Length;
        if (length >= sizeof(ulong))
        {
            return new TagWords(
                BinaryPrimitives.ReadUInt64LittleEndian(tag),
                BinaryPrimitives.ReadUInt64LittleEndian(tag[((length - sizeof(ulong)) / 2)..]),
                BinaryPrimitives.ReadUInt64LittleEndian(tag[(length - sizeof(ulong))..]),
                length);
        }

        if (length >= sizeof(uint))
        {
            return new TagWords(
                BinaryPrimitives.ReadUInt32LittleEndian(tag),
                0,
                BinaryPrimitives.ReadUInt32LittleEndian(tag[(length - sizeof(uint))..]),
                length);
        }

        ulong word = 0;
        foreach (byte one in tag)
        {
            word = (word << 8) | one;
        }

        return new TagWords(word, 0, 0, length);
    }

    /// <summary>The words of a tag, in UTF-16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TagWords Of(string tag)
    {
        const int CharsInWord = sizeof(ulong) / sizeof(char);
        int length = tag.Length;
        if (length < CharsInWord)
        {
            return Of(MemoryMarshal.AsBytes(tag.AsSpan()));
        }

        // The same without checks: it is done for each message, and that there are as many characters is known.
        ref byte first = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(tag.AsSpan()));
        nint last = (nint)(uint)(length - CharsInWord) * sizeof(char);
        return new TagWords(
            Unsafe.ReadUnaligned<ulong>(ref first),
            Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref first, last / 2)),
            Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref first, last)),
            length);
    }

    /// <summary>A number whose highest bits are good for finding a place, for most of the multipliers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Hash(ulong multiplier) =>
        (First ^ BitOperations.RotateLeft(Middle, 23) ^ BitOperations.RotateLeft(Last, 41) ^ (uint)Length) * multiplier;
}
