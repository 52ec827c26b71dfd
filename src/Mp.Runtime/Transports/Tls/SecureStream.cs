using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Mp.Transports.Tls;

/// <summary>Puts TLS on a connection that both ends have begun to use: each shows a certificate.</summary>
internal static class SecureStream
{
    /// <summary>Puts TLS on a stream.</summary>
    /// <param name="inner">The stream.</param>
    /// <param name="arrived">What has been read from it already, and belongs to TLS.</param>
    /// <param name="credentials">What to show, and whom to trust.</param>
    /// <param name="isClient">Whether this end is the client.</param>
    /// <param name="isExpected">Whether a valid certificate is that of whom one expects.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">The connection was lost, or the other end could not be trusted.</exception>
    public static async Task<Stream> OpenAsync(
        Stream inner,
        ReadOnlyMemory<byte> arrived,
        TlsCredentials credentials,
        bool isClient,
        Func<X509Certificate2, bool> isExpected,
        CancellationToken cancellationToken)
    {
        var secure = new SslStream(new PrefixedStream(arrived, inner), leaveInnerStreamOpen: true);
        try
        {
            await (isClient
                ? secure.AuthenticateAsClientAsync(ClientOptions(credentials, isExpected), cancellationToken)
                : secure.AuthenticateAsServerAsync(ServerOptions(credentials, isExpected), cancellationToken))
                .ConfigureAwait(false);
            return secure;
        }
        catch (AuthenticationException exception)
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            throw new IOException("TLS could not be agreed on: " + exception.Message, exception);
        }
        catch
        {
            await secure.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static SslClientAuthenticationOptions ClientOptions(
        TlsCredentials credentials,
        Func<X509Certificate2, bool> isExpected) => new()
        {
            // Names are compared by whoever knows what a node is called.
            TargetHost = "",
            ClientCertificateContext = credentials.Context,
            CertificateChainPolicy = credentials.NewPolicy(),
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                IsTrusted(certificate, errors, isExpected),
        };

    private static SslServerAuthenticationOptions ServerOptions(
        TlsCredentials credentials,
        Func<X509Certificate2, bool> isExpected) => new()
        {
            ServerCertificateContext = credentials.Context,
            ClientCertificateRequired = true,
            CertificateChainPolicy = credentials.NewPolicy(),
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
                IsTrusted(certificate, errors, isExpected),
        };

    // No certificate, or one that does not lead to an authority, is refused whatever its name is.
    private static bool IsTrusted(
        X509Certificate? certificate,
        SslPolicyErrors errors,
        Func<X509Certificate2, bool> isExpected) =>
        (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None
        && certificate is X509Certificate2 known
        && isExpected(known);
}
