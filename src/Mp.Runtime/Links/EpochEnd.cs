using Mp.Monitoring;

namespace Mp.Links;

/// <summary>What an epoch leaves behind when it ends: what has to be told, closed and forgotten.</summary>
/// <param name="Monitors">This node's monitors of the other's ports: to be fired.</param>
/// <param name="Watches">The other node's monitors of this one's ports: to be disposed.</param>
/// <param name="Connection">To be closed, if there was one.</param>
/// <param name="LostMessages">How many messages waited and will not be sent.</param>
internal sealed record EpochEnd(
    IReadOnlyList<PortMonitor> Monitors,
    IReadOnlyList<PortMonitor> Watches,
    ILinkConnection? Connection,
    int LostMessages);
