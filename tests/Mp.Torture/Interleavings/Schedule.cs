namespace Mp.Torture.Interleavings;

/// <summary>
/// One order of events out of all there are: what chooses for a cluster wherever more than one thing could be next.
/// </summary>
/// <remarks>
/// The first decisions are told, the next are the first of their kind, and all are written down; so the one after it
/// is known. A decision is one among several things: where there is one only, nothing is decided.
/// </remarks>
/// <param name="depth">How many decisions count: from then on, what came first comes first.</param>
/// <param name="told">The first decisions.</param>
internal sealed class Schedule(int depth, IReadOnlyList<int> told) : Random
{
    private readonly List<(int Chosen, int Count)> _decisions = [];
    private int _lastSeed;

    /// <summary>Whether anything is decided now: not before the story begins.</summary>
    public bool IsOpen { get; set; }

    /// <summary>What was decided, as it can be told again.</summary>
    public IReadOnlyList<int> Decisions => [.. _decisions.Select(static decision => decision.Chosen)];

    /// <summary>The decisions of the next schedule that begins with as many of the same ones; nothing after the
    /// last.</summary>
    public IReadOnlyList<int>? Next(IReadOnlyList<int> prefix)
    {
        int last = _decisions.FindLastIndex(static decision => decision.Chosen + 1 < decision.Count);
        return last < prefix.Count
            ? null
            : [.. Decisions.Take(last), _decisions[last].Chosen + 1];
    }

    /// <inheritdoc/>
    public override int Next(int maxValue)
    {
        if (!IsOpen || maxValue < 2 || _decisions.Count == depth)
        {
            return 0;
        }

        int chosen = _decisions.Count < told.Count ? told[_decisions.Count] : 0;
        _decisions.Add((chosen, maxValue));
        return chosen;
    }

    /// <inheritdoc/>
    // The seed of a process: each has another one, and every schedule the same.
    public override int Next() => ++_lastSeed;

    /// <inheritdoc/>
    public override int Next(int minValue, int maxValue) => maxValue - 1;

    /// <inheritdoc/>
    public override long NextInt64(long minValue, long maxValue) => minValue;
}
