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

    /// <summary>Whether this node does not read at the moment, because too much waits in its ports.</summary>
    public bool IsReadingPaused { get; init; }

    /// <summary>How many bytes the peer's system has taken.</summary>
    public long BytesWritten { get; init; }

    /// <summary>Whether something is being written that has not been taken yet.</summary>
    public bool IsWriting { get; init; }
}
