using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Mp.Wire.Authentication;

namespace Mp.Wire;

/// <summary>
/// The beginning of a connection, seen from one end: two lines of greeting each way, then a line each way that proves
/// that its sender has the secret, the connector's first.
/// </summary>
/// <remarks>
/// <para>
/// Bytes in, bytes out; no clock, no randomness, no thread. Not safe for concurrent calls. What a peer sends never
/// makes it throw: it fails, <see cref="FailureReason"/> says why, and the connection is to be closed without another
/// word.
/// </para>
/// <para>
/// If both ends have a certificate, TLS comes between the greetings and the proofs:
/// <see cref="HandshakeState.NeedTls"/> asks the owner for it, and <see cref="ContinueWithinTls"/> goes on.
/// </para>
/// <para>
/// An acceptor proves nothing to a peer that has not proved itself. Once the peer has, its owner decides whether this
/// is the connection to keep, and calls <see cref="Accept"/>, or closes it.
/// </para>
/// </remarks>
internal sealed class Handshake
{
    /// <summary>How many random bytes to make a nonce of.</summary>
    public const int NonceBytes = 66;

    /// <summary>The longest line, in bytes, its end included. An owner need never buffer more than this.</summary>
    public const int MaxLineBytes = 4096;

    private readonly HandshakeSettings _settings;
    private readonly HandshakeRole _role;
    private readonly string _nonce;
    private readonly byte[] _ownLines;
    private readonly ArrayBufferWriter<byte> _peerLines = new();
    private PeerGreeting? _greeting;
    private AuthenticationMethod? _method;
    private int _linesTaken;
    private bool _hasBegun;

    /// <summary>A handshake that has not begun.</summary>
    /// <param name="settings">What this node says of itself.</param>
    /// <param name="role">Which end it is.</param>
    /// <param name="peerAddress">The address of the other end, to tell it; or nothing, to leave it out.</param>
    /// <param name="nonce">Text that was never used before: see <see cref="NonceOf"/>.</param>
    /// <exception cref="ArgumentException">The settings make no greeting.</exception>
    public Handshake(HandshakeSettings settings, HandshakeRole role, string? peerAddress, string nonce)
    {
        _settings = settings;
        _role = role;
        _nonce = nonce;
        string line = GreetingLine.Format(settings, peerAddress);
        if (line.Length >= MaxLineBytes || nonce.Length >= MaxLineBytes)
        {
            throw new ArgumentException($"The greeting is longer than {MaxLineBytes} bytes.", nameof(settings));
        }

        _ownLines = Encoding.Latin1.GetBytes($"{line}\n{nonce}\n");
    }

    /// <summary>How far it is.</summary>
    public HandshakeState State { get; private set; } = HandshakeState.NeedMore;

    /// <summary>Why it failed, a sentence for the log; empty if it did not.</summary>
    public string FailureReason { get; private set; } = "";

    /// <summary>Whether it failed because the peer tried to authenticate and could not.</summary>
    public bool IsForged { get; private set; }

    /// <summary>Whether it failed because the peer has this node's own ID.</summary>
    public bool IsToItself { get; private set; }

    /// <summary>What the peer says of itself, once both lines of its greeting are there and found good.</summary>
    public PeerGreeting? Peer { get; private set; }

    /// <summary>Whether TLS is used: both ends have a certificate.</summary>
    public bool IsWithinTls => Peer is { WantsTls: true } && _settings.HasCertificate;

    /// <summary>
    /// Whether this end is the client of TLS: the one whose nonce is lower, whoever dialled.
    /// </summary>
    public bool IsTlsClient { get; private set; }

    /// <summary>The name of the framing to send in: the first that the peer lists and this node has.</summary>
    public string SendFramingName { get; private set; } = "";

    /// <summary>The framing to send in. For a handshake that is completed.</summary>
    public Framing SendFraming => FramingOf(SendFramingName);

    /// <summary>The name of the framing that the peer sends in.</summary>
    public string ReceiveFramingName { get; private set; } = "";

    /// <summary>The framing that the peer sends in. For a handshake that is completed.</summary>
    public Framing ReceiveFraming => FramingOf(ReceiveFramingName);

