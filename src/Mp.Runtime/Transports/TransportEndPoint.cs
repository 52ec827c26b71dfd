namespace Mp.Transports;

/// <summary>Where a node listens.</summary>
/// <param name="Host">A host name or an IP address, without brackets.</param>
/// <param name="Port">1 to 65535; 0, for listening, means any free one.</param>
public readonly record struct TransportEndPoint(string Host, int Port)
{
    /// <summary>The end point as the protocol writes it: <c>host:port</c>, an IPv6 address in brackets.</summary>
    public override string ToString() =>
        Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
