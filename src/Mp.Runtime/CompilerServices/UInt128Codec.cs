using System.Globalization;

namespace Mp.CompilerServices;

/// <summary>An integer of 128 bits: an integer like any other if it fits 64, else its decimal text.</summary>
internal sealed class UInt128Codec : IElementCodec<UInt128>
{
    // 340282366920938463463374607431768211455
    private const int MaxBytes = 39;

    public void Write(ref ElementWriter writer, UInt128 value)
    {
        if (value <= ulong.MaxValue)
        {
            writer.WriteUInt64((ulong)value);
        }
        else
        {
            Span<byte> text = stackalloc byte[MaxBytes];
            _ = value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
            writer.WriteUtf8(text[..length]);
        }
    }

    public bool TryRead(ref ElementReader reader, out UInt128 value)
    {
        if (reader.TryReadUInt64(out ulong narrow))
        {
            value = narrow;
            return true;
        }

        // What fits 64 bits is no text.
        value = default;
        return reader.TryReadUtf8(out ReadOnlySpan<byte> text)
            && ElementReader.IsCanonicalInteger(text)
            && UInt128.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && value > ulong.MaxValue;
    }
}
