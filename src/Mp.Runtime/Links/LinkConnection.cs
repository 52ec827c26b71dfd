using System.Buffers;
using Mp.CompilerServices;
using Mp.Telemetry;
using Mp.Transports;
using Mp.Wire;

namespace Mp.Links;

/// <summary>
/// One connection, from its first byte to its last: the thin pump between a stream and the state machines, the
/// handshake's first and the link's then.
/// </summary>
/// <param name="transport">The bytes. Closed by <see cref="Abort"/>.</param>
/// <param name="options">The node's options.</param>
/// <param name="events">Whom to tell.</param>
/// <param name="role">Who dialled.</param>
/// <param name="dialled">The link that it was dialled for, if it was for one.</param>
internal sealed partial class LinkConnection(
    ITransportConnection transport,
    ConnectionOptions options,
    ILinkEvents events,
    HandshakeRole role,
    Link? dialled = null) : ILinkConnection, IThreadPoolWorkItem
{
    // Written in pieces of so many bytes, so that one can see whether a peer takes any of it.
    private const int PieceBytes = 256 * 1024;

    // From so many bytes on a message gets the memory that it came into.
    private const int MinGivenBytes = 16 * 1024;

    private readonly ReceiveBuffer _received = new();
    private readonly ArrayBufferWriter<byte> _handshakeOutput = new();
    private readonly ReceiveWindow _window = new(options.MaxUndeliveredMessages);
    private readonly TaskCompletionSource _quiet = new();

    // The transport's own, or TLS upon it.
    private Stream _stream = transport.Stream;
    private Link? _link = dialled;
    private PeerTraits _peer = PeerTraits.None;
    private IFrameReader? _frames;
    private IInbound? _inbound;
    private bool _isAuthenticating;

    // Why the next message is not taken, if it is held up; and what ends the wait for that.
    private HoldUp? _holdUp;
    private TaskCompletionSource? _over;

    // Whether no whole frame is left of what was read.
    private bool _isDrained;
    private int _isDelivering;
    private int _isToldWhenQuiet;

    /// <summary>The other end, for logs.</summary>
    public TransportEndPoint RemoteEndPoint => transport.RemoteEndPoint;

    /// <summary>What the node at the other end calls itself, once its greeting is there.</summary>
    public string? PeerId { get; private set; }

    /// <summary>Whether the node at the other end is this one.</summary>
    public bool IsToItself { get; private set; }

    /// <summary>Why the handshake failed, for the log: a sentence's end.</summary>
    public string FailureReason { get; private set; } = "";

    /// <summary>Whether it failed because the peer tried to authenticate and could not.</summary>
    public bool IsForged { get; private set; }

    /// <inheritdoc/>
    public void RequestFlush() => options.Scheduler.Schedule(this);

    /// <inheritdoc/>
    public void Abort()
    {
        _window.Close();
        Volatile.Read(ref _over)?.TrySetResult();

        // Disposing a connection closes it at once; there is nothing to wait for.
        options.Watch(CloseAsync());
    }

    /// <inheritdoc/>
    public Task WhenQuiet()
    {
        // From now on whoever stops delivering says so; and whoever begins to sees that the link has let it go.
        Interlocked.Exchange(ref _isToldWhenQuiet, 1);
        if (Volatile.Read(ref _isDelivering) == 0)
        {
            _quiet.TrySetResult();
        }

        return _quiet.Task;
    }

    /// <summary>Writes what the link has gathered, until there is nothing left.</summary>
    public void Execute() => options.Watch(FlushAsync());

    /// <summary>Reads frames until the connection is lost, and ends the epoch then. For a link that is open.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="opened">Called first, with the other node's ID.</param>
    public async Task RunAsync(CancellationToken cancellationToken, Action<string>? opened = null)
    {
        events.End(_link!, this, await ReceiveAsync(cancellationToken, opened).ConfigureAwait(false));
    }

    /// <summary>Reads frames until the connection is lost. To be called once the link is open.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="opened">Called first, with the other node's ID.</param>
    /// <returns>Why it ended.</returns>
    public async Task<string> ReceiveAsync(CancellationToken cancellationToken, Action<string>? opened = null)
    {
        try
        {
            opened?.Invoke(_link!.PeerId);

            // The thread that delivers what came over the connection before may have been held up in the middle of it.
            // The peer is not to blame for that.
            _isReadingPaused = true;
            await Resumption.After(_link!.FormerQuiet, options.Scheduler)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            _isReadingPaused = false;
            events.Up(_link, this, _peer);
            _inbound = events.Open(_link, _window, _frames!.Dialect);
            while (await DeliverFramesAsync().ConfigureAwait(false))
            {
                int before = _received.Unread.Length;
                if (!await _received.FillAsync(_stream, _frames!.Wanted, cancellationToken).ConfigureAwait(false))
                {
                    return "the peer closed the connection";
                }

                Volatile.Write(ref _bytesReceived, _bytesReceived + _received.Unread.Length - before);
            }

            return "the connection was closed";
        }
        catch (WireFormatException exception)
        {
            ExceededLimit.Count(exception.Reason);
            return exception.Message;
        }
        catch (IOException exception)
        {
            return exception.Message;
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            return "the connection was closed";
        }
#pragma warning disable CA1031 // A bug. The link must end all the same, as it can't go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return OwnError(exception);
        }
    }

    private string OwnError(Exception exception)
    {
        NodeLog.PumpFailed(options.Log, exception);
        return "an error of this program; see its log";
    }

    // The transport first: so nobody waits any more within TLS.
    private async Task CloseAsync()
    {
        await transport.DisposeAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    // Returns whether more may come.
    private async ValueTask<bool> DeliverFramesAsync()
    {
        while (DeliverFramesInTurn())
        {
            if (_holdUp is null && !_window.IsFull())
            {
                // It may have been full a moment ago, and whole frames were left behind for that.
                if (!_isDrained)
                {
                    continue;
                }

                _hasPartialFrame = !_received.Unread.IsEmpty;
                return true;
            }

            _isReadingPaused = true;
            await (_holdUp is { } holdUp ? WaitForRoomAsync(holdUp) : WaitForWindowAsync()).ConfigureAwait(false);
            _isReadingPaused = false;
        }

        return false;
    }

    private Task WaitForWindowAsync()
    {
        MpMeter.CountLimit(Limit.MaxUndeliveredMessages);
        return Resumption.After(_window.WhenHalfEmpty(), options.Scheduler);
    }

    // Another link has no room for what came over this one. If it is connected, its watch ends it when it does not
    // move; and if it moves, the peer is told.
    private async Task WaitForRoomAsync(HoldUp holdUp)
    {
        MpMeter.CountLimit(Limit.SoftQueuedBytes);
        var over = new TaskCompletionSource();
        Interlocked.Exchange(ref _over, over);

        // Whoever has ended the epoch meanwhile has not seen that anybody waits.
        if (_link!.Connection != this)
        {
            return;
        }

        TimeSpan longest = holdUp.Way.Connection is null ? options.MaxWaitForConnection : Timeout.InfiniteTimeSpan;
        using var due = new CancellationTokenSource(longest, options.TimeProvider);
        using (due.Token.Register(static over => ((TaskCompletionSource)over!).TrySetResult(), over))
        {
            await Resumption.After(Task.WhenAny(holdUp.Room, over.Task), options.Scheduler).ConfigureAwait(false);
        }

        if (!holdUp.Room.IsCompleted)
        {
            _inbound!.StopWaiting();
        }
    }

    private bool DeliverFramesInTurn()
    {
        // A full fence, before it is looked whether the link has let this connection go.
        Interlocked.Exchange(ref _isDelivering, 1);
        try
        {
            return DeliverFrames();
        }
        finally
        {
            // What came before an error, too.
            _inbound!.Deliver();
            Interlocked.Exchange(ref _isDelivering, 0);
            if (Volatile.Read(ref _isToldWhenQuiet) == 1)
            {
                _quiet.TrySetResult();
            }
        }
    }

    // Up to where the window is full, a message is held up, or no whole frame is left. Returns whether more may come.
    private bool DeliverFrames()
    {
        IFrameReader frames = _frames!;
        _holdUp = null;
        _isDrained = false;
        bool isFrame;
        do
        {
            // What arrived in an epoch that is over belongs to no other: it could withdraw a monitor of the next one.
            if (_link!.Connection != this)
            {
                return false;
            }

            isFrame = frames.TryRead(_received.Unread, out int consumed, out Frame frame);
            if (isFrame)
            {
                ReadOnlyMemory<byte>? elements = frame.Elements.Length < MinGivenBytes
                    ? null
                    : _received.Offer(consumed)?[^frame.Elements.Length..];
                if (!_inbound!.TryReceive(frame, elements, out _holdUp))
                {
                    // It stays where it is, to be offered again.
                    return true;
                }

                Volatile.Write(ref _framesReceived, _framesReceived + 1);
                if (elements is not null)
                {
                    _received.GiveAway();
                    continue;
                }
            }

            _received.Consume(consumed);
        }
        while (isFrame && !_window.IsFull());
        _isDrained = !isFrame;
        return true;
    }

    private async Task FlushAsync()
    {
        Link link = _link!;
        try
        {
            while (link.TakeOutgoing(this) is { IsEmpty: false } bytes)
            {
                Volatile.Write(ref _bytesTaken, _bytesWritten);
                _isWriting = true;
                while (!bytes.IsEmpty)
                {
                    ReadOnlyMemory<byte> piece = bytes[..Math.Min(bytes.Length, PieceBytes)];
                    await _stream.WriteAsync(piece).ConfigureAwait(false);
                    Volatile.Write(ref _bytesWritten, _bytesWritten + piece.Length);
                    bytes = bytes[piece.Length..];
                }

                _isWriting = false;
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            events.End(link, this, exception.Message);
        }
#pragma warning disable CA1031 // A bug. Nobody else would write what waits, so the link must end.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            events.End(link, this, OwnError(exception));
        }
    }
}
