using System.Buffers;
using System.Text;
using Mp.Wire;

namespace Mp.TestKit.Handshakes;

/// <summary>Plays a peer to a handshake: feeds it bytes as a network does, and keeps what it sends.</summary>
internal sealed class HandshakeRun
{
    private readonly ArrayBufferWriter<byte> _sent = new();
    private byte[] _unconsumed = [];

    public HandshakeRun(Handshake handshake)
    {
        Handshake = handshake;
        handshake.Begin(_sent);
    }

    public Handshake Handshake { get; }

    /// <summary>All that the handshake has sent.</summary>
    public byte[] Sent => _sent.WrittenSpan.ToArray();

    /// <summary>The same, as text.</summary>
    public string SentText => Encoding.Latin1.GetString(_sent.WrittenSpan);

    /// <summary>What has arrived and was left alone.</summary>
    public ReadOnlySpan<byte> Unconsumed => _unconsumed;

    public HandshakeState Feed(string text) => Feed(Encoding.Latin1.GetBytes(text));

    public HandshakeState Feed(ReadOnlySpan<byte> bytes)
    {
        _unconsumed = [.. _unconsumed, .. bytes];
        HandshakeState state = Handshake.Receive(_unconsumed, out int consumed, _sent);
        _unconsumed = _unconsumed[consumed..];
        return state;
    }

    /// <summary>What has arrived before TLS belongs to TLS; this is what comes out of it.</summary>
    public HandshakeState FeedWithinTls(ReadOnlySpan<byte> bytes)
    {
        _unconsumed = [];
        return Feed(bytes);
    }

    /// <summary>TLS is there, as far as the handshake can tell.</summary>
    public void ContinueWithinTls() => Handshake.ContinueWithinTls(_sent);

    public void Accept() => Handshake.Accept(_sent);
}
