using System.Buffers.Binary;
using System.Numerics;

namespace Mp.Wire.Authentication;

/// <summary>MD6 with a digest of 256 bits and a tree of 64 words a block, as nodes of AEMP 1.x use it.</summary>
/// <remarks>
/// Source: R. Rivest et al., "The MD6 hash function", 2008. Good enough to talk to nodes of old, and for nothing else:
/// it is off unless asked for.
/// </remarks>
internal static class Md6
{
    /// <summary>The length of a digest, in bytes.</summary>
    public const int HashBytes = DigestBits / 8;

    private const int DigestBits = 256;
    private const int Levels = 64;
    private const int Rounds = 40 + (DigestBits / 4);
    private const int StepsPerRound = 16;
    private const int WordBytes = 8;
    private const int BlockWords = 64;
    private const int BlockBytes = BlockWords * WordBytes;
    private const int ChunkWords = 16;

    // What stands before the block: constants, no key, the place in the tree, and what the parameters are.
    private const int HeadWords = 25;
    private const int StateWords = HeadWords + BlockWords;
    private const ulong FirstRoundConstant = 0x0123456789abcdef;
    private const ulong RoundConstantMask = 0x7311c2812425cfa0;

    // The fraction of the square root of six.
    private static ReadOnlySpan<ulong> Constants =>
    [
        0x7311c2812425cfa0, 0x6432286434aac8e7, 0xb60450e9ef68b7c1, 0xe8fb23908d9f06f1, 0xdd2e76cba691e5bf,
        0x0cd0d63b2c30bc41, 0x1f8ccf6823058f8a, 0x54e5ed5b88e3775d, 0x4ad12aae0a6d6031, 0x3e7f16bb88222e0d,
        0x8af8671d3fb50c2c, 0x995ad1178bd25c31, 0xc878c1dd04c4b633, 0x3b72066c7a1552ac, 0x0d6f3522631effcb,
    ];

    private static ReadOnlySpan<byte> RightShifts => [10, 5, 13, 10, 11, 12, 2, 7, 14, 15, 7, 13, 11, 7, 6, 12];

    private static ReadOnlySpan<byte> LeftShifts => [11, 24, 9, 16, 15, 9, 27, 15, 6, 2, 29, 8, 15, 5, 31, 9];

    /// <summary>The 32 bytes of the digest.</summary>
    public static byte[] HashData(ReadOnlySpan<byte> message)
    {
        byte[] level = message.ToArray();
        for (int number = 1; ; number++)
        {
            int blocks = Math.Max(1, (level.Length + BlockBytes - 1) / BlockBytes);
            byte[] next = new byte[blocks * ChunkWords * WordBytes];
            for (int index = 0; index < blocks; index++)
            {
                ReadOnlySpan<byte> rest = level.AsSpan(index * BlockBytes);
                Compress(
                    rest[..Math.Min(rest.Length, BlockBytes)],
                    ((ulong)number << 56) | (uint)index,
                    isLast: blocks == 1,
                    next.AsSpan(index * ChunkWords * WordBytes, ChunkWords * WordBytes));
            }

            if (blocks == 1)
            {
                return next[^HashBytes..];
            }

            level = next;
        }
    }

    private static void Compress(ReadOnlySpan<byte> block, ulong place, bool isLast, Span<byte> chunk)
    {
        Span<byte> padded = stackalloc byte[BlockBytes];
        padded.Clear();
        block.CopyTo(padded);
        ulong[] words = new ulong[StateWords + (Rounds * StepsPerRound)];
        Constants.CopyTo(words);
        words[HeadWords - 2] = place;
        words[HeadWords - 1] = ((ulong)Rounds << 48)
            | ((ulong)Levels << 40)
            | (isLast ? 1UL << 36 : 0)
            | ((ulong)(BlockBytes - block.Length) * 8 << 20)
            | DigestBits;
        for (int index = 0; index < BlockWords; index++)
        {
            words[HeadWords + index] = BinaryPrimitives.ReadUInt64BigEndian(padded[(index * WordBytes)..]);
        }

        Mix(words);
        for (int index = 0; index < ChunkWords; index++)
        {
            ulong word = words[words.Length - ChunkWords + index];
            BinaryPrimitives.WriteUInt64BigEndian(chunk[(index * WordBytes)..], word);
        }
    }

    private static void Mix(ulong[] words)
    {
        ulong constant = FirstRoundConstant;
        for (int index = StateWords; index < words.Length; index++)
        {
            int step = (index - StateWords) % StepsPerRound;
            ulong word = constant ^ words[index - StateWords] ^ words[index - 17];
            word ^= (words[index - 18] & words[index - 21]) ^ (words[index - 31] & words[index - 67]);
            word ^= word >> RightShifts[step];
            words[index] = word ^ (word << LeftShifts[step]);
            if (step == StepsPerRound - 1)
            {
                constant = BitOperations.RotateLeft(constant, 1) ^ (constant & RoundConstantMask);
            }
        }
    }
}
