using Mp.Ports;

namespace Mp.Runtime.Tests.Ports;

/// <summary>When senders pause, and for how long.</summary>
public sealed class SenderPaceTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(16_383, 0)]
    [InlineData(16_384, 1)]
    [InlineData(32_767, 1)]
    [InlineData(32_768, 2)]
    [InlineData(10_000_000, 2)]
    public void Pause_GrowsWithWhatThePortFound_UpToALimit(int taken, int spins)
    {
        SenderPace pace = AfterTaking(taken);

        Assert.Equal(spins, pace.Spins);
    }

    [Fact]
    public void Pause_IsOverBetweenTurns_AndGoesOnInTheNext()
    {
        SenderPace pace = AfterTaking(20_000);

        pace.EndTurn();
        Assert.Equal(0, pace.Spins);

        pace.BeginTurn();
        Assert.Equal(1, pace.Spins);
    }

    [Fact]
    public void Pause_IsOverForGood_OnceThePortHasCaughtUp()
    {
        SenderPace pace = AfterTaking(20_000);

        pace.BeginTaking();
        Assert.Equal(0, pace.Spins);
        pace.EndTaking(100, processors: 2);
        pace.EndTurn();
        pace.BeginTurn();

        Assert.Equal(0, pace.Spins);
    }

    [Fact]
    public void Pause_IsNotMade_WhereTheOnlyProcessorIsTheSenders()
    {
        var pace = default(SenderPace);

        pace.EndTaking(1_000_000, processors: 1);

        Assert.Equal(0, pace.Spins);
    }

    private static SenderPace AfterTaking(int count)
    {
        var pace = default(SenderPace);
        pace.BeginTurn();
        pace.BeginTaking();
        pace.EndTaking(count, processors: 2);
        return pace;
    }
}
