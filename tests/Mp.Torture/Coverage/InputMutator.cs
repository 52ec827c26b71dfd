using System.Buffers.Binary;

namespace Mp.Torture.Coverage;

/// <summary>Changes inputs at random: the same numbers, the same changes.</summary>
/// <param name="target">What the inputs are for.</param>
/// <param name="random">Where chance comes from.</param>
internal sealed class InputMutator(ICoverageTarget target, Random random)
{
    private const int MaxDoublings = 4;
    private const int MostMoved = 32;

    // Nests as deep as is accepted, and a little deeper.
    private const int MostRepeated = 70;

    private static readonly long[] Edges =
    [
        0, 1, -1, 2, 15, 16, 23, 24, 31, 32, 63, 64, 127, 128, 254, 255, 256, short.MaxValue, short.MinValue,
        ushort.MaxValue, ushort.MaxValue + 1, int.MaxValue, int.MinValue, uint.MaxValue, uint.MaxValue + 1L, 999_999_999,
        1_000_000_000, (1L << 34) - 1, 1L << 34, 1L << 53, -62_135_596_800, 253_402_300_799, 253_402_300_800,
        long.MaxValue, long.MinValue,
    ];

    /// <summary>Changes an input, a few times.</summary>
    /// <param name="input">The input.</param>
    /// <param name="other">Another one, of which it may get a part.</param>
    public void Change(InputBuffer input, ReadOnlySpan<byte> other)
    {
        for (int left = 1 << random.Next(MaxDoublings); left > 0; left--)
        {
            ChangeOnce(input, other);
        }

        if (random.Next(4) != 0)
        {
            target.Repair(input);
        }
    }

    private void ChangeOnce(InputBuffer input, ReadOnlySpan<byte> other)
    {
        int at = random.Next(input.Length + 1);
        switch (random.Next(12))
        {
            case 0 when at < input.Length:
                input.Bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < input.Length:
                input.Bytes[at] = (byte)random.Next(256);
                break;
            case 2 when at < input.Length:
                input.Bytes[at] += (byte)(random.Next(2) == 0 ? 1 + random.Next(16) : -1 - random.Next(16));
                break;
            case 3:
                WriteNumber(input, at);
                break;
            case 4:
                input.Remove(at, 1 + random.Next(random.Next(4) == 0 ? MostMoved : 4));
                break;
            case 5:
                MovePart(input, at);
                break;
            case 6:
                Splice(input, at, other);
                break;
            case 7:
                input.Insert(at, [(byte)random.Next(256)]);
                break;
            case 8:
                input.Overwrite(at, Token());
                break;
            case 9:
                Repeat(input, at);
                break;
            default:
                input.Insert(at, Token());
                break;
        }
    }

    private ReadOnlySpan<byte> Token() => target.Tokens[random.Next(target.Tokens.Count)];

    private void WriteNumber(InputBuffer input, int at)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Edges[random.Next(Edges.Length)] + random.Next(-1, 2));
        bytes = bytes[^(1 << random.Next(4))..];
        if (random.Next(2) == 0)
        {
            input.Overwrite(at, bytes);
        }
        else
        {
            input.Insert(at, bytes);
        }
    }

    // A part of the input, put in at another place, or over what is there.
    private void MovePart(InputBuffer input, int at)
    {
        int from = random.Next(input.Length + 1);
        int length = Math.Min(1 + random.Next(MostMoved), input.Length - from);
        Span<byte> part = stackalloc byte[MostMoved];
        input.Bytes.Slice(from, length).CopyTo(part);
        if (random.Next(2) == 0)
        {
            input.Insert(at, part[..length]);
        }
        else
        {
            input.Overwrite(at, part[..length]);
        }
    }

    private void Splice(InputBuffer input, int at, ReadOnlySpan<byte> other)
    {
        int from = random.Next(other.Length + 1);
        switch (random.Next(3))
        {
            case 0:
                input.Insert(at, other.Slice(from, random.Next(other.Length - from + 1)));
                break;
            case 1:
                input.Remove(at, input.Length);
                input.Insert(at, other[from..]);
                break;
            default:
                input.Insert(input.Length, other[Math.Min(other.Length, target.HeaderBytes)..]);
                break;
        }
    }

    private void Repeat(InputBuffer input, int at)
    {
        ReadOnlySpan<byte> token = random.Next(2) == 0 || at == input.Length
            ? Token()
            : (byte[])[.. input.Bytes.Slice(at, Math.Min(1 + random.Next(4), input.Length - at))];
        for (int left = random.Next(random.Next(16) == 0 ? MostRepeated : 6); left > 0; left--)
        {
            input.Insert(at, token);
        }
    }
}
