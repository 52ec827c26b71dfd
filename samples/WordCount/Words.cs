using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace WordCount;

/// <summary>What <c>wc -w</c> counts: runs of other than white space with at least one printable character.</summary>
/// <remarks>
/// As there, the environment's locale says which characters there are: those of Unicode, or of ASCII.
/// </remarks>
internal static class Words
{
    private static readonly bool IsUnicode = IsUnicodeLocale();

    /// <summary>Counts the words of a text.</summary>
    public static Dictionary<string, long> Count(ReadOnlySpan<byte> text)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var word = new List<byte>();
        bool isPrintable = false;
        while (!text.IsEmpty)
        {
            int length = Decode(text, out bool isSpace, out bool prints);
            if (isSpace)
            {
                End(counts, word, ref isPrintable);
            }
            else
            {
                word.AddRange(text[..length]);
                isPrintable |= prints;
            }

            text = text[length..];
        }

        End(counts, word, ref isPrintable);
        return counts;
    }

    private static void End(Dictionary<string, long> counts, List<byte> word, ref bool isPrintable)
    {
        if (isPrintable)
        {
            string key = Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(word));
            CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
        }

        word.Clear();
        isPrintable = false;
    }

    private static int Decode(ReadOnlySpan<byte> text, out bool isSpace, out bool prints)
    {
        byte first = text[0];
        if (first < 0x80 || !IsUnicode)
        {
            isSpace = first is (byte)' ' or (>= 0x09 and <= 0x0d);
            prints = first is > 0x20 and < 0x7f;
            return 1;
        }

        bool isValid = Rune.DecodeFromUtf8(text, out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
        prints = isValid && Prints(rune);
        isSpace = isValid && (first < 0x80 ? Rune.IsWhiteSpace(rune) : prints && IsWideSpace(rune));
        return length;
    }

    // To wc, a character that can't be printed neither is part of a word nor ends one: U+0085 or U+2028, say. And the
    // word joiner, of all characters, is a space.
    private static bool IsWideSpace(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value == 0x2060;

    private static bool Prints(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);

    private static bool IsUnicodeLocale()
    {
        string[] variables = ["LC_ALL", "LC_CTYPE", "LANG"];
        string locale = variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(
            static value => !string.IsNullOrEmpty(value)) ?? "";
        return locale.Contains("UTF-8", StringComparison.OrdinalIgnoreCase)
            || locale.Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
