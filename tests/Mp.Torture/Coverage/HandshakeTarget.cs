using System.Buffers;
using System.Text;
using Mp.TestKit.Handshakes;
using Mp.Torture.Handshakes;
using Mp.Torture.Searching;
using Mp.Wire;

namespace Mp.Torture.Coverage;

/// <summary>
/// A handshake, with a peer that says anything. The first byte of an input chooses the recorded handshake that this node
/// takes an end of, the second what is otherwise than it was recorded.
/// </summary>
internal sealed class HandshakeTarget : ICoverageTarget
{
    private const string AnotherNonce = "AAAA";

    // What a handshake may allocate whatever it is sent, and for each byte that it is sent.
    private const int SlackBytes = 64 * 1024;
    private const int MostBytesForOne = 32;

    // MD6, which is off by default, takes 14 KiB for each block of 512 bytes.
    private const int SlackBytesOfMd6 = 512 * 1024;
    private const int MostBytesForOneOfMd6 = 64;

    private static readonly RecordedEnd[] Ends =
    [
        .. from handshake in GoldenHandshake.Recorded
           from role in Enum.GetValues<HandshakeRole>()
           let ends = handshake.EndsOf(role)
           select new RecordedEnd(role, ends.Own, ends.Peer, handshake.Secret),
    ];

    private readonly ArrayBufferWriter<byte> _sent = new();

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. Ends.SelectMany(static (end, index) => Enumerable.Range(0, 9)
            .Select(bit => (byte[])[(byte)index, (byte)(1 << bit >> 1), .. end.Peer.Lines])),

        // With a certificate each.
        .. Ends.Select(static (end, index) => (byte[])
        [
            (byte)index, 0x40, .. Encoding.Latin1.GetBytes($"{end.Peer.Greeting1};{GreetingLine.TlsField}\n{end.Peer.Greeting2}\n"),
        ]),

