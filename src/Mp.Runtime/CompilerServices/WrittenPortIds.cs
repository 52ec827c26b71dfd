using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Mp.CompilerServices;

/// <summary>Reads port IDs that come as bytes. The few that come again and again are read once.</summary>
/// <remarks>
/// Most messages that name a port name the one that an answer is for, and most of these have named it before. Then it
/// costs no object, and whoever answers finds the link where it was found the last time.
/// </remarks>
internal static class WrittenPortIds
{
    // Of a thread. Each is replaced by the next one that belongs there.
    private const int Places = 64;
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;

    [ThreadStatic]
    private static Known[]? _known;

    /// <summary>Reads a port ID as text, if it is one. It has to have a <c>#</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out PortId id)
    {
        id = default;
        if (text.Length > (2 * PortId.MaxPartBytes) + 1)
        {
            return false;
        }

        ref Known known = ref (_known ??= new Known[Places])[PlaceOf(text)];
        if (known.Text is { } before && text.SequenceEqual(before))
        {
            id = known.Id;
            return true;
        }

        if (!text.Contains((byte)'#') || !PortId.TryParse(Encoding.UTF8.GetString(text), out id))
        {
            return false;
        }

        known = new Known { Text = text.ToArray(), Id = id };
        return true;
    }

    // Names of ports of one node differ at the end.
    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        ulong end = text.Length >= sizeof(ulong)
            ? BinaryPrimitives.ReadUInt64LittleEndian(text[^sizeof(ulong)..])
            : (ulong)text.Length;
        return (int)(((end ^ (uint)text.Length) * Multiplier) >> (64 - BitOperations.Log2(Places)));
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Known
    {
        public byte[]? Text;
        public PortId Id;
    }
}