    /// <summary>The text of a nonce.</summary>
    /// <param name="random">66 bytes that nobody can foretell.</param>
    public static string NonceOf(ReadOnlySpan<byte> random) => random.Length == NonceBytes
        ? Convert.ToBase64String(random)
        : throw new ArgumentException($"A nonce is made of {NonceBytes} bytes.", nameof(random));

    /// <summary>Writes this end's greeting. To be called first.</summary>
    public void Begin(IBufferWriter<byte> output)
    {
        _hasBegun = true;
        output.Write(_ownLines);
    }

    /// <summary>Takes what the peer has sent, line by line, and never more than its last line.</summary>
    /// <param name="input">What has arrived and was not consumed.</param>
    /// <param name="consumed">How many bytes of it are done with. What is left after the last line are frames.</param>
    /// <param name="output">Where to append what is to be sent to the peer.</param>
    public HandshakeState Receive(ReadOnlySpan<byte> input, out int consumed, IBufferWriter<byte> output)
    {
        if (!_hasBegun)
        {
            throw new InvalidOperationException("The handshake has not begun.");
        }

        consumed = 0;
        while (State == HandshakeState.NeedMore && TryTakeLine(input, ref consumed, out ReadOnlySpan<byte> line))
        {
            TakeLine(line, output);
        }

        return State;
    }

    /// <summary>TLS is on the connection: goes on within it.</summary>
    /// <exception cref="InvalidOperationException">It was not asked for.</exception>
    public void ContinueWithinTls(IBufferWriter<byte> output)
    {
        if (State != HandshakeState.NeedTls)
        {
            throw new InvalidOperationException($"TLS is not what is needed: the handshake is {State}.");
        }

        State = HandshakeState.NeedMore;
        BeginProofs(output);
    }

    /// <summary>Answers a peer that has proved itself: completes the handshake at both ends.</summary>
    /// <exception cref="InvalidOperationException">There is no such peer.</exception>
    public void Accept(IBufferWriter<byte> output)
    {
        if (State != HandshakeState.Authenticated)
        {
            throw new InvalidOperationException($"There is nobody to accept: the handshake is {State}.");
        }

        WriteProof(output);
        State = HandshakeState.Completed;
    }

    private static Framing FramingOf(string name) => Framings.TryParse(name, out Framing framing)
        ? framing
        : throw new InvalidOperationException("No framing is agreed on.");

    private static bool Lists(IReadOnlyList<string> names, string name) => names.Contains(name, StringComparer.Ordinal);

    private static ReadOnlySpan<byte> TakeField(ref ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf((byte)';');
        ReadOnlySpan<byte> field = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return field;
    }

    private bool TryTakeLine(ReadOnlySpan<byte> input, ref int consumed, out ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> rest = input[consumed..];
        line = rest[..Math.Min(rest.Length, MaxLineBytes)];
        int end = line.IndexOf((byte)'\n');
        if (end < 0)
        {
            if (line.Length == MaxLineBytes)
            {
                Fail($"The peer sent a line of more than {MaxLineBytes} bytes.");
            }

            return false;
        }

        consumed += end + 1;
        line = line[..end];
        if (line.EndsWith("\r"u8))
        {
            line = line[..^1];
        }

        if (line.Contains((byte)'\r'))
        {
            Fail("The peer sent a line with a carriage return in it.");
            return false;
        }

        return true;
    }

    private void TakeLine(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        switch (_linesTaken++)
        {
            case 0:
                TakeGreeting(line);
                break;
            case 1:
                TakeNonce(line, output);
                break;
            default:
                TakeProof(line);
                break;
        }
    }

