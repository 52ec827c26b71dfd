using System.Runtime.InteropServices;

namespace Mp.Torture.Coverage;

/// <summary>Where woven code counts. The fields are used by what <see cref="Weaver"/> puts into it.</summary>
/// <remarks>For one thread. Everything stays where it is until the process ends: woven code has the addresses.</remarks>
internal static unsafe class EdgeMap
{
    /// <summary>
    /// How many counters. Two edges may have one in common; more counters would take longer to clear and to look through.
    /// </summary>
    public const int Size = 1 << 14;

    /// <summary>How often each edge was taken, modulo 256, since <see cref="Clear"/>.</summary>
    public static byte* Counts;

    /// <summary>For each block whether it was ever reached.</summary>
    public static byte* Blocks;

    /// <summary>The block that was left, halved: so that an edge and the one back are two.</summary>
    public static int Previous;

    private static int _blocks;

    /// <summary>What has been counted.</summary>
    public static ReadOnlySpan<byte> Counted => new(Counts, Size);

    /// <summary>Which blocks were reached.</summary>
    public static Span<byte> Reached => new(Blocks, _blocks);

    /// <summary>Makes room. To be called once, before any woven code runs.</summary>
    public static void Begin(int blocks)
    {
        Counts = (byte*)NativeMemory.AlignedAlloc(Size, 64);
        Blocks = (byte*)NativeMemory.AllocZeroed((nuint)blocks + 1);
        _blocks = blocks;
        Clear();
    }

    /// <summary>Forgets the edges, before another input.</summary>
    public static void Clear()
    {
        new Span<byte>(Counts, Size).Clear();
        Previous = 0;
    }
}
