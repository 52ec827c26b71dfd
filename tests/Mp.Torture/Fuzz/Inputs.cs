namespace Mp.Torture.Fuzz;

/// <summary>
/// The inputs, by number: first every prefix of every frame of the corpus, then every frame with every bit flipped,
/// then frames that were changed at random.
/// </summary>
internal sealed class Inputs
{
    private readonly IReadOnlyList<byte[]> _corpus;
    private readonly FuzzOptions _options;
    private readonly int[] _owners;
    private readonly int[] _starts;
    private readonly long _prefixes;
    private readonly long _flips;

    public Inputs(FuzzOptions options)
    {
        _options = options;
        _corpus = Corpus.Of(options.Format);

        // For each byte of the corpus, laid end to end, the frame that it is of.
        _owners = [.. _corpus.SelectMany(static (frame, index) => Enumerable.Repeat(index, frame.Length))];
        _starts = [.. _corpus.Select((_, index) => _corpus.Take(index).Sum(static frame => frame.Length))];
        _prefixes = _owners.Length;
        _flips = 8L * _owners.Length;
    }

    /// <summary>The frames that all inputs are made of.</summary>
    public IReadOnlyList<byte[]> Frames => _corpus;

    /// <summary>How many of the inputs are prefixes and bit flips.</summary>
    public long Enumerated => _prefixes + _flips;

    /// <summary>A source of some inputs that follow each other: the same numbers, the same inputs.</summary>
    public IEnumerable<byte[]> Range(long first, long count)
    {
        var mutator = new Mutator(_options.Format, _corpus, new Random(HashCodeOf(_options.Seed, first)));
        for (long number = first; number < first + count; number++)
        {
            yield return number < _prefixes ? Prefix(number)
                : number < Enumerated ? Flip(number - _prefixes)
                : mutator.Next();
        }
    }

    private byte[] Prefix(long number)
    {
        int owner = _owners[number];
        return _corpus[owner][..(int)(number - _starts[owner])];
    }

    private byte[] Flip(long number)
    {
        long at = number / 8;
        int owner = _owners[at];
        byte[] frame = [.. _corpus[owner]];
        frame[at - _starts[owner]] ^= (byte)(1 << (int)(number % 8));
        return frame;
    }

    private static int HashCodeOf(int seed, long first) => unchecked((seed * 397) ^ (int)(first * 0x9E3779B1L));
}
