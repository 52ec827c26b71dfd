using System.Security.Authentication;
using Mp.Telemetry;
using Mp.Transports.Tls;
using Mp.Wire;

namespace Mp.Links;

/// <content>Its beginning: the handshake, and becoming the link's.</content>
internal sealed partial class LinkConnection
{
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
            FailureReason = "the connection was closed";
            if (deadline.IsCancellationRequested)
            {
                MpMeter.CountLimit(Limit.HandshakeTimeout);
                FailureReason = $"the handshake took longer than {options.HandshakeTimeout}";
            }
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

    private async Task<Link?> HandshakeAsync(CancellationToken cancellationToken)
    {
        byte[] random = options.RandomBytes(Handshake.NonceBytes);
        using OutstandingNonce nonce = options.Nonces.Add(Handshake.NonceOf(random));
        var handshake = new Handshake(options.Handshake, role, RemoteEndPoint.ToString(), nonce.Text);
        handshake.Begin(_handshakeOutput);
        while (true)
        {
            await WriteHandshakeAsync(cancellationToken).ConfigureAwait(false);
            HandshakeState state = handshake.Receive(_received.Unread, out int consumed, _handshakeOutput);
            _received.Consume(consumed);
            PeerId = handshake.Peer?.NodeId;
            if (state == HandshakeState.Failed || !MayAuthenticate(handshake))
            {
                IsToItself = handshake.IsToItself;
                FailureReason = FailureReason.Length > 0 ? FailureReason : handshake.FailureReason;
                IsForged = handshake.IsForged;
                return null;
            }

            if (state == HandshakeState.NeedTls)
            {
                await SecureAsync(handshake, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (state != HandshakeState.NeedMore)
            {
                return await AttachAsync(handshake, state, cancellationToken).ConfigureAwait(false);
            }

            await WriteHandshakeAsync(cancellationToken).ConfigureAwait(false);
            if (!await _received.FillAsync(_stream, wanted: 0, cancellationToken).ConfigureAwait(false))
            {
                FailureReason = "the peer closed the connection during the handshake; have both the same secret?";
                return null;
            }
        }
    }

    // What has arrived after the greeting belongs to TLS already.
    private async Task SecureAsync(Handshake handshake, CancellationToken cancellationToken)
    {
        string nodeId = handshake.Peer!.NodeId;
        byte[] arrived = _received.Unread.ToArray();
        _received.Consume(arrived.Length);
        try
        {
            _stream = await SecureStream.OpenAsync(
                _stream,
                arrived,
                options.Tls!,
                handshake.IsTlsClient,
                shown => !options.ChecksCertificateNames || PeerCertificate.IsFor(shown, nodeId),
                cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception) when (exception.InnerException is AuthenticationException)
        {
            IsForged = true;
            throw;
        }

        handshake.ContinueWithinTls(_handshakeOutput);
    }

    // Who dialled sends its authentication first. Before it goes out, the link must know: the peer may complete then.
    private bool MayAuthenticate(Handshake handshake)
    {
        if (_isAuthenticating || role == HandshakeRole.Acceptor || handshake.Peer is not { } peer)
        {
            return true;
        }

        // Dialled without knowing who is there: whoever it is.
        _link ??= events.FindLink(peer.NodeId);
        if (_link is null)
        {
            FailureReason = TooManyNodes();
            return false;
        }

        if (!string.Equals(peer.NodeId, _link.PeerId, StringComparison.Ordinal))
        {
            FailureReason = $"the node there calls itself '{Printable.Of(peer.NodeId)}'; use that ID";
            return false;
        }

        _isAuthenticating = _link.TryBeginAuthentication(this, PeerTraits.Of(peer));
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
        _peer = PeerTraits.Of(handshake.Peer!);
        writer = _peer.NumbersWatches ? writer : new ForeignFrameWriter(writer, !handshake.Peer!.HasNodeProtocol);
        bool isAttached;
        if (state == HandshakeState.Authenticated)
        {
            handshake.Accept(_handshakeOutput);
            isAttached = await AcceptAsync(handshake.Peer!.NodeId, writer, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await WriteHandshakeAsync(cancellationToken).ConfigureAwait(false);
            isAttached = _link!.TryComplete(this, writer);
        }

        if (!isAttached)
        {
            FailureReason = FailureReason.Length > 0 ? FailureReason : "there is another connection with that node";
            return null;
        }

        Volatile.Write(ref _watch, new LinkWatch(options.WatchLimits, _peer.HeartbeatTimeout, options.Now));
        if (options.MayLogOf(_link!.PeerId))
        {
            NodeLog.LinkUp(options.Log, _link.PeerId, transport.RemoteEndPoint.ToString());
        }

        // The link is up, but tells nobody to flush before the first flush here, so our last line goes out before any
        // frame.
        await WriteHandshakeAsync(cancellationToken).ConfigureAwait(false);
        RequestFlush();
        return _link;
    }

    // The peer is genuine. Only now may its connection stand in the way of another, or take its place.
    private async ValueTask<bool> AcceptAsync(
        string nodeId,
        IFrameWriter writer,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            if (events.FindLink(nodeId) is not { } link)
            {
                FailureReason = TooManyNodes();
                return false;
            }

            _link = link;
            Admission admission = link.TryAccept(this, writer, _peer, options.Now);
            switch (admission.Kind)
            {
                case AdmissionKind.Accepted:
                    return true;
                case AdmissionKind.Retired:
                    break;
                case AdmissionKind.TooSoon:
                    MpMeter.CountLimit(Limit.TakeoverInterval);
                    FailureReason = "the connection that there is has replaced another one just now";
                    return false;
                case AdmissionKind.Waits:
                    await Resumption.After(admission.Over!, options.Scheduler)
                        .WaitAsync(cancellationToken)
                        .ConfigureAwait(false);
                    cancellationToken.ThrowIfCancellationRequested();
                    break;
                case AdmissionKind.Replaces:
                    TakeOver(link, admission, "the node was started anew");
                    break;
                case AdmissionKind.Challenges when !await LivesAsync(link, admission, cancellationToken)
                    .ConfigureAwait(false):
                    TakeOver(link, admission, "the node has opened another connection, and this one does not answer");
                    break;
                default:
                    return false;
            }
        }
    }

    private static string TooManyNodes()
    {
        MpMeter.CountLimit(Limit.MaxKnownNodes);
        return "the limit NodeOptions.MaxKnownNodes is reached";
    }

    // The old epoch ends, and its monitors fire, before anything of the new one is delivered.
    private void TakeOver(Link link, Admission admission, string text)
    {
        if (options.MayLogOf(link.PeerId))
        {
            NodeLog.TookOver(options.Log, link.PeerId, RemoteEndPoint.ToString(), text);
        }

        MpMeter.CountTakeover();
        events.End(link, admission.Current!, text);
    }

    // Whether the connection that there is lives. It may be lost meanwhile, and then does not.
    private async ValueTask<bool> LivesAsync(Link link, Admission admission, CancellationToken cancellationToken)
    {
        Challenge challenge = admission.Challenge!;
        byte[] question = AliveQuestion.Of(options.Handshake.NodeId, challenge.Token);
        events.Act(link, link.SendOver(admission.Current!, question));
        using var due = new CancellationTokenSource(options.TakeoverProbeTimeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, due.Token);
        using CancellationTokenRegistration silence = either.Token.Register(() => challenge.Settle(lives: false));
        await Resumption.After(challenge.Answer, options.Scheduler).ConfigureAwait(false);
        link.Withdraw(challenge);
        cancellationToken.ThrowIfCancellationRequested();
        bool lives = await challenge.Answer.ConfigureAwait(false);
        if (!lives && due.IsCancellationRequested)
        {
            MpMeter.CountLimit(Limit.TakeoverProbeTimeout);
        }

        return lives;
    }

    private async Task WriteHandshakeAsync(CancellationToken cancellationToken)
    {
        if (_handshakeOutput.WrittenCount > 0)
        {
            await _stream.WriteAsync(_handshakeOutput.WrittenMemory, cancellationToken).ConfigureAwait(false);
            _handshakeOutput.ResetWrittenCount();
        }
    }
}
