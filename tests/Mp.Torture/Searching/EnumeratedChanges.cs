namespace Mp.Torture.Searching;

/// <summary>What can be enumerated of a corpus, by number: first each prefix of each text, then each with one bit flipped.</summary>
internal sealed class EnumeratedChanges
{
    private readonly byte[][] _texts;

    // For each byte of the texts, laid end to end, the text that it is of; and where each text begins.
    private readonly int[] _owners;
    private readonly int[] _starts;

    public EnumeratedChanges(IEnumerable<byte[]> texts)
    {
        _texts = [.. texts];
        _owners = [.. _texts.SelectMany(static (text, index) => Enumerable.Repeat(index, text.Length))];
        _starts = [.. _texts.Select((_, index) => _texts.Take(index).Sum(static text => text.Length))];
    }

    /// <summary>How many there are.</summary>
    public long Count => 9L * _owners.Length;

    /// <summary>One of them.</summary>
    /// <returns>Which text it was made of, and what it became.</returns>
    public (int Owner, byte[] Changed) this[long number]
    {
        get
        {
            bool isPrefix = number < _owners.Length;
            long at = isPrefix ? number : (number - _owners.Length) / 8;
            int owner = _owners[at];
            int place = (int)at - _starts[owner];
            if (isPrefix)
            {
                return (owner, _texts[owner][..place]);
            }

            byte[] flipped = [.. _texts[owner]];
            flipped[place] ^= (byte)(1 << (int)((number - _owners.Length) % 8));
            return (owner, flipped);
        }
    }

    /// <summary>What random inputs from a number on are made with: the same numbers, the same inputs.</summary>
    public static Random RandomFrom(int seed, long first) => new(unchecked((seed * 397) ^ (int)(first * 0x9E3779B1L)));
}
