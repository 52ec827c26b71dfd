using Mp.Wire;

namespace Mp.Torture.Fuzz;

/// <summary>Makes frames that are nearly right: of right ones, by changes that know a little of the format.</summary>
internal sealed class Mutator(Framing format, IReadOnlyList<byte[]> corpus, Random random)
{
    private const int MaxBytes = 2_000;
    private const int PrefixBytes = sizeof(int);

    private readonly IReadOnlyList<byte[]> _tokens = FormatTokens.Of(format);

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
                _bytes.InsertRange(at, _tokens[random.Next(_tokens.Count)]);
                break;
        }
    }

    private void Replace(int at)
    {
        byte[] token = _tokens[random.Next(_tokens.Count)];
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
