using System.Text;
using Mp.TestKit.Handshakes;
using Mp.Wire.Authentication;
using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

public sealed class HandshakeTests
{
    private const string SecretText = "a secret of the tests";
    private const string Greeting = "aemp;1;peer;hmac_sha3_512;json;mproto=1\nnonce\n";

    [Fact]
    public void TwoNodes_WithTheSameSecret_Complete()
    {
        var connector = new HandshakeRun(Create("alpha", HandshakeRole.Connector, "127.0.0.1:4040", "one"));
        var acceptor = new HandshakeRun(Create("beta", HandshakeRole.Acceptor, "127.0.0.1:50000", "two"));

        connector.Feed(acceptor.Sent);
        acceptor.Feed(connector.Sent);
        Assert.Equal(HandshakeState.Authenticated, acceptor.Handshake.State);
        byte[] greeting = acceptor.Sent;
        acceptor.Accept();
        connector.Feed(acceptor.Sent.AsSpan(greeting.Length));

        Assert.Equal(HandshakeState.Completed, connector.Handshake.State);
        Assert.Equal(HandshakeState.Completed, acceptor.Handshake.State);
        Assert.Equal(Framing.MessagePack, connector.Handshake.SendFraming);
        Assert.Equal(Framing.MessagePack, connector.Handshake.ReceiveFraming);
        Assert.StartsWith(
            "aemp;1;alpha;hmac_sha3_512;msgpack,cbor,json;provider=Mp-0.1.0;mproto=1;gproto=1;peeraddr=127.0.0.1:4040\none\nhmac_",
            connector.SentText,
            StringComparison.Ordinal);
    }

    [Fact]
    public void TwoNodes_WithDifferentSecrets_Fail()
    {
        Handshake other = Create("alpha", HandshakeRole.Connector, null, "one", secret: "a secret of somebody else");
        var connector = new HandshakeRun(other);
        var acceptor = new HandshakeRun(Create("beta", HandshakeRole.Acceptor, null, "two"));

        connector.Feed(acceptor.Sent);
        acceptor.Feed(connector.Sent);

        Assert.Equal(HandshakeState.Failed, acceptor.Handshake.State);
        Assert.DoesNotContain(SecretText, acceptor.Handshake.FailureReason, StringComparison.Ordinal);
        Assert.DoesNotContain("hmac_sha3_512;", acceptor.SentText[(acceptor.SentText.IndexOf('\n') + 1)..]);
    }

    [Theory]
    [InlineData("aemp-dataconn;1;peer;hmac_sha3_512;json\n")]
    [InlineData("AEMP;1;peer;hmac_sha3_512;json\n")]
    [InlineData("aemp;2;peer;hmac_sha3_512;json\n")]
    [InlineData("aemp;;peer;hmac_sha3_512;json\n")]
    [InlineData("aemp;1e0;peer;hmac_sha3_512;json\n")]
    [InlineData("aemp;1;;hmac_sha3_512;json\n")]
    [InlineData("aemp;1;pe#er;hmac_sha3_512;json\n")]
    [InlineData("aemp;1;pe\u00e9r;hmac_sha3_512;json\n")]
    [InlineData("aemp;1;pe er;hmac_sha3_512;json\n")]
    [InlineData("aemp;1;self;hmac_sha3_512;json\n")]
    [InlineData("aemp;1;peer;tls_sha3_512,cleartext;json\n")]
    [InlineData("aemp;1;peer;;json\n")]
    [InlineData("aemp;1;peer;hmac_sha3_512;ubjson,storable\n")]
    [InlineData("aemp;1;peer;hmac_sha3_512\n")]
    [InlineData("aemp;1;peer;hmac_sha3_512;json;a\rb\n")]
    public void FirstLine_ThatIsWrong_IsRefused(string line)
    {
        var run = new HandshakeRun(Create("self", HandshakeRole.Connector, null, "own"));
        int greeting = run.Sent.Length;

        HandshakeState state = run.Feed(line + "nonce\n");

        Assert.Equal(HandshakeState.Failed, state);
        Assert.EndsWith(".", run.Handshake.FailureReason, StringComparison.Ordinal);
        Assert.Equal(greeting, run.Sent.Length);
        Assert.Null(run.Handshake.Peer);
    }

