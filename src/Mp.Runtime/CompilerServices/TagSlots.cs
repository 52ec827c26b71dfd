using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mp.CompilerServices;

/// <summary>
/// A hash table from the words of tags to their numbers: a tag's number stands in its slot, or in one soon after it.
/// </summary>
internal sealed class TagSlots
{
    // So sparse that most tags have their slot to themselves: a second look is one that the processor did not expect.
    private const int SlotsForEachTag = 8;
    private const int Attempts = 16;
    private const ulong FirstMultiplier = 0x9E37_79B9_7F4A_7C15;

    // A number and one more; zero is nothing.
    private readonly ushort[] _slots;
    private readonly ulong _multiplier;
    private readonly int _shift;
    private readonly int _displaced;

    private TagSlots(TagWords[] tags, ulong multiplier)
    {
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, SlotsForEachTag * tags.Length));
        _slots = new ushort[slots];
        _multiplier = multiplier;
        _shift = 64 - BitOperations.Log2((uint)slots);
        for (int number = 0; number < tags.Length; number++)
        {
            uint slot = First(tags[number]);
            while (this[slot] >= 0)
            {
                slot++;
                _displaced++;
            }

            _slots[slot & (slots - 1)] = checked((ushort)(number + 1));
        }
    }

    /// <summary>The number in a slot, or -1. Slots go on at the beginning.</summary>
    public int this[uint slot]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ushort[] slots = _slots;
            return slots[slot & (uint)(slots.Length - 1)] - 1;
        }
    }

    /// <summary>The best of several tables of these tags, numbered from zero on.</summary>
    public static TagSlots Of(TagWords[] tags)
    {
        var best = new TagSlots(tags, FirstMultiplier);
        for (ulong attempt = 1; attempt < Attempts && best._displaced > 0; attempt++)
        {
            // Any odd numbers would do.
            var other = new TagSlots(tags, (FirstMultiplier * ((2 * attempt) + 1)) | 1);
            best = other._displaced < best._displaced ? other : best;
        }

        return best;
    }

    /// <summary>The slot to look at first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint First(TagWords words) => (uint)(words.Hash(_multiplier) >> _shift);
}
