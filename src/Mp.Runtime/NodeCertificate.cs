using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mp;

/// <summary>
/// What a node proves who it is with, and tells by who others are: its certificate with the key, and the authorities
/// that it trusts.
/// </summary>
/// <remarks>
/// <para>
/// Both ends of a link show a certificate. It must be valid now, lead to one of the authorities here (those of the
/// machine count for nothing), and be for the node's ID: among its subject alternative names is the URI <c>aemp:ID</c>,
/// or, as DNS names or IP addresses, every host of the ID's end points.
/// </para>
/// <para>Nothing prints the key.</para>
/// </remarks>
public sealed class NodeCertificate
{
    private NodeCertificate(
        X509Certificate2 own,
        X509Certificate2Collection intermediates,
        X509Certificate2Collection roots)
    {
        Own = own;
        Intermediates = intermediates;
        Authorities = roots;
    }

    /// <summary>The node's own, with its key.</summary>
    internal X509Certificate2 Own { get; }

    /// <summary>What leads from the node's own to an authority; shown to peers as well.</summary>
    internal X509Certificate2Collection Intermediates { get; }

    /// <summary>Who is trusted.</summary>
    internal X509Certificate2Collection Authorities { get; }

    /// <summary>A certificate and a key of any origin: a store, say.</summary>
    /// <param name="own">The node's own, with a private key.</param>
    /// <param name="authorities">
    /// Those that are trusted, and whatever leads to them: what signs itself is an authority, the rest are in between.
    /// </param>
    /// <exception cref="ArgumentException">There is no key, no authority, or the certificate has ended.</exception>
    public static NodeCertificate From(X509Certificate2 own, params IEnumerable<X509Certificate2> authorities)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(authorities);
        var roots = new X509Certificate2Collection();
        var intermediates = new X509Certificate2Collection();
        foreach (X509Certificate2 one in authorities)
        {
            _ = (IsSelfSigned(one) ? roots : intermediates).Add(one);
        }

        if (!own.HasPrivateKey)
        {
            throw new ArgumentException(
                $"The certificate '{own.Subject}' has no private key with it; a node can't prove with it who it is.",
                nameof(own));
        }

        return roots.Count > 0 ? new NodeCertificate(own, intermediates, roots) : throw new ArgumentException(
            $"Beside the certificate '{own.Subject}' there is no authority, so every peer would be refused. Add the "
            + "self-signed certificate of whoever signs the nodes' certificates.",
            nameof(authorities));
    }

    /// <summary>
    /// All of it from one PEM text: the node's certificate first, its key, and then the authorities, in any order.
    /// </summary>
    /// <param name="path">The file. It holds the key, so it must be its owner's to read and nobody else's.</param>
    /// <exception cref="ArgumentException">
    /// A part is missing or can't be read, or others than its owner can read the file; the message says which.
    /// </exception>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not read it.</exception>
    public static NodeCertificate FromPemFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SecretFile.RefuseIfOthersCanRead(path, "the key");
        string text = File.ReadAllText(path);
        try
        {
            var all = new X509Certificate2Collection();
            all.ImportFromPem(text);
            return all.Count > 0
                ? From(WithKey(text), [.. all.Skip(1)])
                : throw new ArgumentException($"There is no certificate in '{path}'.", nameof(path));
        }
        catch (CryptographicException exception)
        {
            throw new ArgumentException(
                $"'{path}' can't be read as a certificate with its key, in PEM: {exception.Message}",
                nameof(path),
                exception);
        }
    }

    /// <summary>Says whose certificate it is, and nothing of the key.</summary>
    public override string ToString() => $"(certificate of {Own.Subject})";

    /// <summary>What is wrong with the certificate now, a sentence; nothing if it can be used.</summary>
    internal string? ProblemAt(DateTimeOffset now)
    {
        if (now.LocalDateTime > Own.NotAfter)
        {
            return $"The certificate '{Own.Subject}' has ended, on {Own.NotAfter:u}; get another.";
        }

        return now.LocalDateTime < Own.NotBefore
            ? $"The certificate '{Own.Subject}' begins on {Own.NotBefore:u}; is the clock right?"
            : null;
    }

    private static bool IsSelfSigned(X509Certificate2 one) =>
        one.SubjectName.RawData.AsSpan().SequenceEqual(one.IssuerName.RawData);

    // Through PKCS 12, as some platforms can't use a key for TLS that was only read from PEM.
    private static X509Certificate2 WithKey(string text)
    {
        using X509Certificate2 read = X509Certificate2.CreateFromPem(text, text);
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null);
    }
}
