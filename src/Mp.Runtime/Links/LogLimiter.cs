namespace Mp.Links;

/// <summary>
/// Sees to it that no peer fills the log: so many lines a second of each, and of the others the number. A state
/// machine: no clock. Safe for concurrent calls.
/// </summary>
internal sealed class LogLimiter(int maxLinesPerSecond)
{
    // Beyond so many, those who were quiet for a second are forgotten.
    private const int MaxPeers = 1_000;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (TimeSpan Began, int Lines)> _peers = new(StringComparer.Ordinal);

    /// <summary>Whether a line about a peer may be written.</summary>
    /// <param name="peer">The peer: its ID or its address.</param>
    /// <param name="now">The time, since whenever. It never goes back.</param>
    /// <param name="leftOut">How many lines about it were left out before, and are to be mentioned now.</param>
    public bool TryTake(string peer, TimeSpan now, out int leftOut)
    {
        leftOut = 0;
        lock (_gate)
        {
            (TimeSpan Began, int Lines) known = _peers.GetValueOrDefault(peer, (now, 0));
            if (now - known.Began >= Second)
            {
                leftOut = Math.Max(0, known.Lines - maxLinesPerSecond);
                known = (now, 0);
            }

            if (_peers.Count >= MaxPeers)
            {
                Forget(now);
            }

            _peers[peer] = (known.Began, known.Lines + 1);
            return known.Lines < maxLinesPerSecond;
        }
    }

    private void Forget(TimeSpan now)
    {
        foreach ((string peer, (TimeSpan began, _)) in _peers)
        {
            if (now - began >= Second)
            {
                _peers.Remove(peer);
            }
        }

        if (_peers.Count >= MaxPeers)
        {
            _peers.Clear();
        }
    }
}
