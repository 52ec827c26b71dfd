namespace Mp.Wire;

/// <summary>How far a handshake is.</summary>
internal enum HandshakeState
{
    /// <summary>Waiting for what the peer sends next.</summary>
    NeedMore,

    /// <summary>TLS is to be put on the connection now: what follows, at both ends, is within it.</summary>
    NeedTls,

    /// <summary>The peer is genuine, and waits for our answer. Of an acceptor only.</summary>
    Authenticated,

    /// <summary>Both ends are genuine; frames follow.</summary>
    Completed,

    /// <summary>The connection must be closed, and the peer told nothing.</summary>
    Failed,
}
