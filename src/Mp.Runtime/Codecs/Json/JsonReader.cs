using System.Buffers;

namespace Mp.Codecs.Json;

/// <summary>Reads the words of JSON, front to back: white space, texts, numbers, literals. Source: RFC 8259.</summary>
/// <remarks>Knows nothing of what may follow what. Allocates nothing.</remarks>
internal ref struct JsonReader(ReadOnlySpan<byte> data)
{
    private static readonly SearchValues<byte> EndsOrEscapes =
        SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static value => (byte)value), (byte)'"', (byte)'\\']);

    private readonly ReadOnlySpan<byte> _data = data;

    /// <summary>How many bytes were read.</summary>
    public int Position { get; private set; }

    /// <summary>What is to be said of a word that is not what must come: perhaps it has not come yet.</summary>
    public readonly Verdict Unexpected => Position < _data.Length ? Verdict.NotJson : Verdict.Truncated;

    private readonly ReadOnlySpan<byte> Rest => _data[Position..];

    /// <summary>Passes over white space, and looks at what comes then.</summary>
    /// <returns>The byte, which is not passed over; zero, which begins nothing, at the end.</returns>
    public byte PeekWord()
    {
        int position = Position;
        while (position < _data.Length)
        {
            byte next = _data[position];
            if (next is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                Position = position;
                return next;
            }

            position++;
        }

        Position = position;
        return 0;
    }

    /// <summary>Passes over the byte that was looked at.</summary>
    public void Pass() => Position++;

    /// <summary>Reads the text that begins here with its quote: what is between the quotes.</summary>
    /// <param name="raw">The text as it stands there: a view, not a copy.</param>
    /// <param name="isEscaped">Whether it has escapes.</param>
    public Verdict ReadText(out ReadOnlySpan<byte> raw, out bool isEscaped)
    {
        ReadOnlySpan<byte> rest = _data[(Position + 1)..];
        int length = 0;
        isEscaped = false;
        raw = default;
        while (true)
        {
            int distance = rest[length..].IndexOfAny(EndsOrEscapes);
            if (distance < 0)
            {
                return Verdict.Truncated;
            }

            length += distance;
            switch (rest[length])
            {
                case (byte)'"':
                    raw = rest[..length];
                    Position += length + 2;
                    return Verdict.Accepted;
                case (byte)'\\':
                    // What it escapes, which may be a quote, belongs to it.
                    isEscaped = true;
                    length += 2;
                    if (length > rest.Length)
                    {
                        return Verdict.Truncated;
                    }

                    break;
                default:
                    Position += 1 + length;
                    return Verdict.ControlCharacter;
            }
        }
    }

    /// <summary>Reads the number that begins here.</summary>
    /// <param name="digits">The number as it stands there.</param>
    /// <param name="isInteger">Whether it has neither a fraction nor an exponent.</param>
    public Verdict ReadNumber(out ReadOnlySpan<byte> digits, out bool isInteger)
    {
        ReadOnlySpan<byte> rest = Rest;
        int length = JsonNumber.LengthOf(rest, out isInteger);
        digits = rest[..length];
        if (length > JsonNumber.MaxBytes)
        {
            return Verdict.NumberTooLong;
        }

        if (length > 0 && length < rest.Length)
        {
            Position += length;
            return Verdict.Accepted;
        }

        // It ends with the data: it may go on, unless it is too long or no number already.
        if (rest.Length > JsonNumber.MaxBytes || rest.ContainsAnyExcept(JsonNumber.Characters))
        {
            return Verdict.NotJson;
        }

        return Verdict.Truncated;
    }

    /// <summary>Passes over a literal that must stand here.</summary>
    public Verdict ReadLiteral(ReadOnlySpan<byte> literal)
    {
        ReadOnlySpan<byte> rest = Rest;
        if (rest.StartsWith(literal))
        {
            Position += literal.Length;
            return Verdict.Accepted;
        }

        return literal.StartsWith(rest) ? Verdict.Truncated : Verdict.NotJson;
    }
}
