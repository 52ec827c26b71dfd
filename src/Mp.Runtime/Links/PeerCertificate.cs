using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Mp.Links;

/// <summary>Whether a certificate is for a node.</summary>
internal static class PeerCertificate
{
    private const string AlternativeNames = "2.5.29.17";
    private const string Scheme = "aemp:";

    // RFC 5280, 4.2.1.6: a name that is a URI.
    private static readonly Asn1Tag UriName = new(TagClass.ContextSpecific, 6);

    /// <summary>
    /// Whether a certificate names a node: the node's ID as a URI <c>aemp:ID</c>, or every host of its end points.
    /// </summary>
    /// <param name="certificate">A certificate that is valid in every other respect.</param>
    /// <param name="nodeId">The node's ID, as it says.</param>
    public static bool IsFor(X509Certificate2 certificate, string nodeId)
    {
        X509Extension? extension = certificate.Extensions
            .FirstOrDefault(static one =>
                string.Equals(one.Oid?.Value, AlternativeNames, StringComparison.Ordinal));
        if (extension is null)
        {
            return false;
        }

        var names = new X509SubjectAlternativeNameExtension(extension.RawData);
        return Uris(extension.RawData).Contains(Scheme + nodeId, StringComparer.Ordinal)
            || HostsOf(nodeId).All(host => IsNamed(names, host));
    }

    private static bool IsNamed(X509SubjectAlternativeNameExtension names, string host) =>
        IPAddress.TryParse(host, out IPAddress? address)
            ? names.EnumerateIPAddresses().Contains(address)
            : names.EnumerateDnsNames().Contains(host, StringComparer.OrdinalIgnoreCase);

    // An ID that is no list of end points is taken for a name as it stands.
    private static IEnumerable<string> HostsOf(string nodeId) => nodeId.Split(',').Select(static part =>
        NodeRef.TrySplitEndPoint(part, out string host, out _) ? host : part);

    private static List<string> Uris(ReadOnlyMemory<byte> extension)
    {
        List<string> uris = [];
        AsnReader names = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        while (names.HasData)
        {
            if (names.PeekTag().HasSameClassAndValue(UriName))
            {
                uris.Add(names.ReadCharacterString(UniversalTagNumber.IA5String, UriName));
            }
            else
            {
                names.ReadEncodedValue();
            }
        }

        return uris;
    }
}
