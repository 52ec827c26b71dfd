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
/// <param name="dialled">The link that it was dialled for, or none if the peer dialled.</param>
internal sealed class LinkConnection(
    ITransportConnection transport,
    ConnectionOptions options,
    ILinkEvents events,
    Link? dialled) : ILinkConnection, IThreadPoolWorkItem
{
    private readonly ReceiveBuffer _received = new();
    private readonly MessageArena _arena = new();
    private readonly ArrayBufferWriter<byte> _handshakeOutput = new();
    private readonly bool _isDialled = dialled is not null;
    private Link? _link = dialled;
    private IFrameReader? _frames;
    private bool _isAuthenticating;

    /// <summary>The other end, for logs.</summary>
    public string RemoteEndPoint => transport.RemoteEndPoint.ToString();

    /// <summary>Why the handshake failed, for the log: a sentence's end.</summary>
    public string FailureReason { get; private set; } = "";

    /// <inheritdoc/>
    public void RequestFlush() => options.Scheduler.Schedule(this);

    /// <inheritdoc/>
    // Disposing a connection closes it at once; there is nothing to wait for.
    public void Abort() => options.Watch(CloseAsync());

    /// <summary>Writes what the link has gathered, until there is nothing left.</summary>
    public void Execute() => options.Watch(FlushAsync());

    /// <summary>Introduces the node, and learns whether the peer is genuine.</summary>
    /// <returns>
    /// The link that the connection is now the epoch of; nothing if the connection was closed, for
    /// <see cref="FailureReason"/>.
    /// </returns>
    public async Task<Link?> OpenAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(options.HandshakeTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        Link? link = null;
        bool isHopeless = false;
        try
        {
            link = await HandshakeAsync(either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or MessageEncodingException)
        {
            FailureReason = exception.Message;
            isHopeless = exception is MessageEncodingException;
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            FailureReason = deadline.IsCancellationRequested
                ? $"the handshake took longer than {options.HandshakeTimeout}"
                : "the connection was closed";
        }
#pragma warning disable CA1031 // A bug, here or in a transport. The connection must be closed all the same.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FailureReason = OwnError(exception);
        }

        if (link is null)
        {
            Abort();
            Leave(isHopeless);
        }

        return link;
    }

    /// <summary>Reads frames until the connection is lost. To be called once the link is open.</summary>
    /// <returns>Why it ended.</returns>
    public async Task<string> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (DeliverFrames())
            {
                if (!await _received.FillAsync(transport.Stream, cancellationToken).ConfigureAwait(false))
                {
                    return "the peer closed the connection";
                }
            }

            return "the connection was closed";
        }
        catch (Exception exception) when (exception is IOException or WireFormatException)
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

    // The connection has failed before anybody read from it.
    private void Leave(bool isHopeless)
    {
        if (_link is not { } link)
        {
            return;
        }

        // The second does nothing unless the connection was the link's already.
        link.EndAuthentication(this);
        events.End(link, this, FailureReason);
        if (isHopeless)
        {
            // What waits can't be expressed to this peer, however often one tries.
            events.GiveUp(link, link.Attempt, FailureReason);
        }
    }

    private string OwnError(Exception exception)
    {
        LinkLog.PumpFailed(options.Log, exception);
        return "an error of this program; see its log";
    }

    private async Task CloseAsync() => await transport.DisposeAsync().ConfigureAwait(false);

    // Returns whether more may come.
    private bool DeliverFrames()
    {
        IFrameReader frames = _frames!;
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
                var message = new WireMessage(_arena.Keep(frame.Elements), frame.Count, frames.Dialect);
                events.Receive(_link, frame.PortName, message);
            }

            _received.Consume(consumed);
        }
        while (isFrame);
        return true;
    }

    private async Task<Link?> HandshakeAsync(CancellationToken cancellationToken)
    {
        HandshakeRole role = _isDialled ? HandshakeRole.Connector : HandshakeRole.Acceptor;
        byte[] random = options.RandomBytes(Handshake.NonceBytes);
        using OutstandingNonce nonce = options.Nonces.Add(Handshake.NonceOf(random));
        var handshake = new Handshake(options.Handshake, role, RemoteEndPoint, nonce.Text);
        handshake.Begin(_handshakeOutput);
        while (true)
        {
            await WriteHandshakeAsync(cancellationToken).ConfigureAwait(false);
            HandshakeState state = handshake.Receive(_received.Unread, out int consumed, _handshakeOutput);
            _received.Consume(consumed);
            if (state == HandshakeState.Failed || !MayAuthenticate(handshake))
            {
                FailureReason = FailureReason.Length > 0 ? FailureReason : handshake.FailureReason;
                return null;
            }

            if (state != HandshakeState.NeedMore)
            {
                return await AttachAsync(handshake, state, cancellationToken).ConfigureAwait(false);
            }

            await WriteHandshakeAsync(cancellationToken).ConfigureAwait(false);
            if (!await _received.FillAsync(transport.Stream, cancellationToken).ConfigureAwait(false))
            {
                FailureReason = "the peer closed the connection during the handshake; have both the same secret?";
                return null;
            }
        }
    }

    // Who dialled sends its authentication first. Before it goes out, the link must know: the peer may complete then.
    private bool MayAuthenticate(Handshake handshake)
    {
        if (_isAuthenticating || !_isDialled || handshake.Peer is not { } peer)
        {
            return true;
        }

        if (!string.Equals(peer.NodeId, _link!.PeerId, StringComparison.Ordinal))
        {
            FailureReason = $"the node there calls itself '{Printable.Of(peer.NodeId)}'; use that ID";
            return false;
        }

        _isAuthenticating = _link.TryBeginAuthentication(this);
        FailureReason = _isAuthenticating ? "" : "there is another connection by now";
        return _isAuthenticating;
    }

    private async Task<Link?> AttachAsync(
        Handshake handshake,
        HandshakeState state,
        CancellationToken cancellationToken)
    {
        _frames = Framings.CreateReader(handshake.ReceiveFraming, options.Limits, handshake.Peer!.IsMp);
        IFrameWriter writer = Framings.WriterOf(handshake.SendFraming);
        bool isAttached;
        if (state == HandshakeState.Authenticated)
        {
            handshake.Accept(_handshakeOutput);
            _link = events.GetLink(handshake.Peer!.NodeId);
            isAttached = _link.TryAccept(this, writer);
        }
        else
        {
            await WriteHandshakeAsync(cancellationToken).ConfigureAwait(false);
            isAttached = _link!.TryComplete(this, writer);
        }

        if (!isAttached)
        {
            FailureReason = "there is another connection with that node";
            return null;
        }

        // The link is up, but tells nobody to flush before the first flush here, so our last line goes out before any
        // frame.
        await WriteHandshakeAsync(cancellationToken).ConfigureAwait(false);
        RequestFlush();
        return _link;
    }

    private async Task WriteHandshakeAsync(CancellationToken cancellationToken)
    {
        if (_handshakeOutput.WrittenCount > 0)
        {
            await transport.Stream.WriteAsync(_handshakeOutput.WrittenMemory, cancellationToken).ConfigureAwait(false);
            _handshakeOutput.ResetWrittenCount();
        }
    }

    private async Task FlushAsync()
    {
        Link link = _link!;
        try
        {
            while (link.TakeOutgoing(this) is { IsEmpty: false } bytes)
            {
                await transport.Stream.WriteAsync(bytes).ConfigureAwait(false);
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
