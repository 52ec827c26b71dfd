namespace Mp.Testing.Tests.Checking;

/// <summary>For each promise a history that keeps it and one that breaks it, as little as shows the difference.</summary>
public sealed class CheckerTests
{
    private const string Lost = "transport_error, b, lost";

    private static Story Ports => new Story().Init("a", "a#1").Init("b", "b#1");

    private static Story Linked => Ports.Up("a", "b").Up("b", "a");

    [Fact]
    public void I1_InTheOrderSent()
    {
        Story good = Linked.Send("a", "a#1", "b#1", 1).Send("a", "a#1", "b#1", 2)
            .Deliver("b", "b#1", "a#1", 1).Deliver("b", "b#1", "a#1", 2);
        Story bad = Linked.Send("a", "a#1", "b#1", 1).Send("a", "a#1", "b#1", 2)
            .Deliver("b", "b#1", "a#1", 2).Deliver("b", "b#1", "a#1", 1);

        Assert.Empty(good.Judge());
        Assert.Equal(["I1"], bad.Judge());
    }

    [Fact]
    public void I1_AKillOvertakesNothing()
    {
        Story sent = Linked.Mon("a", "b#1", 1).Send("a", "a#1", "b#1", 1).Kill("a", "a#1", "b#1", 2);
        Story bad = Linked.Mon("a", "b#1", 1).Send("a", "a#1", "b#1", 1).Kill("a", "a#1", "b#1", 2);

        Assert.Empty(sent.Deliver("b", "b#1", "a#1", 1).Die("b", "b#1", "why", "a#1", 2).Fire("a", "b#1", 1, "why")
            .Quiet().Judge());
        Assert.Equal(["I1"], bad.Die("b", "b#1", "why", "a#1", 2).Fire("a", "b#1", 1, "why").Quiet().Judge());
    }

    [Fact]
    public void I10_WhoIsNew_IsLetInAtOnce_WhenNothingGoesWrongAnyMore()
    {
        static Story Returned() => Linked.Of(HistoryKind.Crash, "b").Of(HistoryKind.Restart, "b", incarnation: 2)
            .Of(HistoryKind.Calm, "*").Init("b", "b#2", incarnation: 2).Send("b", "b#2", "a#1", 1, incarnation: 2);

        Assert.Equal(["I10"], Returned().Wait(4).Quiet().Judge());
        Assert.Empty(Returned().Quiet().Judge());
        Assert.Empty(Returned().Of(HistoryKind.Up, "b", "a", incarnation: 2).Wait(4).Quiet().Judge());
        Assert.Empty(Returned().Of(HistoryKind.Crash, "a").Wait(4).Judge());
    }

    [Fact]
    public void I12_ASilenceThatWasToldOfLate_BeganWhenItSays()
    {
        var options = new CheckerOptions { DetectionBound = TimeSpan.FromSeconds(10) };
        Story Silent(double seconds) => Linked.Wait(10).Of(HistoryKind.Silence, "a", "b", 8 * TimeSpan.TicksPerSecond)
            .Wait(seconds).Down("a", "b").Wait(20).Quiet();

        Assert.DoesNotContain("I12", Silent(0.5).Judge(options));
        Assert.Contains("I12", Silent(2).Judge(options));
    }

    [Fact]
    public void I14_WhatIsSpawned_BeginsBeforeItsMonitorFires()
    {
        static Story Spawned() => Ports.Mon("a", "b#7", 1);

        static Story LostAfter(Story story) =>
            story.Fault("a", "b").Down("a", "b").Fire("a", "b#7", 1, Lost).Init("b", "b#7");

        Assert.Contains("I14", Spawned().Fire("a", "b#7", 1, "no_such_port").Init("b", "b#7").Judge());
        Assert.Equal(["I14"], LostAfter(Spawned()).Judge());
        Assert.Empty(LostAfter(Spawned().Up("a", "b")).Judge());
    }

