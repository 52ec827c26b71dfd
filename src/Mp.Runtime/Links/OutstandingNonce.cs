namespace Mp.Links;

/// <summary>A nonce for as long as its handshake goes on.</summary>
internal readonly struct OutstandingNonce(OutstandingNonces all, string text) : IDisposable
{
    /// <summary>The nonce.</summary>
    public string Text => text;

    /// <summary>The handshake is over.</summary>
    public void Dispose() => all.Remove(text);
}
