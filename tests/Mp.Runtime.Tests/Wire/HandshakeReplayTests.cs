using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

/// <summary>Recorded handshakes: we take either end, and must say byte for byte what that end said.</summary>
public sealed class HandshakeReplayTests
{
    private static readonly byte[] Data = [.. """["","g_slave"]"""u8];

    [Theory]
    [MemberData(nameof(GoldenHandshake.NamesOfOurs), MemberType = typeof(GoldenHandshake))]
    public void Connector_OfARecording_SaysWhatWasRecorded(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        byte[] input = [.. golden.Acceptor.Lines, .. Data];
        for (int cut = 0; cut <= input.Length; cut++)
        {
            var run = new HandshakeRun(golden.Connector.Replay(HandshakeRole.Connector, golden.Secret!));

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
    [MemberData(nameof(GoldenHandshake.NamesOfOurs), MemberType = typeof(GoldenHandshake))]
    public void Acceptor_OfARecording_SaysWhatWasRecorded(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        byte[] input = [.. golden.Connector.Lines, .. Data];
        for (int cut = 0; cut <= input.Length; cut++)
        {
            var run = new HandshakeRun(golden.Acceptor.Replay(HandshakeRole.Acceptor, golden.Secret!));

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
        var run = new HandshakeRun(golden.Acceptor.Replay(HandshakeRole.Acceptor, golden.Secret!));

        run.Feed(golden.Connector.Greeting);

        PeerGreeting peer = run.Handshake.Peer!;
        Assert.Equal("client", peer.NodeId);
        Assert.Equal(["json", "cbor"], peer.Framings);
        Assert.Equal(["tls_sha3_512", "hmac_sha3_512", "tls_anon", "cleartext"], peer.Methods);
        Assert.Equal("AE-2.01", peer.Keys["provider"]);
        Assert.Equal("127.0.0.1:14803", peer.Keys["peeraddr"]);
    }

    /// <summary>The peer listed cleartext and used it. We may list it in a replay, and still never take it.</summary>
    [Fact]
    public void Acceptor_OfAClearTextSecret_Refuses()
    {
        GoldenHandshake golden = GoldenHandshake.Find("2.02 cleartext, pipelined");
        var run = new HandshakeRun(golden.Acceptor.Replay(HandshakeRole.Acceptor, golden.Secret!));

        HandshakeState state = run.Feed(golden.Connector.Lines);

        Assert.Equal(HandshakeState.Failed, state);
        Assert.Equal(golden.Acceptor.Greeting, run.Sent);
    }

    [Fact]
    public void Connector_ThatSentAnEmptyNonce_VerifiesTheRecordedAnswer()
    {
        GoldenHandshake golden = GoldenHandshake.Find("2.02 cleartext, pipelined");
        var run = new HandshakeRun(golden.Connector.Replay(HandshakeRole.Connector, golden.Secret!));

        HandshakeState state = run.Feed(golden.Acceptor.Lines);

        Assert.Equal(HandshakeState.Completed, state);
    }

    [Theory]
    [MemberData(nameof(GoldenHandshake.NamesOfOthers), MemberType = typeof(GoldenHandshake))]
    public void Either_OfARecordingByAnotherMethod_Refuses(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        var connector = new HandshakeRun(golden.Connector.Replay(HandshakeRole.Connector, golden.Secret!));
        var acceptor = new HandshakeRun(golden.Acceptor.Replay(HandshakeRole.Acceptor, golden.Secret!));

        Assert.Equal(HandshakeState.Failed, connector.Feed(golden.Acceptor.Lines));
        Assert.Equal(HandshakeState.Failed, acceptor.Feed(golden.Connector.Lines));
        Assert.Equal(golden.Connector.Greeting, connector.Sent);
    }

    /// <summary>A recording replayed to a node that uses a fresh nonce, as every node does.</summary>
    [Theory]
    [MemberData(nameof(GoldenHandshake.NamesOfOurs), MemberType = typeof(GoldenHandshake))]
    public void Either_WithAFreshNonce_RefusesTheRecording(string name)
    {
        GoldenHandshake golden = GoldenHandshake.Find(name);
        GoldenEnd freshConnector = golden.Connector with { Greeting2 = "fresh" };
        GoldenEnd freshAcceptor = golden.Acceptor with { Greeting2 = "fresh" };
        var connector = new HandshakeRun(freshConnector.Replay(HandshakeRole.Connector, golden.Secret!));
        var acceptor = new HandshakeRun(freshAcceptor.Replay(HandshakeRole.Acceptor, golden.Secret!));

        Assert.Equal(HandshakeState.Failed, connector.Feed(golden.Acceptor.Lines));
        Assert.Equal(HandshakeState.Failed, acceptor.Feed(golden.Connector.Lines));
    }
}
