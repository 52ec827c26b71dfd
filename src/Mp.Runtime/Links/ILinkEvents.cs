using Mp.CompilerServices;

namespace Mp.Links;

/// <summary>What connections tell the node.</summary>
internal interface ILinkEvents
{
    /// <summary>
    /// The link to a node, which is made if it is the first time that one hears of it; none if there are too many.
    /// </summary>
    Link? FindLink(string nodeId);

    /// <summary>Does what a link has asked for.</summary>
    void Act(Link link, LinkAction action);

    /// <summary>A connection is a link's, and nothing that came over it was delivered yet.</summary>
    /// <remarks>It may be over by now.</remarks>
    void Up(Link link, ILinkConnection connection, PeerTraits peer);

    /// <summary>Where the messages go that come over a connection of a link.</summary>
    /// <param name="link">The link.</param>
    /// <param name="window">Counts what of them waits for its turn.</param>
    /// <param name="dialect">What the peer says otherwise than it would be said here.</param>
    IInbound Open(Link link, ReceiveWindow window, ElementDialect dialect);

    /// <summary>The connection of an epoch is lost. Ends the epoch, if it is still that one.</summary>
    void End(Link link, ILinkConnection connection, string text);

    /// <summary>An attempt to connect has failed for good.</summary>
    void GiveUp(Link link, int attempt, string text);
}