    [Theory]
    [InlineData("aemp;1;peer;hmac_sha3_512;json\nnonce\n")]
    [InlineData("aemp;1.0;peer;cleartext,hmac_sha3_512;ubjson,json;x;y=;z=1=2\n\n")]
    [InlineData("aemp;1;peer;hmac_sha3_512;json\r\nnonce\r\n")]
    public void Greeting_ThatIsUnusual_IsTaken(string greeting)
    {
        var run = new HandshakeRun(Create("self", HandshakeRole.Connector, null, "own"));

        HandshakeState state = run.Feed(greeting);

        Assert.Equal(HandshakeState.NeedMore, state);
        Assert.Equal("peer", run.Handshake.Peer?.NodeId);
        Assert.EndsWith(";json\n", run.SentText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "own")]
    [InlineData(false, "own")]
    [InlineData(true, "elsewhere")]
    [InlineData(true, "elsewhere\r")]
    public void Nonce_ThatIsOneOfOurs_IsRefusedBeforeAnyProof(bool isConnector, string nonce)
    {
        HandshakeRole role = isConnector ? HandshakeRole.Connector : HandshakeRole.Acceptor;
        var run = new HandshakeRun(Create("self", role, null, "own", outstanding: "elsewhere"));
        int greeting = run.Sent.Length;

        HandshakeState state = run.Feed($"aemp;1;peer;hmac_sha3_512;json\n{nonce}\n");

        Assert.Equal(HandshakeState.Failed, state);
        Assert.Equal(greeting, run.Sent.Length);
        Assert.Null(run.Handshake.Peer);
    }

    [Fact]
    public void Acceptor_BeforeThePeerProvedItself_SaysNothingButItsGreeting()
    {
        var run = new HandshakeRun(Create("self", HandshakeRole.Acceptor, null, "own"));
        int greeting = run.Sent.Length;

        HandshakeState state = run.Feed(Greeting);

        Assert.Equal(HandshakeState.NeedMore, state);
        Assert.Equal("peer", run.Handshake.Peer?.NodeId);
        Assert.Equal(greeting, run.Sent.Length);
        Assert.Throws<InvalidOperationException>(() => run.Accept());
    }

    [Theory]
    [InlineData(4096, nameof(HandshakeState.NeedMore))]
    [InlineData(4097, nameof(HandshakeState.Failed))]
    public void Line_OfSomeLength_IsTakenUpToTheLimit(int length, string expected)
    {
        var run = new HandshakeRun(Create("self", HandshakeRole.Acceptor, null, "own"));
        string line = "aemp;1;peer;hmac_sha3_512;json;x=".PadRight(length - 1, 'x') + "\n";

        HandshakeState state = run.Feed(line);

        Assert.Equal(expected, state.ToString());
    }

    [Theory]
    [InlineData(4095, nameof(HandshakeState.NeedMore))]
    [InlineData(4096, nameof(HandshakeState.Failed))]
    public void Line_WithoutEnd_IsWaitedForUpToTheLimit(int length, string expected)
    {
        var run = new HandshakeRun(Create("self", HandshakeRole.Acceptor, null, "own"));

        HandshakeState state = run.Feed(new string('a', length));

        Assert.Equal(expected, state.ToString());
    }

    [Theory]
    [InlineData(32, nameof(HandshakeState.NeedMore))]
    [InlineData(33, nameof(HandshakeState.Failed))]
    public void Keys_OfSomeNumber_AreTakenUpToTheLimit(int count, string expected)
    {
        var run = new HandshakeRun(Create("self", HandshakeRole.Acceptor, null, "own"));
        string keys = string.Concat(Enumerable.Range(0, count).Select(key => $";k{key}=v"));

        HandshakeState state = run.Feed($"aemp;1;peer;hmac_sha3_512;json{keys}\n");

        Assert.Equal(expected, state.ToString());
    }

