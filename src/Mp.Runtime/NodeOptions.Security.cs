namespace Mp;

/// <content>Who gets in, and how it is made sure.</content>
public sealed partial record NodeOptions
{
    /// <summary>
    /// The node's certificate, and whom it trusts. Default: none; then <see cref="CertificateFile"/> is tried.
    /// </summary>
    /// <remarks>
    /// With one, links to nodes that have one, too, are encrypted, and both ends' certificates are checked. A node with
    /// a certificate needs no secret.
    /// </remarks>
    public NodeCertificate? Certificate { get; init; }

    /// <summary>
    /// A PEM file with the certificate, its key and the authorities, readable for its owner only. Default: none.
    /// </summary>
    public string? CertificateFile { get; init; }

    /// <summary>Whether peers without a certificate are refused. Default: no.</summary>
    /// <remarks>Needs a certificate. Then the node may listen where other machines reach it.</remarks>
    public bool RequireTls { get; init; }

    /// <summary>Whether a peer's certificate must be for its node's ID. Default: yes.</summary>
    /// <remarks>
    /// Nodes of AnyEvent::MP show certificates without names. Without this check whoever has a certificate of the
    /// authorities can take any node's ID.
    /// </remarks>
    public bool CheckCertificateNames { get; init; } = true;

    /// <summary>
    /// Whether the MD6 methods of AEMP 1.x are used as well, with peers that have no other. Default: no.
    /// </summary>
    public bool AcceptMd6 { get; init; }

    /// <summary>Whether a peer may send the secret itself, readable for all on the way. Default: no.</summary>
    /// <remarks>This node never sends it so.</remarks>
    public bool AcceptClearText { get; init; }

    /// <summary>
    /// Whether TLS alone is enough, without a proof that the greetings are what was sent. Default: no.
    /// </summary>
    public bool AcceptTlsAnonymous { get; init; }
}
