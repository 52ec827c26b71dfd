using Mp.TestKit.Handshakes;
using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

/// <summary>Recorded handshakes: we take either end, and must say byte for byte what that end said.</summary>
public sealed class HandshakeReplayTests
{
    private static readonly byte[] Data = [.. """["","g_slave"]"""u8];

    [Theory]
    [MemberData(nameof(GoldenHandshakes.NamesBySecret), MemberType = typeof(GoldenHandshakes))]
    public void Connector_OfARecording_SaysWhatWasRecorded(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        byte[] input = [.. golden.Acceptor.Lines, .. Data];
        for (int cut = 0; cut <= input.Length; cut++)
        {
            var run = new HandshakeRun(golden.Connector.Replay(HandshakeRole.Connector, golden.Secret));

            run.Feed(input.AsSpan(0, cut));
            HandshakeState state = run.Feed(input.AsSpan(cut));

            Assert.Equal(HandshakeState.Completed, state);
            Assert.Equal(golden.Connector.Lines, run.Sent);
            Assert.Equal(Data, run.Unconsumed);
            Assert.Equal(golden.Connector.Framing, run.Handshake.SendFramingName);
            Assert.Equal(golden.Acceptor.Framing, run.Handshake.ReceiveFramingName);
        }
    }

    [Theory]
    [MemberData(nameof(GoldenHandshakes.NamesBySecret), MemberType = typeof(GoldenHandshakes))]
    public void Acceptor_OfARecording_SaysWhatWasRecorded(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        byte[] input = [.. golden.Connector.Lines, .. Data];
        for (int cut = 0; cut <= input.Length; cut++)
        {
            var run = new HandshakeRun(golden.Acceptor.Replay(HandshakeRole.Acceptor, golden.Secret));

            run.Feed(input.AsSpan(0, cut));
            HandshakeState state = run.Feed(input.AsSpan(cut));

            Assert.Equal(HandshakeState.Authenticated, state);
            Assert.Equal(golden.Acceptor.Greeting, run.Sent);

            run.Accept();

            Assert.Equal(HandshakeState.Completed, run.Handshake.State);
            Assert.Equal(golden.Acceptor.Lines, run.Sent);
            Assert.Equal(Data, run.Unconsumed);
        }
    }

    [Fact]
    public void Peer_OfARecording_IsWhatItSaid()
    {
        GoldenHandshake golden = GoldenHandshake.Find("2.02 mixed framing");
        var run = new HandshakeRun(golden.Acceptor.Replay(HandshakeRole.Acceptor, golden.Secret));

        run.Feed(golden.Connector.Greeting);

        PeerGreeting peer = run.Handshake.Peer!;
        Assert.Equal("client", peer.NodeId);
        Assert.Equal(["json", "cbor"], peer.Framings);
        Assert.Equal(["tls_sha3_512", "hmac_sha3_512", "tls_anon", "cleartext"], peer.Methods);
        Assert.Equal("AE-2.01", peer.Keys["provider"]);
        Assert.Equal("127.0.0.1:14803", peer.Keys["peeraddr"]);
    }

    /// <summary>The peer lists cleartext and uses it. A node that lists it, too, takes it, and never sends it.</summary>
    [Fact]
    public void Acceptor_OfAClearTextSecret_TakesItAsItListsIt()
    {
        GoldenHandshake golden = GoldenHandshake.Find("2.02 cleartext, pipelined");
        var run = new HandshakeRun(golden.Acceptor.Replay(HandshakeRole.Acceptor, golden.Secret));

        HandshakeState state = run.Feed(golden.Connector.Lines);
        run.Accept();

        Assert.Equal(HandshakeState.Completed, run.Handshake.State);
        Assert.Equal(HandshakeState.Authenticated, state);
        Assert.Equal(golden.Acceptor.Lines, run.Sent);
    }