    [Theory]
    [InlineData("hmac_sha3_512;{0};json\n", nameof(HandshakeState.Authenticated))]
    [InlineData("hmac_sha3_512;{0};msgpack\r\n", nameof(HandshakeState.Authenticated))]
    [InlineData("hmac_sha3_512;{0};json;more=1;x\n", nameof(HandshakeState.Authenticated))]
    [InlineData("hmac_sha3_512;{1};json\n", nameof(HandshakeState.Failed))]
    [InlineData("hmac_sha3_512;{0};ubjson\n", nameof(HandshakeState.Failed))]
    [InlineData("hmac_sha3_512;{0};storable\n", nameof(HandshakeState.Failed))]
    [InlineData("hmac_sha3_512;{0};\n", nameof(HandshakeState.Failed))]
    [InlineData("hmac_sha3_512;{0}\n", nameof(HandshakeState.Failed))]
    [InlineData("hmac_sha3_512;;json\n", nameof(HandshakeState.Failed))]
    [InlineData("hmac_sha3_512\n", nameof(HandshakeState.Failed))]
    [InlineData("cleartext;6120736563726574206f6620746865207465737473;json\n", nameof(HandshakeState.Failed))]
    [InlineData("tls_anon;;json\n", nameof(HandshakeState.Failed))]
    [InlineData("\n", nameof(HandshakeState.Failed))]
    public void Proof_OfSomeForm_IsTakenIfItIsRight(string format, string expected)
    {
        var run = new HandshakeRun(Create("self", HandshakeRole.Acceptor, null, "own"));
        string code = Prove(Greeting, run.SentText);
        string proof = string.Format(format, code, code.ToUpperInvariant());

        HandshakeState state = run.Feed(Greeting + proof);

        Assert.Equal(expected, state.ToString());
    }

    [Fact]
    public void Proof_OfOurOwnLinesFirst_IsRefused()
    {
        var run = new HandshakeRun(Create("self", HandshakeRole.Acceptor, null, "own"));
        string reflected = Prove(run.SentText, Greeting);

        HandshakeState state = run.Feed($"{Greeting}hmac_sha3_512;{reflected};json\n");

        Assert.Equal(HandshakeState.Failed, state);
    }

    [Fact]
    public void Receive_AfterFailure_TakesNothing()
    {
        var run = new HandshakeRun(Create("self", HandshakeRole.Acceptor, null, "own"));
        run.Feed("nonsense\n");

        HandshakeState state = run.Feed(Greeting);

        Assert.Equal(HandshakeState.Failed, state);
        Assert.Equal(Greeting.Length, run.Unconsumed.Length);
    }

    [Fact]
    public void FailureReason_QuotingThePeer_IsOneShortLine()
    {
        var run = new HandshakeRun(Create("self", HandshakeRole.Acceptor, null, "own"));

        run.Feed("aemp;1;\u001b[31m" + new string('x', 3000) + ";hmac_sha3_512;json\n");

        Assert.DoesNotContain('\u001b', run.Handshake.FailureReason);
        Assert.InRange(run.Handshake.FailureReason.Length, 1, 400);
    }

    [Fact]
    public void TwoNodes_WithCertificates_UseTlsAndNothingElse()
    {
        var connector = new HandshakeRun(CreateWithCertificate("alpha", HandshakeRole.Connector, "2"));
        var acceptor = new HandshakeRun(CreateWithCertificate("beta", HandshakeRole.Acceptor, "1"));

        Assert.Equal(HandshakeState.NeedTls, connector.Feed(acceptor.Sent));
        Assert.Equal(HandshakeState.NeedTls, acceptor.Feed(connector.Sent));
        int greeting = connector.Sent.Length;
        connector.ContinueWithinTls();
        acceptor.ContinueWithinTls();
        HandshakeState state = acceptor.Feed(connector.Sent.AsSpan(greeting));

        Assert.False(connector.Handshake.IsTlsClient);
        Assert.True(acceptor.Handshake.IsTlsClient);
        Assert.StartsWith("tls_sha3_512;", connector.SentText[greeting..], StringComparison.Ordinal);
        Assert.Equal(HandshakeState.Authenticated, state);
    }