    [Fact]
    public void I2_AtMostOnce()
    {
        Story bad = Linked.Send("a", "a#1", "b#1", 1).Deliver("b", "b#1", "a#1", 1).Deliver("b", "b#1", "a#1", 1);
        Story unsent = Linked.Deliver("b", "b#1", "a#1", 1);

        Assert.Equal(["I2"], bad.Judge());
        Assert.Equal(["I2"], unsent.Judge());
    }

    [Fact]
    public void I3_NoSilentHole()
    {
        Story Hole() => Linked.Mon("a", "b#1", 1).Send("a", "a#1", "b#1", 1).Fault("a", "b").Down("a", "b");

        Story good = Hole().Fire("a", "b#1", 1, Lost).Send("a", "a#1", "b#1", 2).Deliver("b", "b#1", "a#1", 2);
        Story bad = Hole().Send("a", "a#1", "b#1", 2).Deliver("b", "b#1", "a#1", 2).Fire("a", "b#1", 1, Lost);

        Assert.Empty(good.Quiet().Judge());
        Assert.Equal(["I3"], bad.Quiet().Judge());
    }

    [Fact]
    public void I4_WhatIsLost_MakesMonitorsFire()
    {
        Story SentIntoTheVoid() => Linked.Mon("a", "b#1", 1).Send("a", "a#1", "b#1", 1).Fault("a", "b").Down("a", "b");

        Assert.Empty(SentIntoTheVoid().Fire("a", "b#1", 1, Lost).Quiet().Judge());
        Assert.Equal(["I4"], SentIntoTheVoid().Quiet().Judge());
        Assert.Empty(SentIntoTheVoid().Judge());
    }

    [Fact]
    public void I5_ExactlyOnce_AndNeverAfterItWasWithdrawn()
    {
        Story Dead() => Linked.Mon("a", "b#1", 1).Die("b", "b#1", "why");

        Assert.Empty(Dead().Fire("a", "b#1", 1, "why").Quiet().Judge());
        Assert.Equal(["I5"], Dead().Fire("a", "b#1", 1, "why").Fire("a", "b#1", 1, "why").Quiet().Judge());
        Assert.Equal(["I5"], Dead().Unmon("a", 1).Fire("a", "b#1", 1, "why").Quiet().Judge());
        Assert.Equal(["I5"], Dead().Quiet().Judge());
        Assert.Empty(Dead().Unmon("a", 1).Quiet().Judge());
    }

    [Fact]
    public void I6_NothingRunsInsideACall_NorTwoTurnsAtOnce()
    {
        Story inside = Ports.Enter("a", "a#1", "call").Mon("a", "a#9", 1, "a#1")
            .Fire("a", "a#9", 1, "no_such_port", "a#1").Leave("a", "a#1", "call");
        Story after = Ports.Enter("a", "a#1", "call").Mon("a", "a#9", 1, "a#1").Leave("a", "a#1", "call")
            .Fire("a", "a#9", 1, "no_such_port", "a#1");
        Story twice = Ports.Enter("a", "a#1", "turn").Enter("a", "a#1", "turn");
        Story others = Ports.Enter("a", "a#1", "turn").Enter("b", "b#1", "turn");

        Assert.Equal(["I6"], inside.Judge());
        Assert.Empty(after.Judge());
        Assert.Equal(["I6"], twice.Judge());
        Assert.Empty(others.Judge());
    }

    [Fact]
    public void I7_TheReason_IsThatOfTheDeath()
    {
        Story Dead() => Linked.Mon("a", "b#1", 1).Die("b", "b#1", "killed, 1");

        Assert.Empty(Dead().Fire("a", "b#1", 1, "killed, 1").Quiet().Judge());
        Assert.Equal(["I7"], Dead().Fire("a", "b#1", 1, "killed, 2").Quiet().Judge());
    }

    [Fact]
    public void I8_LastWordsFirst()
    {
        Story Dying() => Linked.Mon("a", "b#1", 1, "a#1").Send("b", "b#1", "a#1", 1).Die("b", "b#1", "why");

        Story good = Dying().Deliver("a", "a#1", "b#1", 1).Fire("a", "b#1", 1, "why", "a#1");
        Story bad = Dying().Fire("a", "b#1", 1, "why", "a#1").Deliver("a", "a#1", "b#1", 1);

        Assert.Empty(good.Quiet().Judge());
        Assert.Equal(["I8"], bad.Quiet().Judge());
    }