    [Fact]
    public void Connector_ThatSentAnEmptyNonce_VerifiesTheRecordedAnswer()
    {
        GoldenHandshake golden = GoldenHandshake.Find("2.02 cleartext, pipelined");
        var run = new HandshakeRun(golden.Connector.Replay(HandshakeRole.Connector, golden.Secret));

        HandshakeState state = run.Feed(golden.Acceptor.Lines);

        Assert.Equal(HandshakeState.Completed, state);
    }

    /// <summary>What is right, and is not wanted: by default only the newer method is listed.</summary>
    [Theory]
    [MemberData(nameof(GoldenHandshakes.NamesOfOld), MemberType = typeof(GoldenHandshakes))]
    public void Either_ByDefault_RefusesTheMethodOfOld(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        var connector = new HandshakeRun(ByDefault("client", HandshakeRole.Connector));
        var acceptor = new HandshakeRun(ByDefault("seed", HandshakeRole.Acceptor));

        Assert.Equal(HandshakeState.Failed, connector.Feed(golden.Acceptor.Lines));
        Assert.Equal(HandshakeState.Failed, acceptor.Feed(golden.Connector.Lines));

        Handshake ByDefault(string nodeId, HandshakeRole role) => new(
            new HandshakeSettings { NodeId = nodeId, Secret = Secret.FromText(golden.Secret!) },
            role,
            peerAddress: null,
            "nonce");
    }

    [Theory]
    [MemberData(nameof(GoldenHandshakes.NamesWithinTls), MemberType = typeof(GoldenHandshakes))]
    public void Connector_OfARecordingWithinTls_SaysWhatWasRecorded(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        var run = new HandshakeRun(golden.Connector.Replay(HandshakeRole.Connector, secret: null));

        HandshakeState state = run.Feed([.. golden.Acceptor.Greeting, .. Data]);
        Assert.Equal(HandshakeState.NeedTls, state);
        Assert.Equal(golden.Connector.Greeting, run.Sent);
        Assert.Equal(Data, run.Unconsumed);
        Assert.Equal(golden.Connector.TlsRole == "client", run.Handshake.IsTlsClient);
        run.ContinueWithinTls();

        Assert.Equal(golden.Connector.Lines, run.Sent);
        Assert.Equal(HandshakeState.Completed, run.FeedWithinTls(golden.Acceptor.Proof));
    }

    [Theory]
    [MemberData(nameof(GoldenHandshakes.NamesWithinTls), MemberType = typeof(GoldenHandshakes))]
    public void Acceptor_OfARecordingWithinTls_SaysWhatWasRecorded(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        var run = new HandshakeRun(golden.Acceptor.Replay(HandshakeRole.Acceptor, secret: null));

        Assert.Equal(HandshakeState.NeedTls, run.Feed(golden.Connector.Greeting));
        Assert.Equal(golden.Acceptor.TlsRole == "client", run.Handshake.IsTlsClient);
        run.ContinueWithinTls();
        HandshakeState state = run.FeedWithinTls(golden.Connector.Proof);
        run.Accept();

        Assert.Equal(HandshakeState.Authenticated, state);
        Assert.Equal(golden.Acceptor.Lines, run.Sent);
    }

    /// <summary>A recording replayed to a node that uses a fresh nonce, as every node does.</summary>
    [Theory]
    [MemberData(nameof(GoldenHandshakes.NamesBySecret), MemberType = typeof(GoldenHandshakes))]
    public void Either_WithAFreshNonce_RefusesTheRecording(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        GoldenEnd freshConnector = golden.Connector with { Greeting2 = "fresh" };
        GoldenEnd freshAcceptor = golden.Acceptor with { Greeting2 = "fresh" };
        var connector = new HandshakeRun(freshConnector.Replay(HandshakeRole.Connector, golden.Secret));
        var acceptor = new HandshakeRun(freshAcceptor.Replay(HandshakeRole.Acceptor, golden.Secret));

        Assert.Equal(HandshakeState.Failed, connector.Feed(golden.Acceptor.Lines));
        Assert.Equal(HandshakeState.Failed, acceptor.Feed(golden.Connector.Lines));
    }
}
