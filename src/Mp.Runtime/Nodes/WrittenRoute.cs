using Mp.Links;
using Mp.Ports;

namespace Mp.Nodes;

/// <summary>Where a written address of another node leads, as long as a node has an identity.</summary>
/// <param name="Identity">The identity of this node. With another one the address may mean something else.</param>
/// <param name="Link">The link to the other node.</param>
internal sealed record WrittenRoute(NodeIdentity Identity, Link Link)
{
    /// <summary>The link that an ID was last found to lead to, if it still does.</summary>
    public static Link? Of(PortId id, PortHost host) =>
        id.Address is WrittenAddress { Route: WrittenRoute route }
        && route.Identity == host.Identity
        && !route.Link.IsRetired
            ? route.Link
            : null;
}
