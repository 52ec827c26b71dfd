namespace Mp.Testing.Networks;

/// <summary>Bytes on their way; none, and they are the end of the stream.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Arrival">When they arrive, by the common clock, if nothing is in the way.</param>
/// <param name="IsReset">Whether it is no regular end, but the connection's failure.</param>
internal readonly record struct Segment(ReadOnlyMemory<byte> Bytes, TimeSpan Arrival, bool IsReset = false);
