using System.Security.Cryptography.X509Certificates;
using Mp.TestKit;
using Mp.Transports.Memory;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>Links between nodes that have certificates, and with those that have none.</summary>
public sealed class TlsTests : IDisposable
{
    // By the machine's clock: long for those who are to meet, and short for those who never will.
    private static readonly NodeOptions Patient = new() { ConnectTimeout = BoundedWait.Limit };

    private static readonly NodeOptions Bare = Patient with { ConnectTimeout = TimeSpan.FromMilliseconds(500) };

    private static readonly Secret SomeSecret = Secret.FromText("a secret for these tests");

    private readonly TestAuthority _authority = new("ours");
    private readonly MemoryNetwork _network = new();

    [Fact]
    public async Task TwoNodes_WithCertificatesAndNoSecret_ReachEachOther()
    {
        await using Node first = await StartAsync("first", Patient with { Certificate = CertificateFor("first") });
        await using Node second = await StartAsync("second", Patient with { Certificate = CertificateFor("second") });

        Assert.Equal("pong", await PingAsync(first, second));
        Assert.Equal("pong", await PingAsync(second, first));
    }

    [Fact]
    public async Task NodeThatRequiresTls_AndOneWithTheSecretAlone_DoNotMeet()
    {
        await using Node strict = await StartAsync(
            "strict",
            Bare with { Certificate = CertificateFor("strict"), Secret = SomeSecret, RequireTls = true });
        await using Node plain = await StartAsync("plain", Bare with { Secret = SomeSecret });

        Assert.Equal("transport_error", await PingAsync(plain, strict));
        Assert.Equal("transport_error", await PingAsync(strict, plain));
    }

    [Fact]
    public async Task NodeWithBoth_AndOneWithTheSecretAlone_UseTheSecret()
    {
        await using Node both = await StartAsync(
            "both",
            Patient with { Certificate = CertificateFor("both"), Secret = SomeSecret });
        await using Node plain = await StartAsync("plain", Patient with { Secret = SomeSecret });

        Assert.Equal("pong", await PingAsync(plain, both));
    }

    [Theory]
    [InlineData(true, "transport_error")]
    [InlineData(false, "pong")]
    public async Task NodeWithTheCertificateOfAnother_IsRefusedUnlessNamesDoNotCount(bool checksNames, string expected)
    {
        NodeOptions options = (checksNames ? Bare : Patient) with { CheckCertificateNames = checksNames };
        await using Node first = await StartAsync("first", options with { Certificate = CertificateFor("first") });
        await using Node thief = await StartAsync("second", options with { Certificate = CertificateFor("another") });

        Assert.Equal(expected, await PingAsync(thief, first));
        Assert.Equal(expected, await PingAsync(first, thief));
    }

    [Fact]
    public async Task NodeOfAnotherAuthority_IsRefused()
    {
        using var stranger = new TestAuthority("somebody else's");
        await using Node first = await StartAsync("first", Bare with { Certificate = CertificateFor("first") });
        await using Node second = await StartAsync(
            "second",
            Bare with { Certificate = stranger.NodeCertificate("second") });

        Assert.Equal("transport_error", await PingAsync(second, first));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ClearTextAndMd6_AreListedOnlyIfWanted(bool isWanted)
    {
        NodeOptions options = Bare with
        {
            Secret = SomeSecret,
            Certificate = CertificateFor("first"),
            AcceptClearText = isWanted,
            AcceptMd6 = isWanted,
            AcceptTlsAnonymous = isWanted,
        };

        IReadOnlyList<string> listed =
            [.. Mp.Nodes.Credentials.Find(options, [])!.Methods(options).Select(static method => method.Name)];

        Assert.Equal(
            isWanted
                ? ["tls_sha3_512", "hmac_sha3_512", "tls_md6_64_256", "hmac_md6_64_256", "tls_anon", "cleartext"]
                : ["tls_sha3_512", "hmac_sha3_512"],
            listed);
    }

    [Fact]
    public async Task RequireTls_WithoutACertificate_IsRefusedAtOnce()
    {
        await using Node node = await Node.StartAsync(
            Bare with { Secret = SomeSecret, RequireTls = true, Transport = _network.CreateTransport() });

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await node.BecomePublicAsync("first:0"));

        Assert.Contains(nameof(NodeOptions.Certificate), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CertificateThatHasEnded_IsRefusedAtOnce()
    {
        DateTimeOffset begin = DateTimeOffset.UnixEpoch;
        X509Certificate2 old = _authority.Issue(["first"], begin, begin.AddYears(1));
        await using Node node = await Node.StartAsync(Bare with
        {
            Certificate = NodeCertificate.From(old, _authority.Certificate),
            Transport = _network.CreateTransport(),
        });

        var exception = await Assert.ThrowsAsync<NodeConfigurationException>(
            async () => await node.BecomePublicAsync("first:0"));

        Assert.Contains("has ended", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _authority.Dispose();

    private async Task<Node> StartAsync(string host, NodeOptions options) =>
        await TwoNodes.StartAsync(options, _network, host + ":0");

    private NodeCertificate CertificateFor(string host) => _authority.NodeCertificate(host);

    // What comes of a ping: the answer, or why there is none.
    private static async Task<string?> PingAsync(Node from, Node to)
    {
        var outcome = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        BarePort answering = to.CreatePort();
        answering.Rcv("ping", (PortId reply) => to.Snd(reply, "pong"));
        BarePort asking = from.CreatePort();
        asking.Rcv("pong", () => outcome.TrySetResult("pong"));
        PortId target = PortId.Parse(answering.Self.ToString());
        using IDisposable watch = from.Mon(target, reason => outcome.TrySetResult(reason.Word));
        from.Snd(target, "ping", asking.Self);
        return await outcome.Task.Bounded();
    }
}
