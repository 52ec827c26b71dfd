using System.Buffers;

namespace Mp.Links;

/// <summary>What has arrived on a connection and is not consumed yet.</summary>
internal sealed class ReceiveBuffer
{
    // So much a connection begins with.
    private const int FirstBytes = 2 * 1024;

    // A busy one reads at least as much as this at a time, into memory that it gives back while it waits.
    private const int BusyBytes = 64 * 1024;

    // An array that long messages have blown up is kept up to this, until what comes is short again.
    private const int MaxKeptBytes = 1024 * 1024;

    // A message that says how long it is gets an array of its own, but not more than so many times what has arrived,
    // and what a busy connection has anyway.
    private const int MostAhead = 16;

    // One that is no longer than this, and as long as the one before, gets it as soon as anything has arrived.
    private const int MaxExpectedBytes = 2 * 1024 * 1024;

    // After so many short reads in a row a busy connection is busy no more.
    private const int MostShortReads = 16;

    private byte[] _bytes = new byte[FirstBytes];
    private int _start;
    private int _end;

    // The most that was there at a time since nothing was.
    private int _most;

    // How many times in a row that was little.
    private int _shortReads;

    // Whether what is there is to be a single message's own.
    private bool _isForOne;

    // How long the last message was that was given away, and how long the next one is expected to be, or 0.
    private int _given;
    private int _expected;

    // Whether something else has come into memory for one.
    private bool _isMissed;

    /// <summary>What is there.</summary>
    public ReadOnlySpan<byte> Unread => _bytes.AsSpan(_start, _end - _start);

    /// <summary>For how many bytes there is memory.</summary>
    public int Capacity => _bytes.Length;

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
        if (!_isForOne || count != _end - _start || count <= _bytes.Length / 2)
        {
            return null;
        }

        return _bytes.AsMemory(_start, count);
    }

    /// <summary>What was offered is somebody else's from now on, and consumed.</summary>
    public void GiveAway()
    {
        int count = _end - _start;
        _expected = count == _given && count <= MaxExpectedBytes ? count : 0;
        _given = count;
        _bytes = [];
        _isForOne = _isMissed = false;
        _start = _end = _most = 0;
    }

    /// <summary>Reads what comes next.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="wanted">How many bytes the next message is said to have, in all; 0 if that is not known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns><see langword="false"/> at the end of the stream.</returns>
    public async ValueTask<bool> FillAsync(Stream stream, int wanted, CancellationToken cancellationToken)
    {
        if (_end == 0 && _bytes.Length is 0 or >= BusyBytes)
        {
            await WaitAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        MakeRoom(wanted);
        int count = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        _most = Math.Max(_most, _end - _start);
        return count > 0;
    }

    // Until something has arrived, without any memory if that is not at once. Some streams do not wait, which does not
    // matter.
    private async ValueTask WaitAsync(Stream stream, CancellationToken cancellationToken)
    {
        ValueTask<int> arrival = stream.ReadAsync(Memory<byte>.Empty, cancellationToken);
        if (arrival.IsCompleted)
        {
            await arrival.ConfigureAwait(false);
            return;
        }

        int length = _isForOne ? 0 : _bytes.Length;
        Release();
        await arrival.ConfigureAwait(false);
        _bytes = Rent(length);
    }

    // Grows with what has arrived: to twice that, or, by what a peer claims will, to so many times that.
    private void MakeRoom(int wanted)
    {
        if (_end == 0)
        {
            MakeRoomInEmpty();
        }

        if (_isForOne && _start > 0 && wanted == _bytes.Length)
        {
            // Something short came before the one that it is for.
            MoveTo(_bytes);
            return;
        }

        long ahead = BusyBytes + ((long)MostAhead * (_end - _start));

        // After something else in an array for one, it would have to be copied out of it.
        bool isLong = wanted > (_isForOne && _start > 0 ? BusyBytes : Math.Max(_bytes.Length, BusyBytes));
        if (isLong && wanted <= ahead)
        {
            MakeRoomForOne(wanted);
            return;
        }

        if (_end < _bytes.Length)
        {
            return;
        }

        if (_bytes.Length < BusyBytes)
        {
            Grow(isLong ? BusyBytes : 2 * _bytes.Length);
        }
        else if (_start > 0)
        {
            // The peer has filled all of it, so more of a busy connection is taken at a time, whatever is left over.
            MoveTo(_bytes);
        }
        else if (isLong)
        {
            MakeRoomForOne((int)ahead);
        }
        else
        {
            Grow((int)Math.Min(2L * _bytes.Length, Array.MaxLength));
        }
    }

    // What has arrived is more than the half of it soon, so the array can be given away.
    private void MakeRoomForOne(int length) => Replace(GC.AllocateUninitializedArray<byte>(length), isForOne: true);

    private void Grow(int length) => Replace(Rent(length), isForOne: false);

    private void Replace(byte[] target, bool isForOne)
    {
        byte[] former = _bytes;
        MoveTo(target);
        if (!_isForOne)
        {
            Return(former);
        }

        _isForOne = isForOne;
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
        _shortReads = _most is > 0 and <= FirstBytes ? _shortReads + 1 : 0;
        if (_expected > 0)
        {
            Release();
            _bytes = GC.AllocateUninitializedArray<byte>(_expected);
            _isForOne = true;
            _expected = 0;
        }
        else if (_isForOne && !_isMissed && _bytes.Length <= MaxExpectedBytes)
        {
            // The one that it is for may be the next.
            _isMissed = true;
        }
        else if (_bytes.Length == 0 || _isForOne)
        {
            Release();
            _bytes = Rent(BusyBytes);
        }
        else if (_bytes.Length > MaxKeptBytes
            || (_bytes.Length > BusyBytes && _most <= BusyBytes)
            || (_bytes.Length == BusyBytes && _shortReads >= MostShortReads))
        {
            Release();
            _bytes = new byte[FirstBytes];
        }
        else if (_most == _bytes.Length && _bytes.Length < BusyBytes)
        {
            _bytes = Rent(2 * _bytes.Length);
        }

        _most = 0;
    }

    private void Release()
    {
        if (_isForOne)
        {
            // In vain: long ones come one after the other no more.
            _given = 0;
        }
        else
        {
            Return(_bytes);
        }

        _isForOne = _isMissed = false;
        _bytes = [];
    }

    private static byte[] Rent(int length) =>
        length < BusyBytes ? new byte[length] : ArrayPool<byte>.Shared.Rent(length);

    private static void Return(byte[] array)
    {
        if (array.Length >= BusyBytes)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }
}
