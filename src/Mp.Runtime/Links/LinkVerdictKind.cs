namespace Mp.Links;

/// <summary>The kinds of <see cref="LinkVerdict"/>.</summary>
internal enum LinkVerdictKind
{
    /// <summary>All is well.</summary>
    Well,

    /// <summary>This node was silent for long enough: show the peer that it lives.</summary>
    SendHeartbeat,

    /// <summary>The peer is not read from, but what it waits for moves: tell it so.</summary>
    TellOfHoldUp,

    /// <summary>The peer was silent for long enough: ask it for an answer.</summary>
    Ask,

    /// <summary>The connection is no good any more: end the epoch.</summary>
    End,
}
