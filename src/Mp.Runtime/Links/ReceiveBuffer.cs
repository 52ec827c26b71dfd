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

    private byte[] _bytes = new byte[FirstBytes];
    private int _start;
    private int _end;

    // The most that was there at a time since nothing was.
    private int _most;

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

    /// <summary>Reads what comes next.</summary>
    /// <returns><see langword="false"/> at the end of the stream.</returns>
    public async ValueTask<bool> FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        MakeRoom();
        int count = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        _most = Math.Max(_most, _end - _start);
        return count > 0;
    }

    // Grows with what has arrived, never with what a peer claims will.
    private void MakeRoom()
    {
        if (_end == 0)
        {
            MakeRoomInEmpty();
        }

        if (_end < _bytes.Length)
        {
            return;
        }

        // The peer has filled all of it, so more of a busy connection is taken at a time, whatever is left over.
        byte[] target = _start > 0 && _bytes.Length >= BusyBytes
            ? _bytes
            : new byte[(int)Math.Min(2L * _bytes.Length, Array.MaxLength)];
        Unread.CopyTo(target);
        _end -= _start;
        _start = 0;
        _bytes = target;
    }

    private void MakeRoomInEmpty()
    {
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
