namespace Mp.Torture.Interleavings;

/// <summary>The crossings on the way through a story, from its beginning to where nothing is chosen any more.</summary>
/// <param name="told">The first decisions.</param>
/// <param name="fixedSteps">How many steps these decide: they stay as they are.</param>
/// <param name="asleep">What need not be taken after them.</param>
internal sealed class Route(IReadOnlyList<int> told, int fixedSteps, IReadOnlyList<Asleep> asleep)
{
    private readonly List<Crossing> _crossings = [];
    private int _told;

    /// <summary>The crossings so far.</summary>
    public IReadOnlyList<Crossing> Crossings => _crossings;

    /// <summary>What was decided, as it can be told again.</summary>
    public IReadOnlyList<int> Decisions => [.. _crossings.SelectMany(static crossing => crossing.Decisions)];

    /// <summary>What need not be taken at the next crossing.</summary>
    public IReadOnlyList<Asleep> AsleepNext => _crossings.Count > fixedSteps
        ? [.. _crossings[^1].AsleepAfterwards]
        : _crossings.Count == fixedSteps ? asleep : [];

    /// <summary>The next decision that is told, or the first there is.</summary>
    public int? NextTold => _told < told.Count ? told[_told++] : null;

    /// <summary>Adds a crossing to the end.</summary>
    public void Add(Crossing crossing) => _crossings.Add(crossing);

    /// <summary>Goes back to the last crossing from which there is another way, and on from there.</summary>
    /// <returns>Whether there is one.</returns>
    public bool MoveOn(bool isReduced)
    {
        while (_crossings.Count > fixedSteps)
        {
            if (_crossings[^1].MoveOn(isReduced))
            {
                return true;
            }

            _crossings.RemoveAt(_crossings.Count - 1);
        }

        return false;
    }
}
