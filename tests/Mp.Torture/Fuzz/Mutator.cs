using Mp.Wire;

namespace Mp.Torture.Fuzz;

/// <summary>Makes frames that are nearly right: of right ones, by changes that know a little of the format.</summary>
internal sealed class Mutator(Framing format, IReadOnlyList<byte[]> corpus, Random random)
{
    private const int MaxBytes = 2_000;
    private const int PrefixBytes = sizeof(int);

    // What a claim, a depth, a text or a number begins with that readers have gone wrong on.
    private static readonly byte[][] MessagePackTokens =
    [
        [0xc1], [0xc0], [0xc2], [0xc3], [0x90], [0x80], [0xa0], [0xff], [0x7f], [0x9f], [0x8f], [0xbf],
        [0xdd, 0xff, 0xff, 0xff, 0xff], [0xdf, 0xff, 0xff, 0xff, 0xff], [0xdb, 0xff, 0xff, 0xff, 0xff],
        [0xc6, 0xff, 0xff, 0xff, 0xff], [0xc9, 0xff, 0xff, 0xff, 0xff, 1], [0xdd, 0, 0, 0, 1], [0xdf, 0, 0, 0, 1],
        [0xdc, 0, 2], [0xde, 0, 1], [0xd9, 1], [0xda, 0, 1], [0xdb, 0, 0, 0, 1], [0xc4, 1], [0xc5, 0, 1],
        [0xc7, 0, 5], [0xc7, 12, 0xff], [0xd4, 0xff, 0], [0xd6, 0xff, 0, 0, 0, 0], [0xd7, 0xff, 0xff, 0xff, 0xff, 0xff],
        [0xca, 0x7f, 0xc0, 0, 0], [0xcb, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0],
        [0xcf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        [0xd3, 0x80, 0, 0, 0, 0, 0, 0, 0], [0x81, 0xa1, 0x61], [0x82, 0xa1, 0x61, 1, 0xa1, 0x61, 2], [0xa2, 0xc3, 0x28],
        [0xa3, 0xed, 0xa0, 0x80], [0xa2, 0xc3, 0xa9], [0xa4, 0xf0, 0x9f, 0x8c, 0x8d],
    ];

    private static readonly byte[][] CborTokens =
    [
        [0xff], [0xf6], [0xf7], [0xf4], [0xf5], [0x80], [0xa0], [0x40], [0x60], [0x9f], [0xbf], [0x5f], [0x7f],
        [0x9f, 0xff],
        [0xbf, 0xff], [0x5f, 0xff], [0x7f, 0xff], [0x1c], [0x1f], [0xdf], [0xf8, 0x10], [0xf8, 0xff], [0xf9, 0x7e, 0],
        [0xf9, 0x7c, 0], [0xf9, 0, 1], [0xfa, 0x7f, 0xc0, 0, 0], [0xfb, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0],
        [0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0xbb, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        [0x5b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0x7a, 0xff, 0xff, 0xff, 0xff], [0x9a, 0, 0, 0, 1],
        [0xc0], [0xc1], [0xc2, 0x41, 5], [0xc3, 0x48, 0x80, 0, 0, 0, 0, 0, 0, 0],
        [0xc2, 0x49, 1, 0, 0, 0, 0, 0, 0, 0, 0],
        [0xc1, 0xfb, 0x41, 0xd4, 0x52, 0xd9, 0xec, 0x20, 0, 0], [0xd9, 0xd9, 0xf7], [0xdb, 0, 0, 0, 0, 0, 0, 0, 1],
        [0x3b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        [0x62, 0xc3, 0x28], [0x63, 0xed, 0xa0, 0x80], [0x41, 0xe9], [0x61, 0x61], [0x41, 0x61], [0xa1, 0x61, 0x61],
        [0xa2, 0x61, 0x61, 1, 0x41, 0x61, 2],
    ];

    private static readonly byte[][] JsonTokens =
    [
        .. new[]
        {
            "[", "]", "{", "}", ",", ":", "\"", "\\", " ", "\n", "null", "true", "false", "nul", "NaN", "Infinity", "-",
            "0", "-0", "1", "01", "1.", ".5", "1e", "1e5", "1e999", "-1e-999", "1.5", "1E+10", "9223372036854775808",
            "-9223372036854775809", "18446744073709551616", "123456789012345678", "0.1", "\"\"", "\"a\"", "\"\\ud800\"",
            "\"\\udc00\"", "\"\\ud83c\\udf0d\"", "\\u0000", "\\u", "\\x", "\"\\u00e9\"",
            "{\"a\":1,\"\\u0061\":2}", "{}",
            "[]", "{\"a\":", "[[[[[[[[", "]]]]]]]]", "/**/", "\u00e9", "\U0001f30d", "\ufeff",
            "\u2028", "\0", "\t", "\u0001",
            "1111111111222222222233333333334444444444555555555566666666667777",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
        [0xff], [0xc3], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xc0, 0x80],
    ];

    private readonly byte[][] _tokens = format switch
    {
        Framing.MessagePack => MessagePackTokens,
        Framing.Cbor => CborTokens,
        _ => JsonTokens,
    };

    private readonly List<byte> _bytes = [];

    /// <summary>The next input.</summary>
    public byte[] Next()
    {
        _bytes.Clear();
        byte[] frame = corpus[random.Next(corpus.Count)];
        bool hasLength = format == Framing.MessagePack;
        _bytes.AddRange(hasLength ? frame.AsSpan(PrefixBytes) : frame);
        for (int left = 1 + random.Next(1 + random.Next(6)); left > 0; left--)
        {
            Change();
        }

        byte[] body = [.. _bytes];

        // Mostly the length is right: else hardly anything would get beyond it.
        return !hasLength || random.Next(16) == 0 ? body : Corpus.WithLength(body);
    }

    private void Change()
    {
        int at = random.Next(_bytes.Count + 1);
        switch (random.Next(8))
        {
            case 0 when at < _bytes.Count:
                _bytes[at] = (byte)random.Next(256);
                break;
            case 1 when at < _bytes.Count:
                _bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                _bytes.RemoveRange(at, Math.Min(1 + random.Next(4), _bytes.Count - at));
                break;
            case 3:
                Replace(at);
                break;
            case 4:
                Nest(at);
                break;
            case 5:
                Splice(at);
                break;
            case 6:
                Repeat(at);
                break;
            default:
                _bytes.InsertRange(at, _tokens[random.Next(_tokens.Length)]);
                break;
        }
    }

    private void Replace(int at)
    {
        byte[] token = _tokens[random.Next(_tokens.Length)];
        _bytes.RemoveRange(at, Math.Min(1 + random.Next(token.Length), _bytes.Count - at));
        _bytes.InsertRange(at, token);
    }

    // Around the limit of what may be nested, and far beyond it.
    private void Nest(int at)
    {
        int depth = random.Next(8) == 0 ? 60 + random.Next(10) : random.Next(random.Next(8) == 0 ? 300 : 6);
        bool isMap = random.Next(2) == 0;
        byte[] level = (format, isMap) switch
        {
            (Framing.MessagePack, false) => [0x91],
            (Framing.MessagePack, true) => [0x81, 0xa0],
            (Framing.Cbor, false) => [0x81],
            (Framing.Cbor, true) => [0xa1, 0x60],
            (_, false) => [(byte)'['],
            (_, true) => [(byte)'{', (byte)'"', (byte)'"', (byte)':'],
        };
        byte[] end = format == Framing.Json ? [isMap ? (byte)'}' : (byte)']'] : [];
        if (_bytes.Count < MaxBytes)
        {
            _bytes.InsertRange(at, [.. Repeated(level, depth), .. NestedValue(), .. Repeated(end, depth)]);
        }
    }

    private byte[] NestedValue() => format switch
    {
        Framing.Json => [(byte)'1'],
        _ when random.Next(2) == 0 => [0x01],
        _ => [],
    };

    private static IEnumerable<byte> Repeated(byte[] bytes, int count) =>
        Enumerable.Range(0, count).SelectMany(_ => bytes);

    private void Splice(int at)
    {
        byte[] other = corpus[random.Next(corpus.Count)];
        int start = random.Next(other.Length);
        int length = random.Next(other.Length - start) + 1;
        if (_bytes.Count < MaxBytes)
        {
            _bytes.InsertRange(at, other[start..(start + length)]);
        }
    }

    private void Repeat(int at)
    {
        int length = Math.Min(1 + random.Next(20), _bytes.Count - at);
        byte[] part = [.. _bytes.Skip(at).Take(length)];
        for (int left = random.Next(4); left > 0 && _bytes.Count < MaxBytes; left--)
        {
            _bytes.InsertRange(at, part);
        }
    }
}
