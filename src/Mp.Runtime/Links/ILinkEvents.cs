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

    /// <summary>A message has arrived. Called in the order of arrival, for one link on one thread at a time.</summary>
    /// <param name="link">The link that it came over.</param>
    /// <param name="portName">The name of the port that it is for, in UTF-8; empty for the node's own.</param>
    /// <param name="message">The message; its bytes are its own.</param>
    void Receive(Link link, ReadOnlySpan<byte> portName, WireMessage message);

    /// <summary>The connection of an epoch is lost. Ends the epoch, if it is still that one.</summary>
    void End(Link link, ILinkConnection connection, string text);

    /// <summary>An attempt to connect has failed for good.</summary>
    void GiveUp(Link link, int attempt, string text);
}
