using Mp.Links;
using Mp.Wire;

namespace Mp.Runtime.Tests.Links;

/// <summary>Links with limits that a test reaches, and peers to connect them with.</summary>
internal static class LinkFixture
{
    public static LinkLimits Limits { get; } = new()
    {
        MaxConnectingMessages = 3,
        MaxConnectingBytes = 100,
        SoftQueuedBytes = 100,
        MaxQueuedBytes = 200,
        MaxMonitors = 3,
        MinTakeoverInterval = TimeSpan.FromSeconds(1),
    };

    /// <summary>A node of Mp, in its first life.</summary>
    public static PeerTraits Peer { get; } = new() { Incarnation = new Incarnation(1, "first") };

    /// <summary>The same node, started anew.</summary>
    public static PeerTraits PeerAgain { get; } = new() { Incarnation = new Incarnation(2, "second") };

    public static Link Create(string own, string peer, LinkLimits? limits = null, QueueBudget? budget = null) =>
        new(own, peer, limits ?? Limits, budget ?? new QueueBudget(long.MaxValue));

    /// <summary>Whether a connection of <see cref="Peer"/> is taken.</summary>
    public static bool TryAccept(this Link link, ILinkConnection connection, IFrameWriter frames) =>
        link.TryAccept(connection, frames, Peer, TimeSpan.Zero).Kind == AdmissionKind.Accepted;

    public static bool TryBeginAuthentication(this Link link, ILinkConnection connection) =>
        link.TryBeginAuthentication(connection, Peer);

    /// <summary>What waits to be written, as text.</summary>
    public static string TakeText(this Link link, ILinkConnection connection) =>
        System.Text.Encoding.Latin1.GetString(link.TakeOutgoing(connection).Span);
}
