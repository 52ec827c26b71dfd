namespace Mp.Links;

/// <summary>What has arrived on a connection and is not consumed yet.</summary>
internal sealed class ReceiveBuffer
{
    // So much a connection begins with.
    private const int FirstBytes = 2 * 1024;

    // A busy one reads at least as much as this at a time, and holds on to it.
    private const int BusyBytes = 64 * 1024;

    // An array that long messages have blown up is kept up to this, until what comes is short again.
    private const int MaxKeptBytes = 1024 * 1024;

    // A message that says how long it is gets an array of its own, but not more than so many times what has arrived.
    private const int MostAhead = 16;

    private byte[] _bytes = new byte[FirstBytes];
    private int _start;
    private int _end;

    // The most that was there at a time since nothing was.
    private int _most;

    // The array that was there before one that is for a single message.
    private byte[]? _former;

    /// <summary>What is there.</summary>
    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    /// <summary>Marks the first bytes as done with.</summary>
    public void Consume(int count)
    {
        _start += count;
        if (_start == _end)
        {
            _start = _end = 0;
        }
    }

    /// <summary>A long message that came into memory of its own: that may be given away, instead of copied.</summary>
    /// <param name="count">How many bytes the message is, with all that belongs to it.</param>
    /// <returns>Those bytes; nothing if there is more in that memory, or far more room.</returns>
    public ReadOnlyMemory<byte>? Offer(int count)
    {
        if (_former is null || count != _end - _start || count <= _bytes.Length / 2)
        {
            return null;
        }

        return _bytes.AsMemory(_start, count);
    }

    /// <summary>What was offered is somebody else's from now on, and consumed.</summary>
    public void GiveAway()
    {
        _bytes = _former!;
        _former = null;
        _start = _end = _most = 0;
    }

    /// <summary>Reads what comes next.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="wanted">How many bytes the next message is said to have, in all; 0 if that is not known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns><see langword="false"/> at the end of the stream.</returns>
    public async ValueTask<bool> FillAsync(Stream stream, int wanted, CancellationToken cancellationToken)
    {
        MakeRoom(wanted);
        int count = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        _most = Math.Max(_most, _end - _start);
        return count > 0;
    }

    // Grows with what has arrived: to twice that, or, by what a peer claims will, to sixteen times that at the most.
    private void MakeRoom(int wanted)
    {
        if (_end == 0)
        {
            MakeRoomInEmpty();
        }

        if (_end < _bytes.Length)
        {
            return;
        }

        if (wanted > BusyBytes && _bytes.Length < BusyBytes)
        {
            MoveTo(new byte[BusyBytes]);
            return;
        }

        if (wanted > Math.Max(_bytes.Length, BusyBytes))
        {
            MakeRoomForOne(wanted);
            return;
        }

        // The peer has filled all of it, so more of a busy connection is taken at a time, whatever is left over.
        MoveTo(_start > 0 && _bytes.Length >= BusyBytes
            ? _bytes
            : new byte[(int)Math.Min(2L * _bytes.Length, Array.MaxLength)]);
    }

    // What has arrived is more than the half of it soon, so the array can be given away.
    private void MakeRoomForOne(int wanted)
    {
        byte[] former = _former ?? _bytes;
        int arrived = _end - _start;
        MoveTo(GC.AllocateUninitializedArray<byte>((int)Math.Min(wanted, (long)MostAhead * arrived)));
        _former = former.Length == BusyBytes ? former : new byte[BusyBytes];
    }

    private void MoveTo(byte[] target)
    {
        Unread.CopyTo(target);
        _end -= _start;
        _start = 0;
        _bytes = target;
    }

    private void MakeRoomInEmpty()
    {
        _former = null;
        if (_bytes.Length > MaxKeptBytes || (_bytes.Length > BusyBytes && _most <= BusyBytes))
        {
            _bytes = new byte[FirstBytes];
        }
        else if (_most == _bytes.Length && _bytes.Length < BusyBytes)
        {
            _bytes = new byte[2 * _bytes.Length];
        }

        _most = 0;
    }
}
