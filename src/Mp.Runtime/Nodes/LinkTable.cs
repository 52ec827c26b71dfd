using System.Collections.Concurrent;
using Mp.Links;

namespace Mp.Nodes;

/// <summary>The links of a node, by the other node's ID.</summary>
internal sealed class LinkTable(LinkLimits limits)
{
    private readonly ConcurrentDictionary<string, Link> _links = new(StringComparer.Ordinal);

    /// <summary>The link to a node. One that does not exist yet is made, and is idle.</summary>
    public Link Get(string ownId, string nodeId) =>
        _links.GetOrAdd(nodeId, static (peer, known) => new Link(known.ownId, peer, known.limits), (ownId, limits));

    /// <summary>All there are, in an order that is the same every time.</summary>
    public IReadOnlyCollection<Link> Snapshot() =>
        [.. _links.Values.OrderBy(static link => link.PeerId, StringComparer.Ordinal)];
}
