using System.IO.Pipelines;
using System.Security.Cryptography.X509Certificates;
using Mp.Links;
using Mp.TestKit;
using Mp.Transports.Memory;
using Mp.Transports.Tls;

namespace Mp.Runtime.Tests.Transports.Tls;

/// <summary>TLS between two nodes: who gets in with which certificate, at either end.</summary>
public sealed class SecureStreamTests : IDisposable
{
    private const string NodeId = "127.0.0.1:4040";

    private readonly TestAuthority _authority = new("ours");
    private readonly TestAuthority _stranger = new("somebody else's");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Peer_WithAnAddressOfOurAuthority_IsTrusted(bool isClient)
    {
        string? failure = await ConnectAsync(_authority.Issue("127.0.0.1"), isClient);

        Assert.Null(failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Peer_WithTheIdAsUri_IsTrusted(bool isClient)
    {
        string? failure = await ConnectAsync(_authority.Issue("aemp:" + NodeId), isClient);

        Assert.Null(failure);
    }

    [Theory]
    [InlineData(true, "another host")]
    [InlineData(true, "no name")]
    [InlineData(true, "expired")]
    [InlineData(true, "not yet")]
    [InlineData(true, "another authority")]
    [InlineData(true, "self-signed")]
    [InlineData(false, "another host")]
    [InlineData(false, "no name")]
    [InlineData(false, "expired")]
    [InlineData(false, "not yet")]
    [InlineData(false, "another authority")]
    [InlineData(false, "self-signed")]
    public async Task Peer_WithAnyOtherCertificate_IsRefused(bool isClient, string kind)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        X509Certificate2 certificate = kind switch
        {
            "another host" => _authority.Issue("127.0.0.2", "localhost"),
            "no name" => _authority.Issue(),
            "expired" => _authority.Issue(["127.0.0.1"], now.AddDays(-2), now.AddDays(-1)),
            "not yet" => _authority.Issue(["127.0.0.1"], now.AddDays(1), now.AddDays(2)),
            "another authority" => _stranger.Issue("127.0.0.1"),
            _ => _stranger.Certificate,
        };

        string? failure = await ConnectAsync(certificate, isClient);

        Assert.NotNull(failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Peer_ThatDoesNotSpeakTls_IsRefused(bool isClient)
    {
        (Stream own, Stream peer) = Pair();
        Task<Stream> open = OpenAsync(own, !isClient, _authority.Issue("127.0.0.1"));
        await peer.WriteAsync("hmac_sha3_512;00;json\nand then some more bytes\n"u8.ToArray());
        await peer.DisposeAsync();

        await Assert.ThrowsAsync<IOException>(() => open.Bounded());
    }

    [Fact]
    public async Task WhatHadArrivedBefore_BelongsToTls()
    {
        (Stream own, Stream peer) = Pair();
        Task<Stream> client = OpenAsync(peer, isClient: true, _authority.Issue("127.0.0.1"));
        byte[] arrived = new byte[5];
        await own.ReadExactlyAsync(arrived);
        Task<Stream> server = OpenAsync(own, isClient: false, _authority.Issue("127.0.0.1"), arrived);
        Stream[] secured = await Task.WhenAll(client, server).Bounded();
        await secured[0].WriteAsync(new byte[] { 1, 2, 3 });
        byte[] read = new byte[3];

        await secured[1].ReadExactlyAsync(read);

        Assert.Equal([1, 2, 3], read);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
    }

    private static (Stream One, Stream Other) Pair()
    {
        var there = new Pipe();
        var back = new Pipe();
        return (new DuplexPipeStream(back.Reader, there.Writer), new DuplexPipeStream(there.Reader, back.Writer));
    }

    // What our end says of a peer that shows this certificate: nothing if it is trusted.
    private async Task<string?> ConnectAsync(X509Certificate2 certificate, bool isClient)
    {
        (Stream own, Stream peer) = Pair();
        Task<Stream> theirs = OpenAsync(peer, isClient, certificate);
        Task<Stream> ours = OpenAsync(own, !isClient, _authority.Issue("127.0.0.1"));
        try
        {
            Stream secured = await ours.Bounded();
            await secured.WriteAsync(new byte[1]);
            return null;
        }
        catch (IOException exception)
        {
            return exception.Message;
        }
        finally
        {
            await own.DisposeAsync();
            await peer.DisposeAsync();

            // Whether the peer trusts us is another test's question.
            _ = await Record.ExceptionAsync(() => theirs.Bounded());
        }
    }

    private Task<Stream> OpenAsync(
        Stream stream,
        bool isClient,
        X509Certificate2 certificate,
        ReadOnlyMemory<byte> arrived = default) => SecureStream.OpenAsync(
            stream,
            arrived,
            new TlsCredentials(certificate, [], [_authority.Certificate], TimeProvider.System),
            isClient,
            shown => PeerCertificate.IsFor(shown, NodeId),
            CancellationToken.None);
}
