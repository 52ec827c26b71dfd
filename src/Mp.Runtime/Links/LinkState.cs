namespace Mp.Links;

/// <summary>Where a link stands.</summary>
internal enum LinkState
{
    /// <summary>No connection, and nobody wants one.</summary>
    Idle,

    /// <summary>A connection is wanted; what is sent waits for it.</summary>
    Connecting,

    /// <summary>There is a connection: an epoch.</summary>
    Up,

    /// <summary>The epoch is over and its monitors are being told. What is sent now belongs to the next one.</summary>
    Ending,

    /// <summary>Forgotten. Whoever still has it is to ask for the one that has taken its place.</summary>
    Retired,
}
