using Mp.Torture.Cuts;

namespace Mp.Testing.Tests.Checking;

/// <summary>The judge of cut connections sees what it is there to see.</summary>
public sealed class CutsJudgeTests
{
    [Fact]
    public void AllThatWasSent_Arrived_IsFine() => Assert.Empty(Judge.Of([Sent(3)], Arrived([3])));

    [Fact]
    public void GapAfterTheMonitorFired_IsFine() =>
        Assert.Empty(Judge.Of([Sent(9, fired: 100), Sent(2)], Arrived([5, 2], new Hole(0, 3, 7, Time: 101))));

    [Fact]
    public void GapBeforeTheMonitorFired_IsFound() => Assert.Equal(
        ["generation 0: message 7 arrived without 3, before the monitor fired"],
        Judge.Of([Sent(9, fired: 100), Sent(2)], Arrived([5, 2], new Hole(0, 3, 7, Time: 99))));

    [Fact]
    public void GapWithoutAMonitorThatFired_IsFound() => Assert.Contains(
        "generation 0: message 7 arrived without 3, and the monitor never fired",
        Judge.Of([Sent(8)], Arrived([4], new Hole(0, 3, 7, Time: 99))));

    [Fact]
    public void LossAtTheEnd_WithoutAMonitorThatFired_IsFound() => Assert.Equal(
        ["of generation 1 messages are lost, and no monitor has fired"],
        Judge.Of([Sent(5, fired: 100), Sent(2) with { Number = 1 }], Arrived([5, 1])));

    [Fact]
    public void MessageThatCameTwice_IsFound()
    {
        Arrivals arrivals = Arrived([3]) with { Disorders = ["message 2 came twice"] };

        Assert.Equal(["message 2 came twice"], Judge.Of([Sent(3)], arrivals));
    }

    private static Generation Sent(long count, long? fired = null) => new(0) { Sent = count, Fired = fired };

    private static Arrivals Arrived(long[] counts, params Hole[] holes) =>
        new([.. counts.Select(static (count, generation) => ((long)generation, count))], holes, []);
}
