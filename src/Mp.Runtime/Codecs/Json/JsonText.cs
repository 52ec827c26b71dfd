using System.Buffers.Text;
using System.Text;

namespace Mp.Codecs.Json;

/// <summary>Resolves the escapes of a text. Source: RFC 8259, section 7.</summary>
internal static class JsonText
{
    private const int HexDigits = 4;

    /// <summary>Writes the text that is meant, which is shorter than the one that stands there.</summary>
    /// <param name="raw">What is between the quotes. Only its escapes are checked.</param>
    /// <param name="target">At least as long as <paramref name="raw"/>.</param>
    /// <param name="length">How many bytes were written.</param>
    public static Verdict Unescape(ReadOnlySpan<byte> raw, Span<byte> target, out int length)
    {
        length = 0;
        while (true)
        {
            int plain = raw.IndexOf((byte)'\\');
            if (plain < 0)
            {
                raw.CopyTo(target[length..]);
                length += raw.Length;
                return Verdict.Accepted;
            }

            raw[..plain].CopyTo(target[length..]);
            length += plain;
            raw = raw[plain..];
            Verdict verdict = ReadEscape(ref raw, out Rune character);
            if (verdict != Verdict.Accepted)
            {
                return verdict;
            }

            length += character.EncodeToUtf8(target[length..]);
        }
    }

    private static Verdict ReadEscape(ref ReadOnlySpan<byte> raw, out Rune character)
    {
        char meant = (char)raw[1] switch
        {
            '"' or '\\' or '/' => (char)raw[1],
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (meant != '\0')
        {
            character = new Rune(meant);
            raw = raw[2..];
            return Verdict.Accepted;
        }

        character = default;
        if (!TryReadUnit(ref raw, out meant))
        {
            return Verdict.UnknownEscape;
        }

        if (Rune.TryCreate(meant, out character))
        {
            return Verdict.Accepted;
        }

        // The half of a pair, of which the other must follow at once.
        return TryReadUnit(ref raw, out char second) && Rune.TryCreate(meant, second, out character)
            ? Verdict.Accepted
            : Verdict.LoneSurrogate;
    }

    private static bool TryReadUnit(ref ReadOnlySpan<byte> raw, out char unit)
    {
        unit = '\0';
        if (raw is not [(byte)'\\', (byte)'u', ..] || raw.Length < 2 + HexDigits)
        {
            return false;
        }

        bool isUnit = Utf8Parser.TryParse(raw.Slice(2, HexDigits), out ushort value, out int length, 'x')
            && length == HexDigits;
        unit = (char)value;
        raw = raw[(2 + HexDigits)..];
        return isUnit;
    }
}