    [Fact]
    public void I9_NoName_IsUsedAgain()
    {
        Story again = Ports.Of(HistoryKind.Crash, "b").Of(HistoryKind.Restart, "b", incarnation: 2)
            .Init("b", "b#1", incarnation: 2);
        Story another = Ports.Send("a", "a#1", "b#1", 1).Of(HistoryKind.Crash, "b")
            .Of(HistoryKind.Restart, "b", incarnation: 2).Deliver("b", "b#1", "a#1", 1, incarnation: 2);

        Assert.Equal(["I9"], again.Judge());
        Assert.Equal(["I9"], another.Judge());
        Assert.Empty(Ports.Of(HistoryKind.Crash, "b").Of(HistoryKind.Restart, "b", incarnation: 2)
            .Init("b", "b#2", incarnation: 2).Judge());
    }

    [Fact]
    public void I10_ANewProcess_EndsWhatThereWasWithTheOldOne()
    {
        Story Restarted() => Linked.Mon("a", "b#1", 1).Of(HistoryKind.Crash, "b")
            .Of(HistoryKind.Restart, "b", incarnation: 2).Init("b", "b#2", 2).Send("b", "b#2", "a#1", 1, 2);

        Story good = Restarted().Down("a", "b").Fire("a", "b#1", 1, Lost).Deliver("a", "a#1", "b#2", 1);
        Story bad = Restarted().Deliver("a", "a#1", "b#2", 1).Down("a", "b").Fire("a", "b#1", 1, Lost);

        Assert.Empty(good.Quiet().Judge());
        Assert.Equal(["I10"], bad.Quiet().Judge());
    }

    [Fact]
    public void I10_AfterItWasToldOfTheLoss_APortHearsNothingOfThatLink()
    {
        Story Told() => Linked.Mon("a", "b#1", 1, "a#1").Send("b", "b#1", "a#1", 1).Fault("a", "b").Down("a", "b");

        Story good = Told().Deliver("a", "a#1", "b#1", 1).Fire("a", "b#1", 1, Lost, "a#1");
        Story bad = Told().Fire("a", "b#1", 1, Lost, "a#1").Deliver("a", "a#1", "b#1", 1);

        Assert.Empty(good.Judge());
        Assert.Equal(["I10"], bad.Judge());
    }

    [Fact]
    public void I10_WhatWaitedForALostLink_DoesNotComeOverTheNext()
    {
        var options = new CheckerOptions { IsVirtualTime = true };
        Story Lossy() => Linked.Send("a", "a#1", "b#1", 1).Fault("a", "b").Down("a", "b").Down("b", "a");

        Story good = Lossy().Deliver("b", "b#1", "a#1", 1).Up("b", "a").Up("a", "b");
        Story bad = Lossy().Up("b", "a").Up("a", "b").Deliver("b", "b#1", "a#1", 1);

        Assert.Empty(good.Judge(options));
        Assert.Equal(["I10"], bad.Judge(options));
        Assert.Empty(bad.Judge());
    }

    [Fact]
    public void I11_WithoutAFault_NoLinkIsLost()
    {
        Assert.Equal(["I11"], Linked.Down("a", "b").Judge());
        Assert.Empty(Linked.Fault("a", "b").Down("a", "b").Judge());
    }

    [Fact]
    public void I12_ASilentPeer_IsGivenUpInTime()
    {
        var options = new CheckerOptions { DetectionBound = TimeSpan.FromSeconds(10) };
        Story Silent() => Linked.Of(HistoryKind.Silence, "a", "b");

        Assert.Empty(Silent().Wait(5).Down("a", "b").Wait(20).Quiet().Judge(options));
        Assert.Equal(["I12"], Silent().Wait(12).Down("a", "b").Wait(20).Quiet().Judge(options));
        Assert.Empty(Silent().Wait(5).Of(HistoryKind.Hearing, "a", "b").Wait(20).Quiet().Judge(options));
    }

