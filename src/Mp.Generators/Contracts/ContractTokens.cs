using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Mp.Generators.Contracts;

/// <summary>Takes one line of a contract apart, from the left. What is not there as it must be, throws.</summary>
internal sealed class ContractTokens(string line)
{
    private const int UnicodeDigits = 4;

    private int _position;

    /// <summary>Takes the word that an entry begins with, if one comes next.</summary>
    public string? TryTakeEntry() => ContractKeywords.Entries.FirstOrDefault(TryTakeWord);

    /// <summary>Takes these characters, if they come next.</summary>
    public bool TryTake(string characters)
    {
        SkipSpaces();
        bool isNext = string.CompareOrdinal(line, _position, characters, 0, characters.Length) == 0;
        _position += isNext ? characters.Length : 0;
        return isNext;
    }

    /// <summary>Takes these characters.</summary>
    public void Take(string characters)
    {
        if (!TryTake(characters))
        {
            throw Expected($"'{characters}'");
        }
    }

    /// <summary>Takes a word, if it comes next and is not the beginning of another.</summary>
    public bool TryTakeWord(string word)
    {
        int start = _position;
        if (string.Equals(TryTakeName(), word, StringComparison.Ordinal))
        {
            return true;
        }

        _position = start;
        return false;
    }

    /// <summary>Takes a name, if one comes next.</summary>
    public string? TryTakeName()
    {
        SkipSpaces();
        int start = _position;
        while (_position < line.Length && IsPartOfName(line[_position]))
        {
            _position++;
        }

        return _position == start ? null : line.Substring(start, _position - start);
    }

    /// <summary>Takes a name.</summary>
    public string TakeName() => TryTakeName() ?? throw Expected("a name");

    /// <summary>Takes a number that counts something.</summary>
    public string TakeNumber()
    {
        string number = (TryTake("-") ? "-" : "") + TryTakeName();
        return int.TryParse(number, NumberStyles.AllowLeadingSign, ContractNumbers.Culture, out _)
            ? number
            : throw Expected("a number");
    }

    /// <summary>Takes a constant's number, if one comes next.</summary>
    public bool TryTakeNumber([NotNullWhen(true)] out string? number)
    {
        SkipSpaces();
        int end = _position;
        while (end < line.Length && line[end] is not (',' or ']' or ' '))
        {
            end++;
        }

        number = line.Substring(_position, end - _position);
        if (number.Length == 0 || !(char.IsDigit(number[0]) || number[0] == '-'))
        {
            number = null;
            return false;
        }

        _position = end;
        return true;
    }

    /// <summary>Takes a text between quotes, if one comes next.</summary>
    public string? TryTakeString()
    {
        if (!TryTake("\""))
        {
            return null;
        }

        var text = new StringBuilder();
        while (Next("the end of the text") is var character and not '"')
        {
            text.Append(character == '\\' ? TakeEscaped() : character);
        }

        return text.ToString();
    }

    /// <summary>The next character that is no space, without taking it; zero at the end.</summary>
    public char Peek()
    {
        SkipSpaces();
        return _position < line.Length ? line[_position] : '\0';
    }

    /// <summary>Fails unless nothing is left.</summary>
    public void RequireEnd()
    {
        if (!IsAtEnd())
        {
            throw Expected("the end of the line");
        }
    }

    /// <summary>What to throw where something else stands than must.</summary>
    public ContractFormatException Expected(string what) =>
        new($"expected {what} at column {(_position + 1).ToString(ContractNumbers.Culture)}");

    private static bool IsPartOfName(char character) =>
        char.IsLetterOrDigit(character)
        || character is '_' or '.' or '+' or '`' or '@'
        || char.GetUnicodeCategory(character) is UnicodeCategory.LetterNumber
            or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.ConnectorPunctuation
            or UnicodeCategory.Format
            or UnicodeCategory.Surrogate;

    private bool IsAtEnd() => Peek() == '\0';

    private char TakeEscaped()
    {
        char character = Next("an escaped character");
        if (character != 'u')
        {
            return character;
        }

        string digits = line.Substring(_position, Math.Min(UnicodeDigits, line.Length - _position));
        _position += digits.Length;
        return digits.Length == UnicodeDigits
            && ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, ContractNumbers.Culture, out ushort code)
                ? (char)code
                : throw Expected("four hexadecimal digits");
    }

    private char Next(string what) => _position < line.Length ? line[_position++] : throw Expected(what);

    private void SkipSpaces()
    {
        while (_position < line.Length && line[_position] == ' ')
        {
            _position++;
        }
    }
}
