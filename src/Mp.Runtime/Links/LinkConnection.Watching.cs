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
    private volatile bool _hasPartialFrame;
    private volatile bool _isReadingPaused;
    private volatile bool _isWriting;
    private long _holdUpNotices;
    private long _holdUpAge;
    private long _movedAt;

    /// <inheritdoc/>
    public TimeSpan MovedAt => TimeSpan.FromTicks(Volatile.Read(ref _movedAt));

    private LinkActivity Activity => new()
    {
        BytesReceived = Volatile.Read(ref _bytesReceived),
        FramesReceived = Volatile.Read(ref _framesReceived),
        HasPartialFrame = _hasPartialFrame,
        IsReadingPaused = _isReadingPaused,
        Handled = _window.Handled,
        OnwardMovedAt = Volatile.Read(ref _holdUp)?.Way.Connection?.MovedAt,
        BytesWritten = Volatile.Read(ref _bytesWritten),
        IsWriting = _isWriting,
        HoldUpNotices = Volatile.Read(ref _holdUpNotices),
        HoldUpAge = TimeSpan.FromTicks(Volatile.Read(ref _holdUpAge)),
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
            case LinkVerdictKind.TellOfHoldUp:
                events.Act(_link!, _link!.SendOver(this, HoldUpNotice.Of(verdict.Age)));
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
        Volatile.Write(ref _holdUpAge, age.Ticks);
        Volatile.Write(ref _holdUpNotices, _holdUpNotices + 1);
    }
}