    /// <summary>Whoever takes the certificate out of the greeting on its way gets no further than that.</summary>
    [Fact]
    public void Peer_ThatSaysItHasNoCertificate_IsRefusedWhereTlsIsRequired()
    {
        var run = new HandshakeRun(
            CreateWithCertificate("self", HandshakeRole.Connector, "own", requiresTls: true));
        int greeting = run.Sent.Length;

        HandshakeState state = run.Feed("aemp;1;peer;tls_sha3_512,hmac_sha3_512;json\nnonce\n");

        Assert.Equal(HandshakeState.Failed, state);
        Assert.Equal(greeting, run.Sent.Length);
    }

    [Theory]
    [InlineData("tls=1.0", nameof(HandshakeState.NeedTls))]
    [InlineData("tls=1.7", nameof(HandshakeState.NeedTls))]
    [InlineData("tls=2.0", nameof(HandshakeState.NeedMore))]
    [InlineData("tls", nameof(HandshakeState.NeedMore))]
    [InlineData("other=1.0", nameof(HandshakeState.NeedMore))]
    public void Tls_IsUsedIfBothEndsHaveTheSameVersion(string key, string expected)
    {
        var run = new HandshakeRun(CreateWithCertificate("self", HandshakeRole.Acceptor, "own"));

        HandshakeState state = run.Feed($"aemp;1;peer;tls_sha3_512,hmac_sha3_512;json;{key}\nnonce\n");

        Assert.Equal(expected, state.ToString());
    }

    [Fact]
    public void Proof_OfTheSecretWithinTls_IsRefused()
    {
        var run = new HandshakeRun(CreateWithCertificate("self", HandshakeRole.Acceptor, "own"));
        const string PeerGreeting = "aemp;1;peer;tls_sha3_512,hmac_sha3_512;json;tls=1.0\nnonce\n";
        run.Feed(PeerGreeting);
        run.ContinueWithinTls();

        HandshakeState state = run.Feed($"hmac_sha3_512;{Prove(PeerGreeting, run.SentText)};json\n");

        Assert.Equal(HandshakeState.Failed, state);
    }

    [Theory]
    [InlineData("self", "key=a;b")]
    [InlineData("se;lf", "key")]
    [InlineData("self", "key=a\nb")]
    public void Settings_ThatMakeNoGreeting_AreRefused(string nodeId, string key)
    {
        var settings = new HandshakeSettings { NodeId = nodeId, Secret = Secret.FromText(SecretText), Keys = [key] };

        Assert.Throws<ArgumentException>(() => new Handshake(settings, HandshakeRole.Connector, null, "own"));
    }

    [Fact]
    public void NonceOf_RandomBytes_Is88Characters()
    {
        string nonce = Handshake.NonceOf(new byte[Handshake.NonceBytes]);

        Assert.Equal(new string('A', 88), nonce);
        Assert.Throws<ArgumentException>(() => Handshake.NonceOf(new byte[65]));
    }

    private static Handshake Create(
        string nodeId,
        HandshakeRole role,
        string? peerAddress,
        string nonce,
        string secret = SecretText,
        string? outstanding = null)
    {
        var settings = new HandshakeSettings
        {
            NodeId = nodeId,
            Secret = Secret.FromText(secret),
            IsOutstandingNonce = other => other == outstanding,
        };
        return new Handshake(settings, role, peerAddress, nonce);
    }

    private static Handshake CreateWithCertificate(
        string nodeId,
        HandshakeRole role,
        string nonce,
        bool requiresTls = false)
    {
        var settings = new HandshakeSettings
        {
            NodeId = nodeId,
            Secret = Secret.FromText(SecretText),
            Methods = [AuthenticationMethod.TlsSha3, AuthenticationMethod.HmacSha3],
            Keys = [GreetingLine.TlsField],
            RequiresTls = requiresTls,
        };
        return new Handshake(settings, role, peerAddress: null, nonce);
    }

    private static string Prove(string proverLines, string verifierLines)
    {
        byte[] code = new byte[HmacSha3.HashBytes];
        HmacSha3.HashData(
            Encoding.UTF8.GetBytes(SecretText), Encoding.Latin1.GetBytes(proverLines + verifierLines), code);
        return Convert.ToHexStringLower(code);
    }
}
