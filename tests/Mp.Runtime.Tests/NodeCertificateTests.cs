using System.Security.Cryptography.X509Certificates;
using Mp.Links;
using Mp.TestKit;

namespace Mp.Runtime.Tests;

public sealed class NodeCertificateTests : IDisposable
{
    private readonly TestAuthority _authority = new("ours");
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void FromPemFile_OfCertificateKeyAndAuthority_HasAllThree()
    {
        using X509Certificate2 issued = _authority.Issue("a.example");
        string path = Write(_authority.Pem(issued));

        NodeCertificate certificate = NodeCertificate.FromPemFile(path);

        Assert.True(certificate.Own.HasPrivateKey);
        Assert.Equal(issued.Thumbprint, certificate.Own.Thumbprint);
        Assert.Equal(_authority.Certificate.Thumbprint, Assert.Single(certificate.Authorities).Thumbprint);
        Assert.DoesNotContain("PRIVATE", certificate.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void FromPemFile_WithoutAKey_SaysSo()
    {
        using X509Certificate2 issued = _authority.Issue("a.example");
        string path = Write(issued.ExportCertificatePem() + "\n" + _authority.Certificate.ExportCertificatePem());

        ArgumentException exception = Assert.Throws<ArgumentException>(() => NodeCertificate.FromPemFile(path));

        Assert.Contains("key", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromPemFile_WithoutAnAuthority_SaysSo()
    {
        using X509Certificate2 issued = _authority.Issue("a.example");
        string path = Write(
            issued.ExportCertificatePem() + "\n" + issued.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());

        ArgumentException exception = Assert.Throws<ArgumentException>(() => NodeCertificate.FromPemFile(path));

        Assert.Contains("authority", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromPemFile_OfSomethingElse_SaysThatThereIsNone()
    {
        string path = Write("no certificate");

        ArgumentException exception = Assert.Throws<ArgumentException>(() => NodeCertificate.FromPemFile(path));

        Assert.Contains("no certificate", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromPemFile_ThatOthersCanRead_IsRefused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using X509Certificate2 issued = _authority.Issue("a.example");
        string path = Write(_authority.Pem(issued));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => NodeCertificate.FromPemFile(path));

        Assert.Contains("chmod 600", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ProblemAt_OutsideItsTime_SaysWhich()
    {
        DateTimeOffset begin = DateTimeOffset.UnixEpoch.AddYears(40);
        DateTimeOffset end = begin.AddYears(1);
        NodeCertificate certificate =
            NodeCertificate.From(_authority.Issue(["a.example"], begin, end), _authority.Certificate);

        Assert.Contains("begins", certificate.ProblemAt(begin.AddDays(-1)), StringComparison.Ordinal);
        Assert.Null(certificate.ProblemAt(begin.AddDays(1)));
        Assert.Contains("ended", certificate.ProblemAt(end.AddDays(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.example:4040", "a.example", true)]
    [InlineData("A.EXAMPLE:4040", "a.example", true)]
    [InlineData("a.example:4040", "b.example", false)]
    [InlineData("a.example:4040", "*.example", false)]
    [InlineData("a.example:4040,b.example:4040", "a.example", false)]
    [InlineData("a.example:4040,b.example:4040", "a.example b.example", true)]
    [InlineData("[::1]:4040", "::1", true)]
    [InlineData("10.0.0.1:4040", "10.0.0.2", false)]
    [InlineData("seed", "seed", true)]
    [InlineData("seed", "aemp:seed", true)]
    [InlineData("seed", "aemp:other", false)]
    [InlineData("a.example:4040", "aemp:a.example:4040", true)]
    [InlineData("a.example:4040", "aemp:a.example:4041", false)]
    public void IsFor_ANode_IfTheNamesCoverIt(string nodeId, string names, bool expected)
    {
        using X509Certificate2 certificate = _authority.Issue(names.Split(' '));

        bool isFor = PeerCertificate.IsFor(certificate, nodeId);

        Assert.Equal(expected, isFor);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    private string Write(string text)
    {
        string path = _folder.Write("node.pem", text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }
}
