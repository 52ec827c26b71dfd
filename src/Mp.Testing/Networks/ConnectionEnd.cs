using Mp.Testing.Loops;
using Mp.Transports;

namespace Mp.Testing.Networks;

/// <summary>One end of a connection, at one machine.</summary>
/// <remarks>
/// Whatever happens to it only wakes it; what waits is completed when it is its turn on its machine. So a frozen
/// machine notices nothing, and nothing continues inside of whoever was the cause.
/// </remarks>
internal sealed class ConnectionEnd : ITransportConnection, IThreadPoolWorkItem
{
    public const string WasReset = "The peer reset the connection.";

    private readonly FaultyNetwork _network;
    private readonly EndStream _stream;
    private Pending<int>? _read;
    private Memory<byte> _readBuffer;
    private Pending<bool>? _write;
    private ReadOnlyMemory<byte> _writeRest;
    private string? _failure;
    private bool _isDisposed;
    private bool _isAwake;

    public ConnectionEnd(FaultyNetwork network, Machine machine, TransportEndPoint remote, Lane input, Lane output)
    {
        Number = network.NumberEnd();
        _network = network;
        Machine = machine;
        RemoteEndPoint = remote;
        Input = input;
        Output = output;
        Waker = new ActionWork(Poke);
        Resetter = new ActionWork(() => Fail(WasReset));
        _stream = new EndStream(this);
    }

    /// <summary>The machine that it is on.</summary>
    public Machine Machine { get; }

    /// <summary>Its number among all of the network.</summary>
    public int Number { get; }

    /// <summary>What it reads.</summary>
    public Lane Input { get; }

    /// <summary>What it writes.</summary>
    public Lane Output { get; }

    /// <summary>Wakes it.</summary>
    public ActionWork Waker { get; }

    /// <summary>Tells it that the other end is no more.</summary>
    public ActionWork Resetter { get; }

    /// <summary>The other end.</summary>
    public ConnectionEnd Peer => Output.Reader;

    public TransportEndPoint RemoteEndPoint { get; }

    public Stream Stream => _stream;

    /// <summary>Whether nobody reads or writes here any more.</summary>
    public bool IsOver
    {
        get
        {
            _network.Look(Things.FateOf(Number));
            return _isDisposed || _failure is not null || Machine.State == MachineState.Crashed;
        }
    }

    /// <summary>Whether it is at a host.</summary>
    public bool IsFrom(string host) => string.Equals(Machine.Name, host, StringComparison.Ordinal);

    /// <summary>Whether a write waits for room.</summary>
    public bool IsWriting => _write is not null;

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        _network.Change(Things.InputOf(Number));
        if (Problem() is { } problem)
        {
            return ValueTask.FromException<int>(problem);
        }

        TimeSpan pause = Input.Path.ReadPause;
        if (Input.HasArrived && pause == TimeSpan.Zero && _network.ReadsAtOnce())
        {
            return new ValueTask<int>(Input.Read(buffer.Span));
        }

        _readBuffer = buffer;
        _read = new Pending<int>(Poke);
        ValueTask<int> read = _read.Begin(cancellationToken);
        if (pause > TimeSpan.Zero)
        {
            _network.After(pause, Poke);
        }
        else if (Input.HasArrived)
        {
            Poke();
        }

        return read;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        if (Problem() is { } problem)
        {
            return ValueTask.FromException(problem);
        }

        int accepted = Output.Accept(buffer.Span);
        if (accepted == buffer.Length)
        {
            return ValueTask.CompletedTask;
        }

        _writeRest = buffer[accepted..];
        _write = new Pending<bool>(Poke);
        return new ValueTask(_write.Begin(cancellationToken).AsTask());
    }

    /// <summary>The connection is lost, and this end knows.</summary>
    public void Fail(string text)
    {
        if (!IsOver)
        {
            _network.Change(Things.FateOf(Number) | Things.InputOf(Number));
            _failure = text;
            Input.Discard();
            Poke();
        }
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return default;
    }

    /// <summary>Closes it, at once.</summary>
    public void Close()
    {
        _network.Change(Things.FateOf(Number) | Things.InputOf(Number));
        if (!_isDisposed)
        {
            bool wasLost = _failure is not null;
            _isDisposed = true;
            _network.Forget(this);
            if (!wasLost)
            {
                // As TCP does: who closes before everything is read resets the connection. Otherwise it depends on
                // how quick the other end is.
                Output.Close(isReset: Input.HasArrived || _network.Choose(2) == 1);
            }

            Poke();
        }
    }

    /// <summary>Has the machine look at what waits, if something does.</summary>
    public void Poke()
    {
        _network.Change(Things.InputOf(Number));
        if (!_isAwake && (_read is not null || _write is not null))
        {
            _isAwake = true;
            Machine.Post(this);
        }
    }

    public void Execute()
    {
        _network.Change(Things.InputOf(Number));
        _isAwake = false;
        FinishRead();
        FinishWrite();
    }

    private void FinishRead()
    {
        if (_read is not { } read)
        {
            return;
        }

        if (Problem() is { } problem)
        {
            _read = null;
            read.Fail(problem);
        }
        else if (read.IsCanceled)
        {
            _read = null;
            read.Cancel();
        }
        else if (Input.HasArrived)
        {
            _read = null;
            read.Complete(Input.Read(_readBuffer.Span));
        }
    }

    private void FinishWrite()
    {
        if (_write is not { } write)
        {
            return;
        }

        if (Problem() is { } problem)
        {
            _write = null;
            write.Fail(problem);
        }
        else if (write.IsCanceled)
        {
            _write = null;
            write.Cancel();
        }
        else
        {
            _writeRest = _writeRest[Output.Accept(_writeRest.Span)..];
            if (_writeRest.IsEmpty)
            {
                _write = null;
                write.Complete(true);
            }
        }
    }

    private Exception? Problem()
    {
        _network.Look(Things.FateOf(Number));
        return _isDisposed
            ? new ObjectDisposedException(nameof(ITransportConnection))
            : _failure is { } text ? new IOException(text) : null;
    }
}
