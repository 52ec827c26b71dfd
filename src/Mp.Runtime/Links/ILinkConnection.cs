namespace Mp.Links;

/// <summary>The connection of an epoch, as the link sees it.</summary>
internal interface ILinkConnection
{
    /// <summary>Has what the link has gathered written soon. Returns at once.</summary>
    void RequestFlush();

    /// <summary>
    /// Looks whether the peer is still there, and shows it that this node is. To be called every tick.
    /// </summary>
    /// <param name="now">The time, since whenever. It never goes back.</param>
    void Tick(TimeSpan now);

    /// <summary>
    /// When what is written to it was last known to move, at the peer or further on: as ticks say what time it is.
    /// </summary>
    TimeSpan MovedAt { get; }

    /// <summary>The peer says that it does not read, as it is held up itself.</summary>
    /// <param name="age">How long ago what holds it up has moved.</param>
    void PeerIsHeldUp(TimeSpan age);

    /// <summary>Closes the connection at once. May be repeated.</summary>
    void Abort();

    /// <summary>
    /// Completes when nothing of it is being delivered any more. For a connection that its link has let go: it delivers
    /// nothing anew.
    /// </summary>
    /// <remarks>It completes on whatever thread delivers: what comes after it must only be scheduled.</remarks>
    Task WhenQuiet();
}
