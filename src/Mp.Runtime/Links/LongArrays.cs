using System.Numerics;

namespace Mp.Links;

/// <summary>
/// Arrays of more than 64 KiB for messages on their way out, used again: memory that is new costs more than to fill it.
/// </summary>
/// <remarks>
/// <para>
/// .NET's shared pool keeps 32 of a length for each processor, and of twice the length if a message is a little longer
/// than a power of two. What waits on one link may be more.
/// </para>
/// <para>While none is lent, the collector may take what is kept.</para>
/// </remarks>
internal sealed class LongArrays
{
    /// <summary>None is as short as this.</summary>
    public const int LowerBytes = 64 * 1024;

    // What one longer message takes is not kept. More than a power of two, for what is around the data.
    private const int MaxBytes = 5 * 1024 * 1024;
    private const long MaxKeptBytes = 16 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly WeakReference<LongArrayStock?> _idle = new(null);
    private LongArrayStock? _stock;
    private int _lent;

    /// <summary>Those of the process.</summary>
    public static LongArrays Shared { get; } = new();

    /// <summary>Lends an array, which may hold anything.</summary>
    /// <param name="bytes">The least that it is to hold: more than <see cref="LowerBytes"/>.</param>
    public byte[] Rent(int bytes)
    {
        if (bytes > MaxBytes)
        {
            return GC.AllocateUninitializedArray<byte>(bytes);
        }

        // In steps of a quarter of a power of two, so that arrays are alike and not much longer than asked for.
        int step = 1 << (BitOperations.Log2((uint)bytes - 1) - 2);
        int length = (bytes + step - 1) & -step;
        lock (_gate)
        {
            if (_lent++ == 0)
            {
                _stock = _idle.TryGetTarget(out LongArrayStock? kept) ? kept : new LongArrayStock(MaxKeptBytes);
            }

            if (_stock!.TryTake(length) is { } array)
            {
                return array;
            }
        }

        return GC.AllocateUninitializedArray<byte>(length);
    }

    /// <summary>Takes an array back, which nobody looks at any more.</summary>
    public void Return(byte[] array) => End(array, isKept: true);

    /// <summary>An array that was lent does not come back: somebody may still look at it.</summary>
    public void Lose(byte[] array) => End(array, isKept: false);

    private void End(byte[] array, bool isKept)
    {
        if (array.Length > MaxBytes)
        {
            return;
        }

        lock (_gate)
        {
            if (isKept)
            {
                _stock!.Add(array);
            }

            if (--_lent == 0)
            {
                _idle.SetTarget(_stock);
                _stock = null;
            }
        }
    }
}
