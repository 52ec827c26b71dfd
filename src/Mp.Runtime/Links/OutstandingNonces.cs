using System.Collections.Concurrent;

namespace Mp.Links;

/// <summary>
/// The nonces that this node has sent on connections whose handshake goes on. A peer that sends one of them only
/// reflects what it was sent, here or on another connection.
/// </summary>
internal sealed class OutstandingNonces
{
    private readonly ConcurrentDictionary<string, bool> _nonces = new(StringComparer.Ordinal);

    /// <summary>Whether a nonce is one of them.</summary>
    public bool Contains(string nonce) => _nonces.ContainsKey(nonce);

    /// <summary>Enters a nonce, until what is returned is disposed.</summary>
    public OutstandingNonce Add(string nonce)
    {
        _nonces[nonce] = true;
        return new OutstandingNonce(this, nonce);
    }

    /// <summary>Removes a nonce: its handshake is over.</summary>
    public void Remove(string nonce) => _nonces.TryRemove(nonce, out _);
}
