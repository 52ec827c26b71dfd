using System.Collections.Concurrent;
using Mp.Links;

namespace Mp.Nodes;

/// <summary>The links of a node, by the other node's ID.</summary>
internal sealed class LinkTable(LinkLimits limits, QueueBudget budget, int maxNodes)
{
    private readonly ConcurrentDictionary<string, Link> _links = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>
    /// The link to a node. One that does not exist yet is made, and is idle; unless there are too many.
    /// </summary>
    public Link? Find(string ownId, string nodeId)
    {
        if (_links.TryGetValue(nodeId, out Link? known))
        {
            return known;
        }

        if (Interlocked.Increment(ref _count) <= maxNodes)
        {
            var made = new Link(ownId, nodeId, limits, budget);
            Link found = _links.GetOrAdd(nodeId, made);
            if (found == made)
            {
                return found;
            }

            known = found;
        }

        Interlocked.Decrement(ref _count);
        return known;
    }

    /// <summary>Forgets a link that has retired.</summary>
    public void Remove(Link link)
    {
        if (_links.TryRemove(KeyValuePair.Create(link.PeerId, link)))
        {
            Interlocked.Decrement(ref _count);
        }
    }

    /// <summary>All there are, in an order that is the same every time.</summary>
    // A dictionary that lists its values sets up its tracing first, which takes longer than all else that a node does
    // to end that has met no other.
    public IReadOnlyCollection<Link> Snapshot() => Volatile.Read(ref _count) == 0
        ? []
        : [.. _links.Values.OrderBy(static link => link.PeerId, StringComparer.Ordinal)];
}
