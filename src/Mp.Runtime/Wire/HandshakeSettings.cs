using Mp.Wire.Authentication;

namespace Mp.Wire;

/// <summary>What a node says of itself in every handshake.</summary>
internal sealed record HandshakeSettings
{
    /// <summary>What the name of every version of this implementation begins with.</summary>
    public const string ProviderPrefix = "Mp-";

    /// <summary>The node's own ID.</summary>
    public required string NodeId { get; init; }

    /// <summary>What both ends must have, unless certificates prove who they are.</summary>
    public required Secret? Secret { get; init; }

    /// <summary>The names of the framings that can be received, the preferred one first.</summary>
    public IReadOnlyList<string> Framings { get; init; } = Wire.Framings.Names;

    /// <summary>The methods of authentication that are listed: these are accepted, and no others.</summary>
    public IReadOnlyList<AuthenticationMethod> Methods { get; init; } = [AuthenticationMethod.HmacSha3];

    /// <summary>Whether peers without a certificate are refused.</summary>
    public bool RequiresTls { get; init; }

    /// <summary>Further fields of the greeting, each <c>key=value</c>, in this order.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [$"provider={ProviderPrefix}0.1.0", "mproto=1", "gproto=1"];

    /// <summary>Whether this node has a certificate, and says so: it wants TLS with every peer that has one.</summary>
    public bool HasCertificate => Keys.Contains(GreetingLine.TlsField, StringComparer.Ordinal);

    /// <summary>Nonces of ours that other connections use now: a peer that sends one of them is an echo.</summary>
    public Func<string, bool>? IsOutstandingNonce { get; init; }
}
