using Mp.Telemetry;

namespace Mp.Links;

/// <summary>
/// Watches one connection for silence and slowness. A state machine fed with ticks: no clock, no I/O.
/// </summary>
/// <remarks>
/// <para>
/// It compares what has happened at one tick with the tick before, so that whoever sends and receives only counts.
/// Everything is thereby noticed up to one tick late.
/// </para>
/// <para>
/// A process that stood still itself has not listened. If ticks come late, nobody is accused for one interval more:
/// what has arrived meanwhile is read by then.
/// </para>
/// <para>
/// A peer that takes nothing, as it waits for somebody else who takes something, says so
/// (<see cref="HoldUpNotice"/>), and this node says so to whoever waits for it. When nothing moves any more, a node
/// whose ports stand still goes on saying so for half the time that it would itself wait, and one that waits for
/// another node for three times that: so whoever stands still is given up before those who wait for it.
/// </para>
/// </remarks>
/// <param name="limits">How long a peer may be silent or slow.</param>
/// <param name="peerTimeout">
/// After how long a silence the peer takes this node for dead, if it knows of heartbeats.
/// </param>
/// <param name="now">The time, since whenever. It never goes back.</param>
internal sealed class LinkWatch(LinkWatchLimits limits, TimeSpan? peerTimeout, TimeSpan now)
{
    // So many heartbeats fit into the time that the peer allows: one or two may be late.
    private const int HeartbeatsPerTimeout = 3;

    /// <summary>
    /// For how many times <see cref="LinkWatchLimits.WriteTimeout"/> at the most a peer is waited for, by way of
    /// excuses, since something was last known to move.
    /// </summary>
    public const int MostHoldUps = 3;

    // For so many times that time a peer is held up for what others have sent to the port that its last message was
    // for.
    private const int MostForOthers = 30;

    // A sign of life that is due goes out half a pause later at the most.
    private const int TicksPerHeartbeat = 2;

    private readonly TimeSpan _sendAfter =
        peerTimeout is { } timeout && timeout / HeartbeatsPerTimeout < limits.HeartbeatInterval
            ? timeout / HeartbeatsPerTimeout
            : limits.HeartbeatInterval;

    private LinkActivity _seen;
    private TimeSpan _ticked = now;
    private TimeSpan _accusesFrom = now;

    // Since when nothing has come in, nothing has gone out, nothing that is being written was taken, and since when
    // the message that has begun is arriving, with what had come in by then.
    private TimeSpan _silentSince = now;
    private TimeSpan _idleSince = now;
    private TimeSpan _stalledSince = now;
    private TimeSpan _partialSince = now;
    private long _partialFrom;
    private TimeSpan _asked = now;

    // Since when what keeps this node from reading has not moved, and when what it writes was last known to move, here
    // or further on.
    private TimeSpan _heldUpSince = now;
    private TimeSpan _movedAt = now;
    private TimeSpan _toldAt = now;

    // When something of this connection was last seen to move, not just of others before it.
    private TimeSpan _ownMovedAt = now;

    private bool ExpectsSignsOfLife => peerTimeout is not null || limits.ProbeSilentPeers;

    /// <summary>When what is written was last known to move, here or further on.</summary>
    public TimeSpan MovedAt => _movedAt;

    /// <summary>How often to look after a peer that takes this node for dead after such a silence.</summary>
    public static TimeSpan TickFor(TimeSpan peerTimeout) => peerTimeout / HeartbeatsPerTimeout / TicksPerHeartbeat;

    /// <summary>Looks at a connection.</summary>
    /// <param name="now">The time.</param>
    /// <param name="activity">What has happened on the connection so far.</param>
    public LinkVerdict Tick(TimeSpan now, in LinkActivity activity)
    {
        if (now - _ticked > limits.HeartbeatInterval)
        {
            _accusesFrom = now + limits.HeartbeatInterval;
        }

        _ticked = now;
        CompareReading(now, activity);
        CompareWriting(now, activity);
        _seen = activity;
        if (now >= _accusesFrom && Accuse(now) is { } accusation)
        {
            return accusation;
        }

        if (peerTimeout is not null)
        {
            if (MayTellOfHoldUp(now))
            {
                _toldAt = now;
                return new LinkVerdict(LinkVerdictKind.TellOfHoldUp, Age: now - _heldUpSince);
            }

            return new LinkVerdict(
                now - _idleSince >= _sendAfter ? LinkVerdictKind.SendHeartbeat : LinkVerdictKind.Well);
        }

        return limits.ProbeSilentPeers ? Ask(now) : default;
    }

