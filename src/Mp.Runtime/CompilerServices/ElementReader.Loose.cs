using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Mp.Codecs;
using Mp.Codecs.Json;

namespace Mp.CompilerServices;

/// <content>
/// What is read of senders that do not tell types apart as Mp does: see <see cref="ElementDialect"/>. Reached only
/// where an element is not of the type that is asked for.
/// </content>
public ref partial struct ElementReader
{
    private bool TryReadLooseBoolean(out bool value)
    {
        int start = _position;
        value = false;
        if (!Has(ElementDialect.Loose))
        {
            return false;
        }

        if (Kind == ElementKind.String && TryReadUtf8(out ReadOnlySpan<byte> text))
        {
            value = text.SequenceEqual("1"u8);
            if (value || text.IsEmpty || text.SequenceEqual("0"u8))
            {
                return true;
            }
        }
        else if (Kind == ElementKind.Integer && TryReadInt64(out long number))
        {
            value = number == 1;
            if (number is 0 or 1)
            {
                return true;
            }
        }

        _position = start;
        return false;
    }

    private bool TryReadLooseInt64(out long value)
    {
        value = 0;
        return TryPeekNumberText(out ReadOnlySpan<byte> text, out int end)
            && IsCanonicalInteger(text)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && MoveTo(end);
    }

    private bool TryReadLooseUInt64(out ulong value)
    {
        value = 0;
        return TryPeekNumberText(out ReadOnlySpan<byte> text, out int end)
            && IsCanonicalInteger(text)
            && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && MoveTo(end);
    }

    private bool TryReadLooseDouble(out double value)
    {
        value = 0;
        return TryPeekNumberText(out ReadOnlySpan<byte> text, out int end)
            && JsonNumber.LengthOf(text, out _) == text.Length
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value)
            && MoveTo(end);
    }

    private bool TryReadLooseUtf8(out ReadOnlySpan<byte> value)
    {
        ElementReader attempt = this;
        if (Has(ElementDialect.Octets) && attempt.TryReadByteSpan(out ReadOnlySpan<byte> octets))
        {
            value = Ascii.IsValid(octets) ? octets : Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(octets));
            return MoveTo(attempt._position);
        }

        value = default;
        return Has(ElementDialect.Loose)
            && Kind is ElementKind.Integer or ElementKind.Floating
            && attempt.TryFormatNumber(out value)
            && MoveTo(attempt._position);
    }

    private bool TryFormatNumber(out ReadOnlySpan<byte> value)
    {
        Span<byte> text = stackalloc byte[JsonNumber.MaxBytes];
        int length = 0;
        if (Kind == ElementKind.Floating)
        {
            _ = TryReadDouble(out double number);
            bool isFinite = double.IsFinite(number)
                && number.TryFormat(text, out length, default, CultureInfo.InvariantCulture);

            // As other languages print it.
            text[..length].Replace((byte)'E', (byte)'e');
            value = text[..length].ToArray();
            return isFinite;
        }

        _ = TryReadInt64(out long signed)
            ? Utf8Formatter.TryFormat(signed, text, out length)
            : TryReadUInt64(out ulong unsigned) && Utf8Formatter.TryFormat(unsigned, text, out length);
        value = text[..length].ToArray();
        return true;
    }

    private bool TryReadLooseBytes([NotNullWhen(true)] out byte[]? value)
    {
        value = null;
        ElementReader attempt = this;
        if (Kind != ElementKind.String || !attempt.TryReadUtf8(out ReadOnlySpan<byte> text))
        {
            return false;
        }

        if (Has(ElementDialect.Octets))
        {
            value = OctetsOf(text);
        }
        else if (Has(ElementDialect.Textual) && Base64.IsValid(text, out int length))
        {
            value = new byte[length];
            _ = Base64.DecodeFromUtf8(text, value, out _, out _);
        }

        return value is not null && MoveTo(attempt._position);
    }

    private bool TryReadLooseTimestamp(out Timestamp value)
    {
        ElementReader attempt = this;
        value = default;
        return Has(ElementDialect.Textual | ElementDialect.Loose)
            && Kind == ElementKind.String
            && attempt.TryReadUtf8(out ReadOnlySpan<byte> text)
            && Timestamp.TryParse(text, out value)
            && MoveTo(attempt._position);
    }

    // A text of characters up to 255: a byte for each. Others are none.
    private static byte[]? OctetsOf(ReadOnlySpan<byte> text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToArray();
        }

        string characters = Encoding.UTF8.GetString(text);
        return characters.AsSpan().ContainsAnyExceptInRange('\0', '\xff')
            ? null
            : Encoding.Latin1.GetBytes(characters);
    }

    // As it is printed: no sign, zero or blank that another program would leave out. The parser itself would pass over
    // zero bytes at the end.
    internal static bool IsCanonicalInteger(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> digits = text is [(byte)'-', ..] ? text[1..] : text;
        return digits is [>= (byte)'1' and <= (byte)'9', ..]
            ? !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            : text is [(byte)'0'];
    }

    private readonly bool Has(ElementDialect any) => (_dialect & any) != ElementDialect.Exact;

    private readonly bool TryPeekNumberText(out ReadOnlySpan<byte> text, out int end)
    {
        ElementReader attempt = this;
        text = default;
        bool isText = Has(ElementDialect.Loose)
            && Kind == ElementKind.String
            && attempt.TryReadUtf8(out text)
            && text.Length is > 0 and <= JsonNumber.MaxBytes;
        end = attempt._position;
        return isText;
    }

    private bool MoveTo(int position)
    {
        _position = position;
        return true;
    }
}