    private void TakeGreeting(ReadOnlySpan<byte> line)
    {
        if (GreetingLine.Parse(line, out _greeting) is { } problem)
        {
            Fail(problem);
            return;
        }

        PeerGreeting greeting = _greeting!;
        SendFramingName = greeting.Framings.FirstOrDefault(name => Lists(_settings.Framings, name)) ?? "";
        if (string.Equals(greeting.NodeId, _settings.NodeId, StringComparison.Ordinal))
        {
            IsToItself = true;
            Fail("The peer has this node's own ID: it is this node, or another that was given the same ID.");
        }
        else if (_settings.RequiresTls && !greeting.WantsTls)
        {
            Fail("The peer has no certificate, and this node requires TLS.");
        }
        else if ((_method = MethodFor(greeting)) is null)
        {
            Fail($"The peer accepts no method of authentication that this node has: "
                + $"{string.Join(", ", _settings.Methods.Select(static method => method.Name))}.");
        }
        else if (SendFramingName.Length == 0)
        {
            Fail("The peer lists no framing that this node has.");
        }

        AppendPeerLine(line);
    }

    private void TakeNonce(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        // Before a proof of ours is sent: a peer that reflects our own nonces could use it elsewhere.
        string nonce = Encoding.Latin1.GetString(line);
        if (string.Equals(nonce, _nonce, StringComparison.Ordinal)
            || _settings.IsOutstandingNonce?.Invoke(nonce) == true)
        {
            IsForged = true;
            Fail("The peer sent a nonce of this node back to it.");
            return;
        }

        AppendPeerLine(line);
        Peer = _greeting;
        IsTlsClient = string.CompareOrdinal(_nonce, nonce) < 0;
        if (IsWithinTls)
        {
            State = HandshakeState.NeedTls;
        }
        else
        {
            BeginProofs(output);
        }
    }

    // The end that dialled proves itself first.
    private void BeginProofs(IBufferWriter<byte> output)
    {
        if (_role == HandshakeRole.Connector)
        {
            WriteProof(output);
        }
    }

    // The first of the peer's list that we have; within TLS those for it, and without it the others.
    private AuthenticationMethod? MethodFor(PeerGreeting greeting)
    {
        bool isWithinTls = greeting.WantsTls && _settings.HasCertificate;
        return greeting.Methods
            .Select(name => MethodOf(name, isWithinTls))
            .FirstOrDefault(static method => method is { MayBeSent: true });
    }

    private AuthenticationMethod? MethodOf(string name, bool isWithinTls) => _settings.Methods.FirstOrDefault(method =>
        method.IsWithinTls == isWithinTls && string.Equals(method.Name, name, StringComparison.Ordinal));

    private void TakeProof(ReadOnlySpan<byte> line)
    {
        // METHOD;DATA;FRAMING, and perhaps further fields, which mean nothing.
        ReadOnlySpan<byte> method = TakeField(ref line);
        ReadOnlySpan<byte> proof = TakeField(ref line);
        ReadOnlySpan<byte> framing = TakeField(ref line);
        if (MethodOf(Encoding.Latin1.GetString(method), IsWithinTls) is not { } used)
        {
            IsForged = true;
            Fail("The peer did not authenticate in a way that this node listed.");
            return;
        }

        // The lines of the end that proves itself come first: so the proof of one end is never that of the other.
        byte[] expected = used.Prove(_settings.Secret, [.. _peerLines.WrittenSpan, .. _ownLines]);
        if (!CryptographicOperations.FixedTimeEquals(proof, expected))
        {
            IsForged = true;
            Fail("The peer has another secret.");
            return;
        }

        ReceiveFramingName = Encoding.Latin1.GetString(framing);
        if (!Lists(_settings.Framings, ReceiveFramingName))
        {
            Fail("The peer chose a framing that this node did not list.");
            return;
        }

        State = _role == HandshakeRole.Connector ? HandshakeState.Completed : HandshakeState.Authenticated;
    }

    private void WriteProof(IBufferWriter<byte> output)
    {
        AuthenticationMethod method = _method!;
        byte[] proof = method.Prove(_settings.Secret, [.. _ownLines, .. _peerLines.WrittenSpan]);
        output.Write(Encoding.Latin1.GetBytes($"{method.Name};"));
        output.Write(proof);
        output.Write(Encoding.Latin1.GetBytes($";{SendFramingName}\n"));
    }

    private void AppendPeerLine(ReadOnlySpan<byte> line)
    {
        _peerLines.Write(line);
        _peerLines.Write("\n"u8);
    }

    private void Fail(string reason)
    {
        State = HandshakeState.Failed;
        FailureReason = reason;
    }
}