    private void CompareReading(TimeSpan now, in LinkActivity activity)
    {
        // Whoever does not read can't complain of silence.
        if (activity.BytesReceived != _seen.BytesReceived || activity.IsReadingPaused)
        {
            _silentSince = now;
        }

        CompareHoldUp(now, activity);

        if (activity.FramesReceived != _seen.FramesReceived || !activity.HasPartialFrame || activity.IsReadingPaused)
        {
            _partialSince = now;
            _partialFrom = activity.BytesReceived;
        }
    }

    // What waits in ports tells nothing of a link that is waited for, and the other way around.
    private void CompareHoldUp(TimeSpan now, in LinkActivity activity)
    {
        if (!activity.IsReadingPaused
            || activity.FramesReceived != _seen.FramesReceived
            || (activity.OnwardMovedAt is null && activity.Handled != _seen.Handled))
        {
            _heldUpSince = _ownMovedAt = now;
        }
        else if (activity.OnwardMovedAt is { } movedAt)
        {
            _heldUpSince = Later(_heldUpSince, movedAt < now ? movedAt : now);
        }
        else if (activity.PortSteps != _seen.PortSteps && now - _ownMovedAt < limits.WriteTimeout * MostForOthers)
        {
            _heldUpSince = now;
        }
    }

    private void CompareWriting(TimeSpan now, in LinkActivity activity)
    {
        if (activity.BytesWritten != _seen.BytesWritten || activity.IsWriting)
        {
            _idleSince = now;
        }

        if (activity.BytesWritten != _seen.BytesWritten || !activity.IsWriting)
        {
            _stalledSince = _movedAt = now;
        }

        if (activity.HoldUpNotices != _seen.HoldUpNotices)
        {
            _stalledSince = now;
            _movedAt = Later(_movedAt, activity.PeerMovedAt < now ? activity.PeerMovedAt : now);
        }

        // Whoever does not read is not told. As long as what holds it up moves, it will be: but the peer may be dead as
        // well.
        if (activity.IsReadingPaused && now - _movedAt < limits.WriteTimeout * MostHoldUps)
        {
            _stalledSince = Later(_stalledSince, _heldUpSince);
        }
    }

    private bool MayTellOfHoldUp(TimeSpan now)
    {
        TimeSpan longest = limits.WriteTimeout * (_seen.OnwardMovedAt is null ? 0.5 : 1.5);
        return _seen.IsReadingPaused && now - _heldUpSince < longest && now - _toldAt >= limits.Tick;
    }

    private LinkVerdict? Accuse(TimeSpan now)
    {
        if (ExpectsSignsOfLife && now - _silentSince >= limits.HeartbeatTimeout)
        {
            return End(Limit.HeartbeatTimeout, $"nothing was heard for {limits.HeartbeatTimeout}");
        }

        if (now - _stalledSince >= limits.WriteTimeout)
        {
            return End(Limit.WriteTimeout, $"the peer has taken nothing for {limits.WriteTimeout}");
        }

        TimeSpan age = now - _partialSince;
        if (age >= limits.FrameTimeout)
        {
            return End(Limit.FrameTimeout, $"a message was not there after {limits.FrameTimeout}");
        }

        double least = limits.MinFrameBytesPerSecond * (age - limits.FrameGrace).TotalSeconds;
        return _seen.BytesReceived - _partialFrom < least
            ? End(
                Limit.MinFrameBytesPerSecond,
                $"a message came at less than {limits.MinFrameBytesPerSecond} bytes a second")
            : null;
    }

    private LinkVerdict Ask(TimeSpan now)
    {
        if (now - _silentSince < limits.HeartbeatInterval || now - _asked < limits.HeartbeatInterval)
        {
            return default;
        }

        _asked = now;
        return new LinkVerdict(LinkVerdictKind.Ask);
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static LinkVerdict End(Limit limit, string text) => new(LinkVerdictKind.End, limit, text);
}
