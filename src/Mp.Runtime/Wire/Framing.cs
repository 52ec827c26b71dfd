namespace Mp.Wire;

/// <summary>How messages stand on a connection, in one direction.</summary>
internal enum Framing
{
    /// <summary><c>msgpack</c>: a 4-byte big-endian length, then one MessagePack array. Between Mp nodes.</summary>
    MessagePack,

    /// <summary><c>cbor</c>: CBOR arrays, one directly after the other.</summary>
    Cbor,

    /// <summary><c>json</c>: JSON arrays, one directly after the other.</summary>
    Json,
}