    [Fact]
    public void I13_WhereNothingIsWrong_NoLinkIsLost()
    {
        Story third = Linked.Init("c", "c#1").Up("a", "c").Fault("a", "b").Down("a", "c");
        Story untold = Linked.Mon("a", "b#1", 1).Fire("a", "b#1", 1, Lost);

        Assert.Equal(["I13"], third.Judge());
        Assert.Equal(["I13"], untold.Judge());
    }

    [Fact]
    public void I14_WhatWasGivenUp_IsNeverStarted()
    {
        Story Spawned() => new Story().Of(HistoryKind.Spawn, "a").Mon("a", "b#7", 1).Fault("a", "b").Down("a", "b")
            .Fire("a", "b#7", 1, Lost);

        Assert.Empty(Spawned().Quiet().Judge());
        Assert.Equal(["I14"], Spawned().Init("b", "b#7").Judge());
    }

    [Fact]
    public void I15_WhatIsDead_IsUnknown()
    {
        Story Dead() => Ports.Die("b", "b#1", "why").Mon("a", "b#1", 1);

        Assert.Empty(Dead().Fire("a", "b#1", 1, "no_such_port, b#1").Quiet().Judge());
        Assert.Equal(["I15"], Dead().Fire("a", "b#1", 1, "why").Quiet().Judge());
        Assert.Equal(["I5"], Dead().Quiet().Judge());
    }

    [Fact]
    public void I16_WhatACallbackSends_IsNotLostEither()
    {
        Story told = Linked.Mon("a", "b#1", 1).Fault("a", "b").Down("a", "b").Enter("a", "", "callback")
            .Fire("a", "b#1", 1, Lost).Mon("a", "b#1", 2).Send("a", "a#1", "b#1", 1).Leave("a", "", "callback");

        Assert.Equal(["I16"], told.Quiet().Judge());
    }

    [Fact]
    public void I17_NoDeathIsTold_ThatWasNot()
    {
        Story Twice() => Linked.Mon("a", "b#1", 1).Unmon("a", 1).Mon("a", "b#1", 2);

        Assert.Equal(["I17"], Twice().Fire("a", "b#1", 2, "why").Judge());
        Assert.Equal(["I17"], Twice().Fire("a", "b#1", 2, "no_such_port, b#1").Judge());
        Assert.Empty(Twice().Die("b", "b#1", "why").Fire("a", "b#1", 2, "why").Judge());
    }

    [Fact]
    public void I18_WhoeverThrows_KeepsNobodyFromBeingTold()
    {
        Story Thrown() => Linked.Mon("a", "b#1", 1).Mon("a", "b#1", 2).Die("b", "b#1", "why")
            .Fire("a", "b#1", 1, "why").Of(HistoryKind.Throw, "a", number: 1);

        Assert.Empty(Thrown().Fire("a", "b#1", 2, "why").Quiet().Judge());
        Assert.Equal(["I18"], Thrown().Quiet().Judge());
    }

    [Fact]
    public void I20_ANode_EndsInTime()
    {
        Assert.Empty(Ports.Of(HistoryKind.Stop, "a").Wait(4).Of(HistoryKind.Stopped, "a").Quiet().Judge());
        Assert.Equal(["I20"], Ports.Of(HistoryKind.Stop, "a").Wait(6).Of(HistoryKind.Stopped, "a").Judge());
        Assert.Equal(["I20"], Ports.Of(HistoryKind.Stop, "a").Quiet().Judge());
    }

    [Fact]
    public void I21_WhenAllIsWellAgain_EverythingArrives()
    {
        Story Late(double seconds) => Linked.Fault("a", "b").Of(HistoryKind.Calm, "*").Wait(seconds)
            .Send("a", "a#1", "b#1", 1);

        Assert.Empty(Late(70).Deliver("b", "b#1", "a#1", 1).Quiet().Judge());
        Assert.Empty(Late(10).Quiet().Judge());
        Assert.Equal(["I21"], Late(70).Quiet().Judge());
    }

    [Fact]
    public void AnErrorThatNothingExplains_IsReported() =>
        Assert.Equal(["error"], Ports.Of(HistoryKind.Error, "a").Judge());
}
