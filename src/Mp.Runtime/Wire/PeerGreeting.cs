namespace Mp.Wire;

/// <summary>What a peer says of itself before it has proved anything: never to be trusted by itself.</summary>
internal sealed record PeerGreeting
{
    /// <summary>The ID that it claims: well-formed, and not our own.</summary>
    public required string NodeId { get; init; }

    /// <summary>The methods of authentication that it accepts.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>The framings that it can receive, the one that it prefers first.</summary>
    public required IReadOnlyList<string> Framings { get; init; }

    /// <summary>Further fields by their keys, which may be any text. A field without <c>=</c> is empty.</summary>
    public required IReadOnlyDictionary<string, string> Keys { get; init; }

    /// <summary>Whether it says that it is a node of Mp, and so tells every type from every other.</summary>
    /// <remarks>If that is not true, it is taken at its word, and no more.</remarks>
    public bool IsMp => Keys.TryGetValue("provider", out string? provider)
        && provider.StartsWith(HandshakeSettings.ProviderPrefix, StringComparison.Ordinal);

    /// <summary>Whether it speaks the requests of AEMP 2.x, and not those of 1.x.</summary>
    public bool HasNodeProtocol => Keys.ContainsKey("mproto");

    /// <summary>Whether it has a certificate and wants TLS, of the version that there is.</summary>
    public bool WantsTls =>
        Keys.TryGetValue(GreetingLine.TlsKey, out string? version) && version.Split('.', 2)[0] is "1";
}
