using Mp.TestKit.Handshakes;
using Mp.Wire;

namespace Mp.Torture.Handshakes;

/// <summary>A recorded handshake that this node takes one end of, and what the other end then sends.</summary>
/// <param name="Role">Which end this node is.</param>
/// <param name="Own">What that end said.</param>
/// <param name="Peer">What the other end said.</param>
/// <param name="Secret">What both had, if they had certificates none.</param>
internal sealed record RecordedEnd(HandshakeRole Role, GoldenEnd Own, GoldenEnd Peer, string? Secret)
{
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

    /// <summary>This node's handshake, not begun, with the nonce that it had, or another one, and changed settings.</summary>
    public Handshake Create(string? nonce, Func<HandshakeSettings, HandshakeSettings> change) =>
        (nonce is null ? Own : Own with { Greeting2 = nonce }).Replay(Role, Secret, change);

    /// <summary>This node's handshake, begun, with the nonce that it had, or another one.</summary>
    public HandshakeRun Begin(string? nonce = null) =>
        new((nonce is null ? Own : Own with { Greeting2 = nonce }).Replay(Role, Secret));
}
