namespace Mp.Nodes;

/// <summary>How many ports that each peer has spawned here live. They may outlive the link to it.</summary>
internal sealed class SpawnCounts(int most)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _byPeer = new(StringComparer.Ordinal);

    /// <summary>Counts one more, if there may be one.</summary>
    public bool TryAdd(string peer)
    {
        lock (_gate)
        {
            int living = _byPeer.GetValueOrDefault(peer);
            if (living >= most)
            {
                return false;
            }

            _byPeer[peer] = living + 1;
            return true;
        }
    }

    /// <summary>One has died, or never came to be.</summary>
    public void Remove(string peer)
    {
        lock (_gate)
        {
            int living = _byPeer[peer] - 1;
            if (living > 0)
            {
                _byPeer[peer] = living;
            }
            else
            {
                _byPeer.Remove(peer);
            }
        }
    }
}
