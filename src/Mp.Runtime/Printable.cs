using System.Text;

namespace Mp;

/// <summary>Makes foreign text fit for one line of a log or an error message.</summary>
internal static class Printable
{
    private const int MaxCharacters = 256;

    /// <summary>The text with control and other unprintable characters escaped, cut at 256 characters.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(Math.Min(text.Length, MaxCharacters));
        foreach (char character in text)
        {
            if (result.Length >= MaxCharacters)
            {
                return result.Append('…').ToString();
            }

            // Everything but plain text: controls, and what turns the direction of writing or takes no room.
            if (char.IsLetterOrDigit(character) || char.IsPunctuation(character) || char.IsSymbol(character)
                || character == ' ')
            {
                result.Append(character);
            }
            else
            {
                result.Append("\\u").Append(((int)character).ToString("x4", null));
            }
        }

        return result.ToString();
    }
}
