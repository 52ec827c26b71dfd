using System.Buffers;

namespace Mp.Codecs.Json;

/// <summary>What a number looks like in JSON. Source: RFC 8259, section 6.</summary>
internal static class JsonNumber
{
    /// <summary>The longest that is accepted, in bytes: more digits than any double or 64-bit integer needs.</summary>
    public const int MaxBytes = 64;

    /// <summary>What numbers are made of.</summary>
    public static readonly SearchValues<byte> Characters = SearchValues.Create("+-.0123456789Ee"u8);

    /// <summary>How many bytes the number takes that a text begins with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isInteger">Whether it has neither a fraction nor an exponent.</param>
    /// <returns>Zero if it begins with none. The whole text, if more digits could follow.</returns>
    public static int LengthOf(ReadOnlySpan<byte> text, out bool isInteger)
    {
        isInteger = false;
        int position = text is [(byte)'-', ..] ? 1 : 0;
        int digits = DigitsAt(text, position);
        if (digits == 0 || (digits > 1 && text[position] == (byte)'0'))
        {
            return 0;
        }

        position += digits;
        isInteger = true;
        if (position < text.Length && text[position] == (byte)'.')
        {
            isInteger = false;
            digits = DigitsAt(text, position + 1);
            if (digits == 0)
            {
                return 0;
            }

            position += 1 + digits;
        }

        if (position < text.Length && (text[position] | 0x20) == 'e')
        {
            isInteger = false;
            int sign = position + 1 < text.Length && text[position + 1] is (byte)'+' or (byte)'-' ? 1 : 0;
            digits = DigitsAt(text, position + 1 + sign);
            if (digits == 0)
            {
                return 0;
            }

            position += 1 + sign + digits;
        }

        return position;
    }

    private static int DigitsAt(ReadOnlySpan<byte> text, int start)
    {
        int end = start;
        while (end < text.Length && text[end] is >= (byte)'0' and <= (byte)'9')
        {
            end++;
        }

        return end - start;
    }
}
