using Mp.Links;
using Mp.Telemetry;

namespace Mp.Runtime.Tests.Links;

public sealed class LinkWatchTests
{
    private static readonly LinkWatchLimits Limits = new NodeOptions().LinkWatchLimits;
    private static readonly TimeSpan Tick = Limits.Tick;

    private TimeSpan _now = TimeSpan.FromDays(3);
    private LinkActivity _activity;

    [Fact]
    public void SilentPeer_ThatKnowsOfHeartbeats_IsDeadAfterTheTimeout()
    {
        LinkWatch watch = Watch(Seconds(7.5));

        List<LinkVerdict> verdicts = Run(watch, Seconds(7.5), Talk);

        Assert.DoesNotContain(verdicts[..^1], static verdict => verdict.Kind == LinkVerdictKind.End);
        Assert.Equal(LinkVerdictKind.End, verdicts[^1].Kind);
        Assert.Equal(Limit.HeartbeatTimeout, verdicts[^1].Limit);
    }

    [Fact]
    public void SilentPeer_ThatKnowsOfNone_IsLeftAlone_AndSentNothing()
    {
        LinkWatch watch = Watch(null);

        List<LinkVerdict> verdicts = Run(watch, TimeSpan.FromHours(1), static () => { });

        Assert.All(verdicts, static verdict => Assert.Equal(LinkVerdictKind.Well, verdict.Kind));
    }

    [Fact]
    public void SilentPeer_ThatKnowsOfNone_IsAskedEachInterval_AndDead_IfTheOptionSaysSo()
    {
        LinkWatch watch = new(Limits with { ProbeSilentPeers = true }, null, _now);

        List<LinkVerdict> verdicts = Run(watch, Seconds(7.5), Talk);

        Assert.Equal(2, verdicts.Count(static verdict => verdict.Kind == LinkVerdictKind.Ask));
        Assert.Equal(LinkVerdictKind.End, verdicts[^1].Kind);
    }

    [Fact]
    public void PeerThatIsHeard_IsNeverAsked_NorDead()
    {
        LinkWatch watch = new(Limits with { ProbeSilentPeers = true }, null, _now);

        List<LinkVerdict> verdicts = Run(watch, TimeSpan.FromMinutes(10), Listen);

        Assert.All(verdicts, static verdict => Assert.Equal(LinkVerdictKind.Well, verdict.Kind));
    }

    [Theory]
    [InlineData(7.5, 5)]
    [InlineData(1.5, 1)]
    public void IdleNode_SendsHeartbeats_AsOftenAsThePeerNeedsThem(double peerTimeout, int ticks)
    {
        LinkWatch watch = Watch(Seconds(peerTimeout));

        List<LinkVerdict> verdicts = Run(watch, ticks * Tick, Listen);

        Assert.Equal(LinkVerdictKind.SendHeartbeat, verdicts[^1].Kind);
        Assert.Single(verdicts, static verdict => verdict.Kind == LinkVerdictKind.SendHeartbeat);
    }

    [Fact]
    public void BusyNode_SendsNoHeartbeats()
    {
        LinkWatch watch = Watch(Seconds(7.5));

        List<LinkVerdict> verdicts = Run(watch, TimeSpan.FromMinutes(1), Both);

        Assert.All(verdicts, static verdict => Assert.Equal(LinkVerdictKind.Well, verdict.Kind));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(60)]
    [InlineData(100_000)]
    public void ProcessThatStoodStill_AccusesNobody_WhoIsHeardWithinAnInterval(double seconds)
    {
        LinkWatch watch = Watch(Seconds(7.5));
        Run(watch, 3 * Tick, Talk);
        _now += TimeSpan.FromSeconds(seconds);
        Assert.NotEqual(LinkVerdictKind.End, watch.Tick(_now, _activity).Kind);

        _now += Tick;
        Listen();

        Assert.NotEqual(LinkVerdictKind.End, watch.Tick(_now, _activity).Kind);
        Assert.DoesNotContain(Run(watch, Seconds(5), Talk), static verdict => verdict.Kind == LinkVerdictKind.End);
    }

