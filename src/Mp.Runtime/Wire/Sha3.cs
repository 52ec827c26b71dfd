using System.Buffers.Binary;
using System.Numerics;

namespace Mp.Wire;

/// <summary>SHA3-512, for platforms whose cryptographic library has none.</summary>
/// <remarks>
/// Source: FIPS 202. The lane at (x, y) stands at x + 5y. Nothing here branches on the data or indexes by it.
/// </remarks>
internal sealed class Sha3
{
    /// <summary>The length of a hash, in bytes.</summary>
    public const int HashBytes = 64;

    /// <summary>How many bytes are taken in at a time, in bytes: what HMAC calls the block.</summary>
    public const int BlockBytes = 72;

    private const int Lanes = 25;
    private const int Rounds = 24;

    private static readonly ulong[] RoundConstants = ComputeRoundConstants();
    private static readonly int[] PathOfLanes = ComputePathOfLanes();

    private readonly ulong[] _lanes = new ulong[Lanes];
    private readonly byte[] _block = new byte[BlockBytes];
    private int _used;

    /// <summary>The hash of <paramref name="data"/>.</summary>
    public static void HashData(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        var sha3 = new Sha3();
        sha3.Append(data);
        sha3.Finish(hash);
    }

    /// <summary>Takes in what comes next.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        while (data.Length >= BlockBytes - _used)
        {
            int taken = BlockBytes - _used;
            data[..taken].CopyTo(_block.AsSpan(_used));
            data = data[taken..];
            _used = 0;
            Absorb();
        }

        data.CopyTo(_block.AsSpan(_used));
        _used += data.Length;
    }

    /// <summary>Writes the hash of all that was taken in. The last call to this object.</summary>
    public void Finish(Span<byte> hash)
    {
        _block.AsSpan(_used).Clear();
        _block[_used] = 0x06;
        _block[^1] |= 0x80;
        Absorb();
        for (int lane = 0; lane < HashBytes / sizeof(ulong); lane++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(hash[(lane * sizeof(ulong))..], _lanes[lane]);
        }
    }

    private static ulong[] ComputeRoundConstants()
    {
        var constants = new ulong[Rounds];
        int register = 1;
        for (int round = 0; round < Rounds; round++)
        {
            for (int bit = 0; bit < 7; bit++)
            {
                constants[round] |= (ulong)(register & 1) << ((1 << bit) - 1);
                register <<= 1;
                register ^= (register >> 8) * 0x171;
            }
        }

        return constants;
    }

    // Where the lane that stands at the entry before it goes, from (1, 0) on, through all lanes but (0, 0).
    private static int[] ComputePathOfLanes()
    {
        var path = new int[Lanes - 1];
        (int x, int y) = (1, 0);
        for (int step = 0; step < path.Length; step++)
        {
            (x, y) = (y, ((2 * x) + (3 * y)) % 5);
            path[step] = x + (5 * y);
        }

        return path;
    }

    private void Absorb()
    {
        for (int lane = 0; lane < BlockBytes / sizeof(ulong); lane++)
        {
            _lanes[lane] ^= BinaryPrimitives.ReadUInt64LittleEndian(_block.AsSpan(lane * sizeof(ulong)));
        }

        foreach (ulong constant in RoundConstants)
        {
            MixColumns();
            RotateAndMove();
            MixRows();
            _lanes[0] ^= constant;
        }
    }

    private void MixColumns()
    {
        Span<ulong> parity = stackalloc ulong[5];
        for (int lane = 0; lane < Lanes; lane++)
        {
            parity[lane % 5] ^= _lanes[lane];
        }

        for (int lane = 0; lane < Lanes; lane++)
        {
            _lanes[lane] ^= parity[(lane + 4) % 5] ^ BitOperations.RotateLeft(parity[(lane + 1) % 5], 1);
        }
    }

    private void RotateAndMove()
    {
        ulong moving = _lanes[1];
        for (int step = 0; step < PathOfLanes.Length; step++)
        {
            ref ulong place = ref _lanes[PathOfLanes[step]];
            (place, moving) = (BitOperations.RotateLeft(moving, (step + 1) * (step + 2) / 2), place);
        }
    }

    private void MixRows()
    {
        for (int row = 0; row < Lanes; row += 5)
        {
            Span<ulong> lanes = _lanes.AsSpan(row, 5);
            (ulong first, ulong second) = (lanes[0], lanes[1]);
            lanes[0] ^= ~lanes[1] & lanes[2];
            lanes[1] ^= ~lanes[2] & lanes[3];
            lanes[2] ^= ~lanes[3] & lanes[4];
            lanes[3] ^= ~lanes[4] & first;
            lanes[4] ^= ~first & second;
        }
    }
}
