namespace Mp.Torture.Handshakes;

/// <summary>How handshakes ended.</summary>
internal sealed class HandshakeTally
{
    private long _waiting;
    private long _genuine;
    private long _refused;
    private long _forged;

    /// <summary>Those that wait for more.</summary>
    public long Waiting => Volatile.Read(ref _waiting);

    /// <summary>Those that were let in: they are what was recorded, but for what makes no difference.</summary>
    public long Genuine => Volatile.Read(ref _genuine);

    /// <summary>Those that were refused.</summary>
    public long Refused => Volatile.Read(ref _refused);

    /// <summary>Those of them that tried to authenticate.</summary>
    public long Forged => Volatile.Read(ref _forged);

    public long All => Waiting + Genuine + Refused;

    public void AddWaiting() => Interlocked.Increment(ref _waiting);

    public void AddGenuine() => Interlocked.Increment(ref _genuine);

    public void AddRefused(bool isForged)
    {
        Interlocked.Increment(ref _refused);
        if (isForged)
        {
            Interlocked.Increment(ref _forged);
        }
    }
}