    [Fact]
    public void ProcessThatStoodStill_AccusesAPeerThatIsStillSilent_AnIntervalLater()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        Run(watch, 3 * Tick, Talk);
        _now += Seconds(60);
        Assert.NotEqual(LinkVerdictKind.End, watch.Tick(_now, _activity).Kind);

        List<LinkVerdict> verdicts = Run(watch, Limits.HeartbeatInterval, Talk);

        Assert.DoesNotContain(verdicts[..^1], static verdict => verdict.Kind == LinkVerdictKind.End);
        Assert.Equal(LinkVerdictKind.End, verdicts[^1].Kind);
    }

    [Fact]
    public void NodeThatDoesNotRead_DoesNotComplainOfSilence()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { IsReadingPaused = true, HasPartialFrame = true };

        List<LinkVerdict> verdicts = Run(watch, TimeSpan.FromMinutes(5), Talk);

        Assert.DoesNotContain(verdicts, static verdict => verdict.Kind == LinkVerdictKind.End);
    }

    [Fact]
    public void PeerThatTakesNothing_EndsTheLink()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { IsWriting = true };

        List<LinkVerdict> verdicts = Run(watch, Limits.WriteTimeout, Listen);

        Assert.DoesNotContain(verdicts[..^1], static verdict => verdict.Kind == LinkVerdictKind.End);
        Assert.Equal(Limit.WriteTimeout, verdicts[^1].Limit);
    }

    [Fact]
    public void NodeThatDoesNotRead_SaysSo_AsLongAsWhatHoldsItUpMoves_AndForHalfTheTimeoutMore()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { IsReadingPaused = true };

        List<LinkVerdict> moving = Run(
            watch,
            TimeSpan.FromMinutes(1),
            () => _activity = _activity with { Handled = _activity.Handled + 1 });
        List<LinkVerdict> still = Run(watch, Limits.WriteTimeout, static () => { });

        Assert.All(moving, static verdict =>
            Assert.Equal((LinkVerdictKind.TellOfHoldUp, default), (verdict.Kind, verdict.Age)));
        int told = (int)(Limits.WriteTimeout / 2 / Tick) - 1;
        Assert.Equal(
            Enumerable.Range(1, told).Select(static tick => tick * Tick),
            still.Take(told).Select(static verdict => verdict.Age));
        Assert.All(still.Skip(told), static verdict => Assert.NotEqual(LinkVerdictKind.TellOfHoldUp, verdict.Kind));
    }

    [Fact]
    public void NodeThatDoesNotRead_SaysNothingToAPeerThatWouldNotUnderstand()
    {
        LinkWatch watch = Watch(null);
        _activity = _activity with { IsReadingPaused = true };

        Assert.All(
            Run(watch, Seconds(1), static () => { }),
            static verdict => Assert.Equal(LinkVerdictKind.Well, verdict.Kind));
    }

    [Fact]
    public void NodeThatIsHeldUpByALink_SaysHowOldTheMovementThereIs()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { IsReadingPaused = true };
        Run(watch, Seconds(3), static () => { });
        TimeSpan moved = _now - Seconds(1);
        _activity = _activity with { OnwardMovedAt = moved };

        LinkVerdict verdict = Run(watch, Tick, static () => { })[0];

        Assert.Equal((LinkVerdictKind.TellOfHoldUp, _now - moved), (verdict.Kind, verdict.Age));
    }

    [Fact]
    public void PeerThatSaysThatItIsHeldUp_IsGivenTheWriteTimeoutAnew_EachTime()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { IsWriting = true };

        List<LinkVerdict> told = Run(watch, TimeSpan.FromMinutes(1), () => SayHeldUp(default));
        List<LinkVerdict> silent = Run(watch, Limits.WriteTimeout, Listen);

        Assert.DoesNotContain(told, static verdict => verdict.Kind == LinkVerdictKind.End);
        Assert.DoesNotContain(silent[..^1], static verdict => verdict.Kind == LinkVerdictKind.End);
        Assert.Equal(Limit.WriteTimeout, silent[^1].Limit);
    }

    [Fact]
    public void WhatIsHeldUpFurtherOn_GrowsOld_WhileItIsPassedOn()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { IsWriting = true };
        Run(watch, Seconds(4), Listen);
        TimeSpan moved = watch.MovedAt;

        Run(watch, Tick, () => SayHeldUp(Seconds(30)));
        Assert.Equal(moved, watch.MovedAt);
        Run(watch, Tick, () => SayHeldUp(Seconds(1)));
        Assert.Equal(_now - Seconds(1), watch.MovedAt);
    }

    [Fact]
    public void NodeThatDoesNotReadEither_GivesThePeerLonger_AsItWouldNotHearOfAHoldUp()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { IsWriting = true, IsReadingPaused = true };
        void Handle() => _activity = _activity with { Handled = _activity.Handled + 1 };

        List<LinkVerdict> first = Run(watch, Limits.WriteTimeout * LinkWatch.MostHoldUps, Handle);
        List<LinkVerdict> last = Run(watch, Limits.WriteTimeout, Handle);

        Assert.DoesNotContain(first, static verdict => verdict.Kind == LinkVerdictKind.End);
        Assert.Equal(Limit.WriteTimeout, last[^1].Limit);
    }

    [Fact]
    public void NodeThatPassesOn_SaysSo_AsLongAsItWouldWaitItself()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { IsReadingPaused = true, OnwardMovedAt = _now };

        List<LinkVerdict> verdicts = Run(watch, Limits.WriteTimeout * 2, static () => { });

        Assert.Equal(
            (int)(Limits.WriteTimeout * 1.5 / Tick) - 1,
            verdicts.Count(static verdict => verdict.Kind == LinkVerdictKind.TellOfHoldUp));
    }

    [Fact]
    public void MessageThatIsTaken_AndOneThatIsPassedOn_AreMovement()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { IsReadingPaused = true };
        Run(watch, Limits.WriteTimeout, static () => { });

        _activity = _activity with { FramesReceived = 1 };

        LinkVerdict verdict = Run(watch, Tick, static () => { })[0];
        Assert.Equal((LinkVerdictKind.TellOfHoldUp, default), (verdict.Kind, verdict.Age));
    }

    [Fact]
    public void PortThatGetsOnWithWhatOthersHaveSent_IsMovement_ButNotForEver()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { IsReadingPaused = true };
        void Step() => _activity = _activity with { PortSteps = _activity.PortSteps + 1 };

        List<LinkVerdict> first = Run(watch, Limits.WriteTimeout * 29, Step);
        List<LinkVerdict> last = Run(watch, Limits.WriteTimeout * 2, Step);

        Assert.All(first, static verdict =>
            Assert.Equal((LinkVerdictKind.TellOfHoldUp, default), (verdict.Kind, verdict.Age)));
        Assert.NotEqual(LinkVerdictKind.TellOfHoldUp, last[^1].Kind);
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    public void NodesInACircle_EachWaitingForTheNext_DoNotKeepEachOtherWaiting(params int[] order)
    {
        // Each node writes to the next one, which does not read, as what comes over that connection is to go on.
        LinkWatch[] writing = [Watch(Seconds(7.5)), Watch(Seconds(7.5)), Watch(Seconds(7.5))];
        LinkWatch[] reading = [Watch(Seconds(7.5)), Watch(Seconds(7.5)), Watch(Seconds(7.5))];
        var activities = new LinkActivity[3];
        Array.Fill(activities, new LinkActivity { IsWriting = true });
        TimeSpan end = _now + (Limits.WriteTimeout * 4);
        bool hasEnded = false;
        while (!hasEnded && _now < end)
        {
            foreach (int node in order)
            {
                _now += Tick / 3;
                activities[node] = activities[node] with { BytesReceived = activities[node].BytesReceived + 1 };
                hasEnded |= writing[node].Tick(_now, activities[node]).Kind == LinkVerdictKind.End;
                var paused = new LinkActivity { IsReadingPaused = true, OnwardMovedAt = writing[node].MovedAt };
                if (reading[node].Tick(_now, paused) is { Kind: LinkVerdictKind.TellOfHoldUp } notice)
                {
                    int former = (node + 2) % 3;
                    activities[former] = activities[former] with
                    {
                        HoldUpNotices = activities[former].HoldUpNotices + 1,
                        PeerMovedAt = _now - notice.Age,
                    };
                }
            }
        }

        Assert.True(hasEnded);
    }

    [Fact]
    public void PeerThatTakesALittleNowAndThen_IsAllRight()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { IsWriting = true };

        List<LinkVerdict> verdicts = Run(watch, TimeSpan.FromMinutes(5), Both);

        Assert.All(verdicts, static verdict => Assert.Equal(LinkVerdictKind.Well, verdict.Kind));
    }

    [Theory]
    [InlineData(1, 6, Limit.MinFrameBytesPerSecond)]
    [InlineData(100_000, 30, Limit.FrameTimeout)]
    public void MessageThatArrivesTooSlowly_EndsTheLink(int bytesATick, double seconds, object limit)
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { HasPartialFrame = true };

        List<LinkVerdict> verdicts = Run(watch, Seconds(seconds), () => Receive(bytesATick));

        Assert.Contains(verdicts, static verdict => verdict.Kind == LinkVerdictKind.End);
        Assert.Equal((Limit)limit, verdicts.First(static verdict => verdict.Kind == LinkVerdictKind.End).Limit);
        TimeSpan before = Seconds(seconds) - (2 * Tick);
        Assert.All(
            verdicts.Take((int)(before / Tick)),
            static verdict => Assert.NotEqual(LinkVerdictKind.End, verdict.Kind));
    }

    [Fact]
    public void MessagesThatEachComeInTime_AreAllRight_HoweverManyHaveBegun()
    {
        LinkWatch watch = Watch(Seconds(7.5));
        _activity = _activity with { HasPartialFrame = true };

        List<LinkVerdict> verdicts = Run(
            watch,
            TimeSpan.FromMinutes(5),
            () =>
            {
                Both();
                _activity = _activity with { FramesReceived = _activity.FramesReceived + 1 };
            });

        Assert.All(verdicts, static verdict => Assert.Equal(LinkVerdictKind.Well, verdict.Kind));
    }

    [Fact]
    public void Defaults_NoticeWithinTenSeconds_AndTheFastProfileWithinTwo()
    {
        LinkWatchLimits fast = new NodeOptions().WithFastHeartbeats().LinkWatchLimits;

        Assert.True(Limits.HeartbeatTimeout + Limits.Tick <= Seconds(10));
        Assert.True(fast.HeartbeatTimeout + fast.Tick <= Seconds(2));
    }

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private LinkWatch Watch(TimeSpan? peerTimeout) => new(Limits, peerTimeout, _now);

    // What the peer and the node do in each tick.
    private void Listen() => Receive(1);

    private void Receive(int bytes) =>
        _activity = _activity with { BytesReceived = _activity.BytesReceived + bytes };

    private void Talk() => _activity = _activity with { BytesWritten = _activity.BytesWritten + 1 };

    private void SayHeldUp(TimeSpan age)
    {
        Listen();
        _activity = _activity with { HoldUpNotices = _activity.HoldUpNotices + 1, PeerMovedAt = _now - age };
    }

    private void Both()
    {
        Listen();
        Talk();
    }

    private List<LinkVerdict> Run(LinkWatch watch, TimeSpan time, Action eachTick)
    {
        List<LinkVerdict> verdicts = [];
        for (TimeSpan end = _now + time; _now < end;)
        {
            _now += Tick;
            eachTick();
            verdicts.Add(watch.Tick(_now, _activity));
        }

        return verdicts;
    }
}
