using Mp.Links;

namespace Mp.Nodes;

/// <summary>
/// For which links one connection waits when its messages go on over them and they have no room; for each only once.
/// </summary>
/// <remarks>
/// What was waited for in vain is not waited for again before it has taken something: its limits say what becomes of
/// it, and the connection is read from for all others. Called on one thread at a time.
/// </remarks>
internal sealed class OnwardWays
{
    private readonly HashSet<Link> _overdue = [];
    private Link? _last;

    /// <summary>Whether a link that has no room is to be waited for.</summary>
    public bool MayWaitFor(Link way) => !_overdue.Contains(way);

    /// <summary>Completes when a link may have room for so many bytes.</summary>
    public Task WaitFor(Link way, int bytes)
    {
        _last = way;
        return way.WhenRoom(bytes);
    }

    /// <summary>The last one was waited for in vain.</summary>
    public void StopWaiting()
    {
        _overdue.RemoveWhere(static way => way.IsRetired);
        _overdue.Add(_last!);
    }

    /// <summary>A link has taken a message.</summary>
    public void Took(Link way)
    {
        // One that is not connected has taken it to wait for a connection, which says nothing.
        if (_overdue.Count > 0 && way.Connection is not null)
        {
            _overdue.Remove(way);
        }
    }
}
