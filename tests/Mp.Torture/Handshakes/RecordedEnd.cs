using System.Text;
using Mp.TestKit.Handshakes;
using Mp.Wire;

namespace Mp.Torture.Handshakes;

/// <summary>A recorded handshake that this node takes one end of, and what the other end then sends.</summary>
/// <param name="Role">Which end this node is.</param>
/// <param name="Own">What that end said.</param>
/// <param name="Peer">What the other end said.</param>
/// <param name="Secret">What both had.</param>
internal sealed record RecordedEnd(HandshakeRole Role, GoldenEnd Own, GoldenEnd Peer, string Secret)
{
    private readonly string _peerText = Encoding.Latin1.GetString(Peer.Lines);

    /// <summary>
    /// Both ends of each recorded handshake whose proofs bind the greetings; without that, a changed greeting is let in.
    /// </summary>
    public static IReadOnlyList<RecordedEnd> All { get; } =
    [
        .. from handshake in GoldenHandshake.Recorded
           where handshake.IsBySecret && handshake.Connector.Method.StartsWith("hmac_", StringComparison.Ordinal)
           from role in Enum.GetValues<HandshakeRole>()
           let ends = handshake.EndsOf(role)
           select new RecordedEnd(role, ends.Own, ends.Peer, handshake.Secret!),
    ];

    /// <summary>This node's handshake, begun, with the nonce that it had, or another one.</summary>
    public HandshakeRun Begin(string? nonce = null) =>
        new((nonce is null ? Own : Own with { Greeting2 = nonce }).Replay(Role, Secret));

    /// <summary>
    /// Whether this begins as what was recorded. A carriage return before a line's end makes no difference, nor does a
    /// further field in the last line.
    /// </summary>
    public bool IsGenuine(ReadOnlySpan<byte> lines)
    {
        string text = Encoding.Latin1.GetString(lines).Replace("\r\n", "\n", StringComparison.Ordinal);
        return text.StartsWith(_peerText, StringComparison.Ordinal)
            || text.StartsWith(_peerText[..^1] + ";", StringComparison.Ordinal);
    }
}
