namespace Mp.Wire;

/// <summary>Which end of a connection a node is.</summary>
internal enum HandshakeRole
{
    /// <summary>It dialled, and proves first that it has the secret.</summary>
    Connector,

    /// <summary>It was dialled, and proves that it has the secret after the other end did.</summary>
    Acceptor,
}
