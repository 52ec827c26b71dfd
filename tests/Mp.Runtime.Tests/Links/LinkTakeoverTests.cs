using Mp.Links;
using Mp.Monitoring;

namespace Mp.Runtime.Tests.Links;

/// <summary>Which of two connections with the same node is kept.</summary>
public sealed class LinkTakeoverTests
{
    private static readonly PeerTraits Stranger = PeerTraits.None;

    private readonly Link _link = LinkFixture.Create("m", "z");
    private readonly FakeConnection _first = new();
    private readonly FakeConnection _second = new();

    [Fact]
    public void LaterLife_Replaces_AfterTheMonitorsOfTheEarlierOneWereTaken()
    {
        var monitor = new PortMonitor(static (_, _) => { });
        Accept(_first, LinkFixture.Peer);
        _link.AddMonitor("port", monitor, 1, "mon1"u8);

        Admission admission = Accept(_second, LinkFixture.PeerAgain);
        EpochEnd end = _link.End(admission.Current!)!;
        _link.Ended();

        Assert.Equal(AdmissionKind.Replaces, admission.Kind);
        Assert.Same(_first, admission.Current);
        Assert.Equal([monitor], end.Monitors);
        Assert.Equal(AdmissionKind.Accepted, Accept(_second, LinkFixture.PeerAgain).Kind);
        Assert.Same(_second, _link.Connection);
        Assert.True(_link.TakeOutgoing(_second).IsEmpty);
    }

    [Fact]
    public void LaterLife_ReplacesNoSoonerThanTheIntervalAllows()
    {
        Accept(_first, LinkFixture.Peer);
        Admission first = Accept(_second, Life(2), at: 10);
        _link.End(first.Current!);
        _link.Ended();
        Accept(_second, Life(2), at: 10);

        Assert.Equal(AdmissionKind.TooSoon, Accept(_first, Life(3), at: 10.9).Kind);
        Assert.Equal(AdmissionKind.Replaces, Accept(_first, Life(3), at: 11).Kind);
    }

    [Theory]
    [InlineData(1, "first")]
    [InlineData(0, "earlier")]
    [InlineData(1, "Earlier")]
    public void SameOrEarlierLife_MakesThePresentConnectionShowThatItLives(long startedAt, string name)
    {
        Accept(_first, LinkFixture.Peer);

        Admission admission = Accept(
            _second,
            new PeerTraits { Incarnation = new Incarnation(startedAt, name) });

        Assert.Equal(AdmissionKind.Challenges, admission.Kind);
        Assert.Same(_first, admission.Current);
        Assert.False(admission.Challenge!.Answer.IsCompleted);
    }

    [Fact]
    public void NodeThatNamesNoLife_MakesThePresentConnectionShowThatItLives()
    {
        Accept(_first, Stranger);

        Assert.Equal(AdmissionKind.Challenges, Accept(_second, Stranger).Kind);
        Assert.Equal(AdmissionKind.Refused, Accept(_second, Stranger).Kind);
    }

    [Fact]
    public async Task Challenge_IsAnsweredByItsTokenOnly()
    {
        Accept(_first, Stranger);
        Challenge challenge = Accept(_second, Stranger).Challenge!;

        _link.Answer(challenge.Token + 1);
        Assert.False(challenge.Answer.IsCompleted);
        _link.Answer(challenge.Token);

        Assert.True(await challenge.Answer);
        Assert.Equal(AdmissionKind.Challenges, Accept(_second, Stranger).Kind);
    }

    [Fact]
    public async Task Challenge_IsOver_WhenThePresentConnectionEnds()
    {
        Accept(_first, Stranger);
        Challenge challenge = Accept(_second, Stranger).Challenge!;

        _link.End(_first);
        _link.Ended();

        Assert.False(await challenge.Answer);
        Assert.Equal(AdmissionKind.Accepted, Accept(_second, Stranger).Kind);
    }

    [Fact]
    public void Newcomer_WaitsWhileTheEndOfTheEpochIsTold_AndIsAcceptedThen()
    {
        Accept(_first, LinkFixture.Peer);
        _link.End(_first);

        Admission admission = Accept(_second, LinkFixture.Peer);
        bool wasOver = admission.Over!.IsCompleted;
        _link.Ended();

        Assert.Equal(AdmissionKind.Waits, admission.Kind);
        Assert.False(wasOver);
        Assert.True(admission.Over.IsCompleted);
        Assert.Equal(AdmissionKind.Accepted, Accept(_second, LinkFixture.Peer).Kind);
    }

    [Fact]
    public void ChallengeThatNobodyWaitsFor_MakesRoomForTheNext()
    {
        Accept(_first, Stranger);
        Challenge challenge = Accept(_second, Stranger).Challenge!;

        _link.Withdraw(challenge);

        Assert.Equal(AdmissionKind.Challenges, Accept(_second, Stranger).Kind);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void OtherImplementation_IsNeverAuthenticatedTo_OnTwoConnectionsAtATime(string own, string peer)
    {
        Link link = LinkFixture.Create(own, peer);
        link.Send("one"u8);
        link.TryBeginAuthentication(_first, Stranger);

        Assert.Equal(
            AdmissionKind.Refused,
            link.TryAccept(_second, new PlainFrames(), Stranger, TimeSpan.Zero).Kind);
        link.EndAuthentication(_first);
        Assert.Equal(
            AdmissionKind.Accepted,
            link.TryAccept(_second, new PlainFrames(), Stranger, TimeSpan.Zero).Kind);
        Assert.False(link.TryBeginAuthentication(_first, Stranger));
    }

    [Fact]
    public void LaterLife_IsTaken_EvenIfOurOwnAttemptToTheEarlierOneHasPrecedence()
    {
        Link link = LinkFixture.Create("a", "b");
        link.Send("one"u8);
        link.TryBeginAuthentication(_first, LinkFixture.Peer);

        Admission admission = link.TryAccept(
            _second, new PlainFrames(), LinkFixture.PeerAgain, TimeSpan.Zero);

        Assert.Equal(AdmissionKind.Accepted, admission.Kind);
        Assert.False(link.TryComplete(_first, new PlainFrames()));
    }

    private static PeerTraits Life(long startedAt) => new() { Incarnation = new Incarnation(startedAt, "life") };

    private Admission Accept(FakeConnection connection, PeerTraits peer, double at = 0) =>
        _link.TryAccept(connection, new PlainFrames(), peer, TimeSpan.FromSeconds(at));
}
