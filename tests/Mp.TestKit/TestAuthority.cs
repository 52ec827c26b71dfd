using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Mp.TestKit;

/// <summary>Signs certificates of nodes for tests. Its keys live no longer than the test.</summary>
public sealed class TestAuthority : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private byte _serial;

    public TestAuthority(string name)
    {
        var request = new CertificateRequest($"CN={name}", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
    }

    /// <summary>The authority's own certificate.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>A certificate with its key, for these names: a DNS name, an address, or a URI.</summary>
    public X509Certificate2 Issue(string[] names, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=node", key, HashAlgorithmName.SHA256);
        if (names.Length > 0)
        {
            request.CertificateExtensions.Add(AlternativeNames(names));
        }

        using X509Certificate2 signed = request.Create(Certificate, from, until, [++_serial]);
        using X509Certificate2 withKey = signed.CopyWithPrivateKey(key);
        byte[] exported = withKey.Export(X509ContentType.Pkcs12);
        return X509CertificateLoader.LoadPkcs12(exported, null, X509KeyStorageFlags.Exportable);
    }

    /// <summary>A certificate that is valid whatever the clock says.</summary>
    public X509Certificate2 Issue(params string[] names) =>
        Issue(names, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(150));

    /// <summary>What a node has of a certificate of this authority's.</summary>
    public NodeCertificate NodeCertificate(params string[] names) =>
        Mp.NodeCertificate.From(Issue(names), Certificate);

    /// <summary>A certificate, its key and the authority, as one PEM text.</summary>
    public string Pem(X509Certificate2 certificate) => string.Join(
        '\n',
        certificate.ExportCertificatePem(),
        certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(),
        Certificate.ExportCertificatePem());

    /// <inheritdoc/>
    public void Dispose()
    {
        Certificate.Dispose();
        _key.Dispose();
    }

    private static X509Extension AlternativeNames(string[] names)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (string name in names)
        {
            if (IPAddress.TryParse(name, out IPAddress? address))
            {
                builder.AddIpAddress(address);
            }
            else if (name.Contains(':', StringComparison.Ordinal))
            {
                builder.AddUri(new Uri(name));
            }
            else
            {
                builder.AddDnsName(name);
            }
        }

        return builder.Build();
    }
}
