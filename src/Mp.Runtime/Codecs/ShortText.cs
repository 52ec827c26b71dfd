using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mp.Codecs;

/// <summary>Short texts of ASCII, nearly all there are: to bytes in a few steps, and no call into libraries.</summary>
internal static class ShortText
{
    /// <summary>The longest text that <see cref="TryNarrow"/> is for, in characters and so in bytes.</summary>
    public const int MaxLength = 31;

    // What no character of ASCII has, in four characters.
    private const ulong BeyondAscii = 0xff80_ff80_ff80_ff80;

    /// <summary>Writes a text of ASCII, a byte a character.</summary>
    /// <param name="text">The text, of any length.</param>
    /// <param name="target">At least as long.</param>
    /// <returns>
    /// <see langword="false"/> if there is another character in it; some bytes may have been written then.
    /// </returns>
    public static bool TryNarrow(ReadOnlySpan<char> text, Span<byte> target)
    {
        target = target[..text.Length];
        ReadOnlySpan<ushort> units = MemoryMarshal.Cast<char, ushort>(text);
        if (units.Length >= Vector128<ushort>.Count)
        {
            return TryNarrowByEight(units, target);
        }

        if (units.Length >= 4)
        {
            // Four from the beginning and four up to the end: they may overlap.
            ulong first = Read(units);
            ulong last = Read(units[^4..]);
            BinaryPrimitives.WriteUInt32LittleEndian(target, Narrow(first));
            BinaryPrimitives.WriteUInt32LittleEndian(target[^4..], Narrow(last));
            return ((first | last) & BeyondAscii) == 0;
        }

        int seen = 0;
        for (int index = 0; index < units.Length; index++)
        {
            seen |= units[index];
            target[index] = (byte)units[index];
        }

        return seen < 0x80;
    }

    /// <summary>Whether these bytes are all of ASCII. For few of them.</summary>
    public static bool IsAscii(ReadOnlySpan<byte> text)
    {
        const ulong Beyond = 0x8080_8080_8080_8080;
        if (text.Length >= sizeof(ulong))
        {
            // The last eight may overlap with those before.
            ulong seen = BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..]);
            for (; text.Length > sizeof(ulong); text = text[sizeof(ulong)..])
            {
                seen |= BinaryPrimitives.ReadUInt64LittleEndian(text);
            }

            return (seen & Beyond) == 0;
        }

        if (text.Length >= sizeof(uint))
        {
            uint seen = BinaryPrimitives.ReadUInt32LittleEndian(text)
                | BinaryPrimitives.ReadUInt32LittleEndian(text[^sizeof(uint)..]);
            return (seen & 0x8080_8080) == 0;
        }

        int all = 0;
        foreach (byte one in text)
        {
            all |= one;
        }

        return all < 0x80;
    }

    private static bool TryNarrowByEight(ReadOnlySpan<ushort> units, Span<byte> target)
    {
        Vector128<ushort> seen = Vector128<ushort>.Zero;
        for (int index = 0; index < units.Length; index += Vector128<ushort>.Count)
        {
            // The last eight may overlap with those before.
            int start = Math.Min(index, units.Length - Vector128<ushort>.Count);
            var eight = Vector128.Create(units[start..]);
            seen |= eight;
            Vector128.Narrow(eight, eight).GetLower().CopyTo(target[start..]);
        }

        return (seen & Vector128.Create((ushort)0xff80)) == Vector128<ushort>.Zero;
    }

    // Little-endian, whatever the machine is: the first unit is the lowest.
    private static ulong Read(ReadOnlySpan<ushort> units) =>
        units[0] | ((ulong)units[1] << 16) | ((ulong)units[2] << 32) | ((ulong)units[3] << 48);

    private static uint Narrow(ulong four) =>
        (uint)((four & 0xff) | ((four >> 8) & 0xff00) | ((four >> 16) & 0xff0000) | ((four >> 24) & 0xff000000));
}
