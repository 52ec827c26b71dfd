using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Mp.Transports.Tls;

/// <summary>What an end of TLS shows, and whom it trusts.</summary>
internal sealed class TlsCredentials(
    X509Certificate2 own,
    X509Certificate2Collection intermediates,
    X509Certificate2Collection authorities,
    TimeProvider timeProvider)
{
    /// <summary>What is shown, with what leads to an authority.</summary>
    public SslStreamCertificateContext Context { get; } =
        SslStreamCertificateContext.Create(own, intermediates, offline: true);

    /// <summary>
    /// How a peer's certificate is judged: by these authorities and no others. Revocation lists would have to be
    /// fetched from whoever the peer says, so they are not.
    /// </summary>
    public X509ChainPolicy NewPolicy()
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = timeProvider.GetUtcNow().UtcDateTime,
            VerificationTimeIgnored = false,
        };
        policy.CustomTrustStore.AddRange(authorities);
        policy.ExtraStore.AddRange(intermediates);
        return policy;
    }
}
