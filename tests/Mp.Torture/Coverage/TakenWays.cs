using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mp.Torture.Coverage;

/// <summary>Which ways were taken so far, and how often. A step is an edge, and about how often an input took it.</summary>
internal sealed class TakenWays
{
    /// <summary>How many sizes there are of a number of times: 1, 2, 3, 4 to 7, 8 to 15, 16 to 31, 32 to 127, more.</summary>
    public const int Sizes = 8;

    private static readonly byte[] SizeOf = [.. Enumerable.Range(0, 256).Select(static times => (byte)(times switch
    {
        < 4 => Math.Max(0, times - 1),
        < 8 => 3,
        < 16 => 4,
        < 32 => 5,
        < 128 => 6,
        _ => 7,
    }))];

    private readonly byte[] _seen = new byte[EdgeMap.Size];
    private readonly long[] _inputs = new long[EdgeMap.Size];

    /// <summary>How many edges were ever taken.</summary>
    public int Edges { get; private set; }

    /// <summary>How many inputs have taken an edge.</summary>
    public long InputsOf(int step) => _inputs[step / Sizes];

    /// <summary>Takes note of what is counted in <see cref="EdgeMap"/>, adding the steps that are new.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Take(List<int> fresh)
    {
        fresh.Clear();
        foreach (int edge in TakenEdges())
        {
            int size = SizeOf[EdgeMap.Counted[edge]];
            _inputs[edge]++;
            if ((_seen[edge] & (1 << size)) == 0)
            {
                Edges += _seen[edge] == 0 ? 1 : 0;
                _seen[edge] |= (byte)(1 << size);
                fresh.Add((edge * Sizes) + size);
            }
        }

        return fresh.Count > 0;
    }

    /// <summary>Whether all these steps are counted in <see cref="EdgeMap"/>.</summary>
    public static bool Has(IReadOnlyList<int> steps) => steps.All(static step =>
        EdgeMap.Counted[step / Sizes] is not 0 and byte times && SizeOf[times] == step % Sizes);

    /// <summary>The steps that are counted in <see cref="EdgeMap"/>.</summary>
    public static int[] Counted()
    {
        var steps = new List<int>();
        foreach (int edge in TakenEdges())
        {
            steps.Add((edge * Sizes) + SizeOf[EdgeMap.Counted[edge]]);
        }

        return [.. steps];
    }

    private static EdgeEnumerator TakenEdges() => new();

    /// <summary>Finds the counters that are not zero, sixty-four at a time.</summary>
    [StructLayout(LayoutKind.Auto)]
    private ref struct EdgeEnumerator
    {
        private readonly ReadOnlySpan<byte> _counted = EdgeMap.Counted;
        private int _next;
        private int _start;
        private ulong _left;

        public EdgeEnumerator()
        {
        }

        public int Current { get; private set; }

        public readonly EdgeEnumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_left == 0)
            {
                if (_next == _counted.Length)
                {
                    return false;
                }

                _start = _next;
                var counts = Vector512.Create(_counted.Slice(_next, Vector512<byte>.Count));
                _left = ~Vector512.Equals(counts, Vector512<byte>.Zero).ExtractMostSignificantBits();
                _next += Vector512<byte>.Count;
            }

            Current = _start + BitOperations.TrailingZeroCount(_left);
            _left &= _left - 1;
            return true;
        }
    }
}
