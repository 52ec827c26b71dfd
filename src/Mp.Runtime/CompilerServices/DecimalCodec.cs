using System.Globalization;
using Mp.Codecs.Json;

namespace Mp.CompilerServices;

/// <summary>A decimal number, as its text: no format has such numbers. Zeros at its end stay.</summary>
internal sealed class DecimalCodec : IElementCodec<decimal>
{
    // -0.1234567890123456789012345678
    private const int MaxBytes = 31;

    public void Write(ref ElementWriter writer, decimal value)
    {
        Span<byte> text = stackalloc byte[MaxBytes];
        _ = value.TryFormat(text, out int length, default, CultureInfo.InvariantCulture);
        writer.WriteUtf8(text[..length]);
    }

    public bool TryRead(ref ElementReader reader, out decimal value)
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

        value = 0;
        return reader.TryReadUtf8(out ReadOnlySpan<byte> text)
            && text.Length is > 0 and <= JsonNumber.MaxBytes
            && JsonNumber.LengthOf(text, out _) == text.Length
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }
}
