using Mp.Testing.Loops;

namespace Mp.Testing.Networks;

/// <summary>One direction of a connection: bytes are written at one end and read, in order, at the other.</summary>
internal sealed class Lane(FaultyNetwork network, NetworkPath path, NetworkPath back) : IThreadPoolWorkItem
{
    private readonly Queue<Segment> _underWay = new();

    // What can be read; an empty piece is the end of the stream.
    private readonly Queue<ReadOnlyMemory<byte>> _arrived = new();
    private int _readOfFirst;
    private TimeSpan _lastArrival;
    private int _windowUsed;
    private bool _isWaitingForPath;

    /// <summary>The end that writes. Set once, before anyone sees the connection.</summary>
    public ConnectionEnd Writer { get => field!; set; }

    /// <summary>The end that reads. Set once, before anyone sees the connection.</summary>
    public ConnectionEnd Reader { get => field!; set; }

    /// <summary>The way that the bytes go.</summary>
    public NetworkPath Path => path;

    /// <summary>Whether there are bytes to be read, or their end.</summary>
    public bool HasArrived => _arrived.Count > 0;

    /// <summary>Whether nothing gets through any more, and nobody says so.</summary>
    public bool IsDead { get; private set; }

    /// <summary>Takes what fits into the window.</summary>
    /// <returns>How many bytes were taken.</returns>
    public int Accept(ReadOnlySpan<byte> bytes)
    {
        int accepted = Math.Min(bytes.Length, Math.Max(0, path.WindowBytes - _windowUsed));

        // As long as there is room, it makes no difference how much the reader has taken by now.
        network.Change(accepted == bytes.Length ? Things.LaneTo(Reader.Number) : Things.All);
        ReadOnlySpan<byte> rest = bytes[..accepted];
        while (!rest.IsEmpty)
        {
            int length = Math.Min(rest.Length, network.LengthOfPiece(path.MaxSegmentBytes));
            Send(new Segment(rest[..length].ToArray(), ArrivalOf(length)));
            rest = rest[length..];
        }

        _windowUsed += accepted;
        return accepted;
    }

    /// <summary>Sends the end of the stream after all that was written before, or a failure instead of it.</summary>
    public void Close(bool isReset)
    {
        network.Change(Things.LaneTo(Reader.Number));
        if (isReset)
        {
            network.Change(Things.InputOf(Reader.Number));
            _underWay.Clear();
        }

        Send(new Segment(default, ArrivalOf(0), isReset));
    }

    /// <summary>Loses all that is under way and will be; nobody is told.</summary>
    public void Kill()
    {
        network.Change(Things.LaneTo(Reader.Number) | Things.InputOf(Reader.Number));
        IsDead = true;
        _underWay.Clear();
    }

    /// <summary>Forgets what has arrived: its reader has failed.</summary>
    public void Discard() => _arrived.Clear();

    /// <summary>Takes bytes that have arrived.</summary>
    /// <returns>How many; 0 is the end of the stream.</returns>
    public int Read(Span<byte> buffer)
    {
        ReadOnlySpan<byte> first = _arrived.Peek().Span[_readOfFirst..];
        int count = Math.Min(first.Length, buffer.Length);
        if (count == 0)
        {
            return 0;
        }

        network.Heard?.Invoke(Reader.Machine.Name, Writer.Machine.Name);
        first[..count].CopyTo(buffer);
        _readOfFirst += count;
        if (count == first.Length)
        {
            _arrived.Dequeue();
            _readOfFirst = 0;
        }

        // That there is room again, the writer hears by the way back.
        _windowUsed -= count;
        if (Writer.IsWriting)
        {
            network.Change(Things.All);
            network.After(back.NextDelay(), () => back.WhenOpen(Writer.Waker));
        }

        return count;
    }

    /// <summary>Has what is due arrive.</summary>
    public void Execute()
    {
        if (IsDead)
        {
            // Nothing arrives; but of two that were under way the first is still the first.
            network.Change(Things.LaneTo(Reader.Number));
            return;
        }

        // Of what is written after it, this knows nothing. So it makes no difference which of both comes first.
        network.Change(Things.InputOf(Reader.Number));
        bool isOver = false;
        while (!isOver && _underWay.TryPeek(out Segment next) && next.Arrival <= network.Now)
        {
            if (path.IsBlocked)
            {
                WaitForPath();
                return;
            }

            Arrive(_underWay.Dequeue());
            isOver = network.IsOrdered;
        }
    }

    private void WaitForPath()
    {
        if (!_isWaitingForPath)
        {
            _isWaitingForPath = true;
            path.WhenOpen(new ActionWork(GoOn));
            network.GiveUpUnlessOpened(Writer, path);
        }
    }

    private void GoOn()
    {
        _isWaitingForPath = false;
        for (int count = _underWay.Count; count > 0; count--)
        {
            Execute();
        }
    }

    private TimeSpan ArrivalOf(int bytes)
    {
        TimeSpan arrival = network.Now + path.NextDelay();
        if (path.BytesPerSecond is { } rate)
        {
            arrival = (arrival > _lastArrival ? arrival : _lastArrival) + TimeSpan.FromSeconds((double)bytes / rate);
        }

        _lastArrival = arrival > _lastArrival ? arrival : _lastArrival;
        return _lastArrival;
    }

    private void Send(Segment segment)
    {
        if (IsDead)
        {
            network.AnswerDead(this);
            return;
        }

        _underWay.Enqueue(segment);
        network.After(segment.Arrival - network.Now, Execute, queue: this);
    }

    private void Arrive(Segment segment)
    {
        network.OnArrival(this, segment);
        if (segment.IsReset)
        {
            Reader.Fail(ConnectionEnd.WasReset);
        }
        else if (!Reader.IsOver)
        {
            _arrived.Enqueue(segment.Bytes);
            Reader.Poke();
        }
        else if (!segment.Bytes.IsEmpty)
        {
            // Nobody is there to read it, which is what the writer is told.
            network.After(back.NextDelay(), () => back.WhenOpen(Writer.Resetter));
        }
    }
}