        // A node's ID that is too long, and a line that is.
        [0, 0, .. "aemp;1;"u8, .. Enumerable.Repeat((byte)'n', PortId.MaxPartBytes + 1), .. ";;\n"u8],
        [0, 0, .. Enumerable.Repeat((byte)';', Handshake.MaxLineBytes)],
    ];

    public IReadOnlyList<byte[]> Tokens { get; } = [.. GreetingMutator.Tokens.Select(Encoding.Latin1.GetBytes)];

    public int HeaderBytes => 2;

    public void Repair(InputBuffer input)
    {
        // There is nothing that tells a length.
    }

    public void Warm(Action reads) => reads();

    public void Run(byte[] input)
    {
        if (input.Length < HeaderBytes)
        {
            return;
        }

        RecordedEnd end = Ends[input[0] % Ends.Length];
        var setting = new HandshakeChoice(input[1]);
        ReadOnlySpan<byte> lines = input.AsSpan(HeaderBytes);
        Handshake handshake = end.Create(setting.HasAnotherNonce ? AnotherNonce : null, setting.Apply(end));
        _sent.ResetWrittenCount();
        handshake.Begin(_sent);
        int greetingBytes = _sent.WrittenCount;

        long before = GC.GetAllocatedBytesForCurrentThread();
        bool isWithinTls = Play(handshake, lines, setting.PieceBytes);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Judge(handshake, isWithinTls, end, setting, lines);
        bool isAccepted = handshake.State is HandshakeState.Authenticated or HandshakeState.Completed;
        if (end.Role == HandshakeRole.Acceptor && !isAccepted && _sent.WrittenCount > greetingBytes)
        {
            throw new FindingException("an acceptor has said more than its greeting");
        }

        bool hasMd6 = end.Own.Greeting1.Contains("md6", StringComparison.Ordinal);
        (int slack, int mostForOne) = hasMd6 ? (SlackBytesOfMd6, MostBytesForOneOfMd6) : (SlackBytes, MostBytesForOne);
        if (allocated > slack + ((long)mostForOne * input.Length))
        {
            throw new FindingException($"{allocated} bytes were allocated for {input.Length}");
        }

        Complete(handshake);
        if (setting.IsHashedTwice)
        {
            CheckHash(lines);
        }
    }

    // Whether TLS came between.
    private bool Play(Handshake handshake, ReadOnlySpan<byte> lines, int pieceBytes)
    {
        bool isWithinTls = false;
        int position = 0;
        int step = pieceBytes == 0 ? lines.Length : pieceBytes;
        for (int end = step; position < lines.Length; end += step)
        {
            end = Math.Min(end, lines.Length);
            HandshakeState state = handshake.Receive(lines[position..end], out int consumed, _sent);
            position += consumed;
            if (state == HandshakeState.NeedTls)
            {
                isWithinTls = true;
                handshake.ContinueWithinTls(_sent);
                state = handshake.Receive(lines[position..end], out consumed, _sent);
                position += consumed;
            }

            if (state != HandshakeState.NeedMore || end == lines.Length)
            {
                break;
            }
        }

        return isWithinTls;
    }

    private static void Judge(
        Handshake handshake,
        bool isWithinTls,
        RecordedEnd end,
        HandshakeChoice setting,
        ReadOnlySpan<byte> lines)
    {
        switch (handshake.State)
        {
            case HandshakeState.NeedMore:
                break;
            case HandshakeState.Failed:
                if (handshake.FailureReason.Length == 0)
                {
                    throw new FindingException("it was refused without a reason");
                }

                break;
            case HandshakeState.Authenticated or HandshakeState.Completed when isWithinTls:
                // Its certificate says who it is.
                break;
            case HandshakeState.Authenticated or HandshakeState.Completed
                when !setting.RequiresTls && (setting.IsAsRecorded ? IsGenuine(end, lines) : TellsSecret(end, lines)):
                break;
            default:
                throw new FindingException($"without the secret it is {handshake.State}");
        }
    }

    private static bool IsGenuine(RecordedEnd end, ReadOnlySpan<byte> lines) =>
        end.Peer.IsSaidBy(lines) || TellsSecret(end, lines) || IsSaidInAnotherFraming(end, lines);

    // The method that sends the secret itself binds nothing: whoever says it may say the rest as it likes.
    private static bool TellsSecret(RecordedEnd end, ReadOnlySpan<byte> lines) => end.Secret is { } secret
        && lines.IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)))) >= 0;

    // Nor does a proof bind the framing that stands after it in the same line.
    private static bool IsSaidInAnotherFraming(RecordedEnd end, ReadOnlySpan<byte> lines)
    {
        string text = Encoding.Latin1.GetString(lines).Replace("\r\n", "\n", StringComparison.Ordinal);
        string proof = Encoding.Latin1.GetString(end.Peer.Greeting) + $"{end.Peer.Method};{end.Peer.Code};";
        return text.StartsWith(proof, StringComparison.Ordinal);
    }

    private static void CheckHash(ReadOnlySpan<byte> lines)
    {
        Span<byte> ours = stackalloc byte[HmacSha3.HashBytes];
        Span<byte> theirs = stackalloc byte[HmacSha3.HashBytes];
        ReadOnlySpan<byte> key = lines[..(lines.Length / 2)];
        HmacSha3.HashDataManaged(key, lines, ours);
        HmacSha3.HashData(key, lines, theirs);
        if (!ours.SequenceEqual(theirs))
        {
            throw new FindingException("our own code of authentication is another than the platform's");
        }
    }

    private void Complete(Handshake handshake)
    {
        if (handshake.State == HandshakeState.Authenticated)
        {
            handshake.Accept(_sent);
        }

        // Nodes of other implementations, one end of which is played here, list framings that ours has not.
        if (handshake.State == HandshakeState.Completed
            && Framings.TryParse(handshake.SendFramingName, out _) && Framings.TryParse(handshake.ReceiveFramingName, out _))
        {
            _ = (handshake.SendFraming, handshake.ReceiveFraming);
        }

        // What the node asks later.
        _ = (handshake.Peer?.IsMp, handshake.Peer?.HasNodeProtocol);
        _ = (handshake.IsForged, handshake.IsToItself, handshake.IsTlsClient);
    }
}
