using Mp.Torture.Searching;

namespace Mp.Torture.Fuzz;

/// <summary>
/// The inputs, by number: first every prefix of every frame of the corpus, then every frame with every bit flipped,
/// then frames that were changed at random.
/// </summary>
internal sealed class Inputs
{
    private readonly IReadOnlyList<byte[]> _corpus;
    private readonly FuzzOptions _options;
    private readonly EnumeratedChanges _changes;

    public Inputs(FuzzOptions options)
    {
        _options = options;
        _corpus = Corpus.Of(options.Format);
        _changes = new EnumeratedChanges(_corpus);
    }

    /// <summary>The frames that all inputs are made of.</summary>
    public IReadOnlyList<byte[]> Frames => _corpus;

    /// <summary>How many of the inputs are prefixes and bit flips.</summary>
    public long Enumerated => _changes.Count;

    /// <summary>A source of some inputs that follow each other: the same numbers, the same inputs.</summary>
    public IEnumerable<byte[]> Range(long first, long count)
    {
        var mutator = new Mutator(_options.Format, _corpus, EnumeratedChanges.RandomFrom(_options.Seed, first));
        for (long number = first; number < first + count; number++)
        {
            yield return number < Enumerated ? _changes[number].Changed : mutator.Next();
        }
    }
}
