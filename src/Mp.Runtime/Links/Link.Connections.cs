using Mp.Wire;

namespace Mp.Links;

/// <content>Which connection is the link's.</content>
internal sealed partial class Link
{
    // A connection of ours on which our authentication has gone out: the peer may complete it any moment.
    private ILinkConnection? _authenticating;
    private PeerTraits _authenticatingPeer = PeerTraits.None;

    // Who is at the other end of the connection that there is, and the question that it was put, if it was.
    private PeerTraits _peer = PeerTraits.None;
    private Challenge? _challenge;
    private long _lastToken;
    private TimeSpan? _takenOverAt;

    /// <summary>The other node is wanted up, whether or not anything is to be sent to it.</summary>
    public LinkAction Connect()
    {
        lock (_gate)
        {
            if (_state == LinkState.Retired)
            {
                return LinkAction.Retired;
            }

            return _state == LinkState.Idle ? BeginAttempt() : LinkAction.None;
        }
    }

    /// <summary>Somebody begins to dial.</summary>
    /// <returns>The attempt that it is for; 0 if nobody is to dial any more, or somebody else does.</returns>
    public int BeginDialling()
    {
        lock (_gate)
        {
            int dialledFor = _isDialled ? 0 : _dialledFor;
            _isDialled = true;
            return dialledFor;
        }
    }

    /// <summary>The attempt that somebody dials for by now; 0 if the link does not want it any more.</summary>
    /// <param name="dialledFor">The attempt that it began with.</param>
    public int AttemptOf(int dialledFor)
    {
        lock (_gate)
        {
            return _state == LinkState.Connecting && _dialledFor == dialledFor && dialledFor != 0 ? Attempt : 0;
        }
    }

    /// <summary>Ends the dialling, unless the link wants it again by now.</summary>
    /// <param name="dialledFor">The attempt that it began with.</param>
    /// <returns><see langword="false"/> if it is to go on.</returns>
    public bool TryEndDialling(int dialledFor)
    {
        lock (_gate)
        {
            if (dialledFor == 0 || _dialledFor != dialledFor)
            {
                return true;
            }

            if (_state == LinkState.Connecting)
            {
                return false;
            }

            _dialledFor = 0;
            return true;
        }
    }

    /// <summary>Our authentication is about to go out on a connection that we dialled.</summary>
    /// <returns>
    /// <see langword="false"/> if there is a connection by now, or may be one any moment; this one is to be closed.
    /// </returns>
    public bool TryBeginAuthentication(ILinkConnection connection, PeerTraits peer)
    {
        lock (_gate)
        {
            if (_authenticating is not null || _state is LinkState.Up or LinkState.Ending or LinkState.Retired)
            {
                return false;
            }

            _authenticating = connection;
            _authenticatingPeer = peer;
            return true;
        }
    }

    /// <summary>A connection that we dialled has failed.</summary>
    public void EndAuthentication(ILinkConnection connection)
    {
        lock (_gate)
        {
            if (_authenticating == connection)
            {
                _authenticating = null;
            }
        }
    }

    /// <summary>The peer has completed a connection that we dialled: it is the link's from now on.</summary>
    /// <returns><see langword="false"/> if another one came first; this one is to be closed.</returns>
    /// <exception cref="MessageEncodingException">What waits can't be expressed in the peer's framing.</exception>
    public bool TryComplete(ILinkConnection connection, IFrameWriter frames)
    {
        lock (_gate)
        {
            return _authenticating == connection && TryAttach(connection, frames, _authenticatingPeer);
        }
    }

