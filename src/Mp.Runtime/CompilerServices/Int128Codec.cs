using System.Globalization;

namespace Mp.CompilerServices;

/// <summary>An integer of 128 bits: an integer like any other if it fits 64, else its decimal text.</summary>
internal sealed class Int128Codec : IElementCodec<Int128>
{
    // -170141183460469231731687303715884105728
    private const int MaxBytes = 40;

    public void Write(ref ElementWriter writer, Int128 value)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
        {
            writer.WriteInt64((long)value);
        }
        else if (value > 0 && value <= ulong.MaxValue)
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

    public bool TryRead(ref ElementReader reader, out Int128 value)
    {
        if (reader.TryReadInt64(out long signed))
        {
            value = signed;
            return true;
        }

        if (reader.TryReadUInt64(out ulong unsigned))
        {
            value = unsigned;
            return true;
        }

        // What fits 64 bits is no text.
        value = default;
        return reader.TryReadUtf8(out ReadOnlySpan<byte> text)
            && ElementReader.IsCanonicalInteger(text)
            && Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && (value < long.MinValue || value > ulong.MaxValue);
    }
}
