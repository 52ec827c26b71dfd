using Mp.Telemetry;

namespace Mp.Links;

/// <content>Whether the peer is still there, and what it is shown of this node.</content>
internal sealed partial class LinkConnection
{
    // What the watch compares from tick to tick. Each is written by one thread at a time, and only counted here.
    private LinkWatch? _watch;
    private long _bytesReceived;
    private long _framesReceived;
    private long _bytesWritten;

    // What was written before what is being written: that is still among what is queued.
    private long _bytesTaken;
    private volatile bool _hasPartialFrame;
    private volatile bool _isReadingPaused;
    private volatile bool _isWriting;
    private long _holdUpNotices;
    private long _peerMovedAt;
    private long _movedAt;

    // How much is written when the last notice is: one after the other, as each says less while it waits.
    private long _noticeWrittenAt;

    /// <inheritdoc/>
    public TimeSpan MovedAt => TimeSpan.FromTicks(Volatile.Read(ref _movedAt));

    private LinkActivity Activity => new()
    {
        BytesReceived = Volatile.Read(ref _bytesReceived),
        FramesReceived = Volatile.Read(ref _framesReceived),
        HasPartialFrame = _hasPartialFrame,
        IsReadingPaused = _isReadingPaused,
        Handled = _window.Handled,
        PortSteps = _inbound?.PortSteps ?? 0,
        OnwardMovedAt = Volatile.Read(ref _holdUp)?.Way.Connection?.MovedAt,
        BytesWritten = Volatile.Read(ref _bytesWritten),
        IsWriting = _isWriting,
        HoldUpNotices = Volatile.Read(ref _holdUpNotices),
        PeerMovedAt = TimeSpan.FromTicks(Volatile.Read(ref _peerMovedAt)),
    };

    /// <inheritdoc/>
    public void Tick(TimeSpan now)
    {
        // Not there for a moment, while the link has the connection already.
        if (Volatile.Read(ref _watch) is not { } watch)
        {
            return;
        }

        LinkVerdict verdict = watch.Tick(now, Activity);
        Volatile.Write(ref _movedAt, watch.MovedAt.Ticks);
        switch (verdict.Kind)
        {
            case LinkVerdictKind.SendHeartbeat:
                events.Act(_link!, _link!.SendHeartbeat(this));
                break;
            case LinkVerdictKind.TellOfHoldUp when !_isWriting || Volatile.Read(ref _bytesWritten) >= _noticeWrittenAt:
                events.Act(_link!, _link!.TrySendOver(this, HoldUpNotice.Of(verdict.Age)));
                _noticeWrittenAt = Volatile.Read(ref _bytesTaken) + _link!.QueuedBytes;
                break;
            case LinkVerdictKind.Ask:
                byte[] question = AliveQuestion.Of(options.Handshake.NodeId, 0);
                events.Act(_link!, _link!.SendOver(this, question));
                break;
            case LinkVerdictKind.End:
                MpMeter.CountLimit(verdict.Limit!.Value);
                events.End(_link!, this, verdict.Text);
                break;
        }
    }

    /// <inheritdoc/>
    public void PeerIsHeldUp(TimeSpan age)
    {
        // Too old to mean anything: so long this node would not wait itself.
        if (age >= options.WatchLimits.WriteTimeout * LinkWatch.MostHoldUps)
        {
            return;
        }

        Volatile.Write(ref _peerMovedAt, (options.Now - age).Ticks);
        Volatile.Write(ref _holdUpNotices, _holdUpNotices + 1);
    }
}