    /// <summary>A genuine peer has dialled us: says what is to become of its connection.</summary>
    /// <remarks>
    /// <para>
    /// When two nodes of Mp dial at once, the connection that the node with the smaller ID dialled survives, on both
    /// sides. The peer completes ours only while it has not let us complete its own, so exactly one is left and nothing
    /// was sent on the other. Others complete whatever they are offered; so they are never offered a second.
    /// </para>
    /// <para>
    /// A later life of the node replaces the connection of an earlier one. Another connection from the same life comes
    /// from a node that has lost the one there is, or is left over from dialling at the same time: the one there is is
    /// asked.
    /// </para>
    /// </remarks>
    /// <param name="connection">The connection.</param>
    /// <param name="frames">The framing to send in.</param>
    /// <param name="peer">Who is there.</param>
    /// <param name="now">The time, since whenever. It never goes back.</param>
    /// <exception cref="MessageEncodingException">What waits can't be expressed in the peer's framing.</exception>
    public Admission TryAccept(ILinkConnection connection, IFrameWriter frames, PeerTraits peer, TimeSpan now)
    {
        lock (_gate)
        {
            switch (_state)
            {
                case LinkState.Retired:
                    return new Admission(AdmissionKind.Retired);
                case LinkState.Up:
                    return Judge(peer, now);
                case LinkState.Ending:
                    _over ??= new TaskCompletionSource();
                    return new Admission(AdmissionKind.Waits, Over: _over.Task);
                case var _ when _authenticating is not null && OursHasPrecedence(peer):
                    return default;
                default:
                    return new Admission(
                        TryAttach(connection, frames, peer) ? AdmissionKind.Accepted : AdmissionKind.Refused);
            }
        }
    }

    /// <summary>The peer has answered a question: its connection lives.</summary>
    public void Answer(long token)
    {
        lock (_gate)
        {
            if (_challenge?.Token == token)
            {
                _challenge.Settle(lives: true);
                _challenge = null;
            }
        }
    }

    /// <summary>Nobody waits for the answer to a question any more.</summary>
    public void Withdraw(Challenge challenge)
    {
        lock (_gate)
        {
            if (_challenge == challenge)
            {
                _challenge = null;
            }
        }
    }

    // Whoever dials already dials for this attempt too: what overflows again and again is not dialled for each time.
    private LinkAction BeginAttempt()
    {
        _state = LinkState.Connecting;
        Attempt++;
        if (_dialledFor != 0)
        {
            return LinkAction.None;
        }

        _dialledFor = Attempt;
        _isDialled = false;
        return LinkAction.Connect;
    }

    // There is something to be told already: it ends before anybody dials.
    private LinkAction BeginLostAttempt()
    {
        _state = LinkState.Connecting;
        Attempt++;
        return LinkAction.Overflow(null);
    }

    private bool OursHasPrecedence(PeerTraits peer)
    {
        if (peer.Incarnation is not { } incarnation)
        {
            return true;
        }

        // Ours may lead to a life of the node that is over.
        return string.CompareOrdinal(ownId, peerId) < 0
            && !(_authenticatingPeer.Incarnation is { } earlier && incarnation.IsLaterThan(earlier));
    }

    private Admission Judge(PeerTraits peer, TimeSpan now)
    {
        if (peer.Incarnation is { } incarnation && _peer.Incarnation is { } present && incarnation.IsLaterThan(present))
        {
            if (now - _takenOverAt < limits.MinTakeoverInterval)
            {
                return new Admission(AdmissionKind.TooSoon);
            }

            _takenOverAt = now;
            return new Admission(AdmissionKind.Replaces, _connection);
        }

        if (_challenge is not null)
        {
            return default;
        }

        _challenge = new Challenge(++_lastToken);
        return new Admission(AdmissionKind.Challenges, _connection, _challenge);
    }

    private bool TryAttach(ILinkConnection connection, IFrameWriter frames, PeerTraits peer)
    {
        if (_hasOverflowed || _state is LinkState.Up or LinkState.Ending or LinkState.Retired)
        {
            return false;
        }

        try
        {
            _pending.DrainTo(body => frames.Write(body.Span, _outgoing));
        }
        catch
        {
            // Those before it still wait, and must not go out twice.
            _outgoing.Reset();
            throw;
        }

        _authenticating = null;
        _dialledFor = 0;
        _frames = frames;
        _connection = connection;
        _peer = peer;
        _state = LinkState.Up;
        Account();

        // Until the connection says that it can write, nobody needs to tell it to.
        _outgoing.IsFlushing = true;
        Complete(ref _room);
        return true;
    }
}
