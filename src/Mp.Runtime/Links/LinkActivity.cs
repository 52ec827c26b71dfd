namespace Mp.Links;

/// <summary>What has happened on a connection so far. Taken at a tick, and compared with the tick before.</summary>
internal readonly record struct LinkActivity
{
    /// <summary>How many bytes have come in.</summary>
    public long BytesReceived { get; init; }

    /// <summary>How many messages have come in whole.</summary>
    public long FramesReceived { get; init; }

    /// <summary>Whether the beginning of a message is there, and its end is not.</summary>
    public bool HasPartialFrame { get; init; }

    /// <summary>
    /// Whether this node does not read at the moment: too much waits in its ports, or on the link that it is to go on
    /// over.
    /// </summary>
    public bool IsReadingPaused { get; init; }

    /// <summary>How much of what came in waits no more, as it has had its turn.</summary>
    public long Handled { get; init; }

    /// <summary>
    /// Is another number when the port that the last message was for has got on, whoever's message it was.
    /// </summary>
    public int PortSteps { get; init; }

    /// <summary>When what is to go on was last seen to move, if this node does not read because of that.</summary>
    public TimeSpan? OnwardMovedAt { get; init; }

    /// <summary>How many bytes the peer's system has taken.</summary>
    public long BytesWritten { get; init; }

    /// <summary>Whether something is being written that has not been taken yet.</summary>
    public bool IsWriting { get; init; }

    /// <summary>How often the peer has said that it is held up.</summary>
    public long HoldUpNotices { get; init; }

    /// <summary>When what holds it up had moved last, as it said.</summary>
    public TimeSpan PeerMovedAt { get; init; }
}
