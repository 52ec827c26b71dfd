namespace Mp.Torture.Chaos;

/// <summary>Draws what goes wrong: the same seed, the same faults.</summary>
/// <param name="seed">The seed.</param>
/// <param name="nodes">How many nodes there are.</param>
/// <param name="hasHosts">Whether each has a host of its own, so that packets between two can be dropped.</param>
internal sealed class FaultScript(int seed, int nodes, bool hasHosts)
{
    // Shorter than it takes to be noticed, and longer.
    private const double ShortestSeconds = 0.5;
    private const double LongestSeconds = 15;
    private const double LongestAwaySeconds = 4;

    private readonly Random _random = new(seed);

    /// <summary>The next one.</summary>
    public Fault Next()
    {
        FaultKind kind = hasHosts ? (FaultKind)_random.Next(4) : (FaultKind)_random.Next(2);
        int node = _random.Next(nodes);
        int other = (node + _random.Next(1, nodes)) % nodes;
        double longest = kind == FaultKind.Kill ? LongestAwaySeconds : LongestSeconds;
        double seconds = ShortestSeconds + (_random.NextDouble() * (longest - ShortestSeconds));
        return new Fault(kind, node, other, TimeSpan.FromSeconds(seconds));
    }
}
