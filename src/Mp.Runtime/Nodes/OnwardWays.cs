using Mp.Links;

namespace Mp.Nodes;

/// <summary>
/// For which links one connection waits when its messages go on over them and they have no room. For one that is being
/// connected, only once.
/// </summary>
/// <remarks>
/// A node that is not there must not hold up for ever whoever sends to it: what waits for its connection overflows
/// then, and those who watch are told. Called on one thread at a time.
/// </remarks>
internal sealed class OnwardWays
{
    // Waited for in vain, and not seen connected since.
    private readonly HashSet<Link> _overdue = [];
    private Link? _last;

    /// <summary>Whether a link that has no room is to be waited for.</summary>
    public bool MayWaitFor(Link way)
    {
        See(way);
        return !_overdue.Contains(way);
    }

    /// <summary>To wait until a link may have room for so many bytes.</summary>
    public HoldUp WaitFor(Link way, int bytes)
    {
        _last = way;
        return new HoldUp(way, way.WhenRoom(bytes));
    }

    /// <summary>The last one was waited for in vain.</summary>
    public void StopWaiting()
    {
        _overdue.RemoveWhere(static way => way.IsRetired);
        _overdue.Add(_last!);
    }

    /// <summary>Something goes on over a link: if that is connected by now, it may be waited for again.</summary>
    public void See(Link way)
    {
        if (_overdue.Count > 0 && way.Connection is not null)
        {
            _overdue.Remove(way);
        }
    }
}
