namespace Mp.Links;

/// <summary>What has arrived on a connection and is not consumed yet.</summary>
internal sealed class ReceiveBuffer
{
    // An idle connection holds on to no more than this.
    private const int FirstBytes = 2 * 1024;

    // A busy one reads as much as this at a time.
    private const int BusyBytes = 64 * 1024;

    // An array that one long message has blown up is not kept.
    private const int MaxKeptBytes = 1024 * 1024;

    private byte[] _bytes = new byte[FirstBytes];
    private int _start;
    private int _end;
    private bool _wasFilled;

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
        _wasFilled = _end == _bytes.Length;
        return count > 0;
    }

    // Grows with what has arrived, never with what a peer claims will.
    private void MakeRoom()
    {
        if (_end == 0 && _bytes.Length > MaxKeptBytes)
        {
            _bytes = new byte[FirstBytes];
        }
        else if (_end == 0 && _wasFilled && _bytes.Length < BusyBytes)
        {
            _bytes = new byte[2 * _bytes.Length];
        }

        if (_end < _bytes.Length)
        {
            return;
        }

        byte[] target = _start > 0 ? _bytes : new byte[(int)Math.Min(2L * _bytes.Length, Array.MaxLength)];
        Unread.CopyTo(target);
        _end -= _start;
        _start = 0;
        _bytes = target;
    }
}
