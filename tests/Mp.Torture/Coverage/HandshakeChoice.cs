using Mp.Torture.Handshakes;
using Mp.Wire;

namespace Mp.Torture.Coverage;

/// <summary>What is otherwise than it was when a handshake was recorded.</summary>
/// <param name="choice">A bit for each.</param>
internal readonly struct HandshakeChoice(byte choice)
{
    /// <summary>Whether nothing is.</summary>
    public bool IsAsRecorded => !HasAnotherNonce && !RequiresTls && !HasItsNonceInUse && !HasCertificate;

    /// <summary>Whether this node has another nonce: what was recorded is a replay.</summary>
    public bool HasAnotherNonce => (choice & 0x01) != 0;

    /// <summary>How many bytes arrive at a time; zero: all at once.</summary>
    public int PieceBytes => ((choice >> 1) & 7) is 0 and var none ? none : 1 << (2 * ((choice >> 1) & 7));

    /// <summary>Whether this node refuses who has no certificate.</summary>
    public bool RequiresTls => (choice & 0x10) != 0;

    /// <summary>Whether the peer's nonce is one that this node uses on another connection.</summary>
    public bool HasItsNonceInUse => (choice & 0x20) != 0;

    /// <summary>Whether this node has a certificate.</summary>
    public bool HasCertificate => (choice & 0x40) != 0;

    /// <summary>Whether our own code of authentication, for platforms that have none, is compared with the platform's.</summary>
    public bool IsHashedTwice => (choice & 0x80) != 0;

    /// <summary>What this makes of the settings of an end.</summary>
    public Func<HandshakeSettings, HandshakeSettings> Apply(RecordedEnd end)
    {
        HandshakeChoice own = this;
        return settings => settings with
        {
            RequiresTls = own.RequiresTls,
            IsOutstandingNonce = own.HasItsNonceInUse ? nonce => nonce == end.Peer.Greeting2 : null,
            Keys = own.HasCertificate ? [.. settings.Keys, GreetingLine.TlsField] : settings.Keys,
        };
    }
}
