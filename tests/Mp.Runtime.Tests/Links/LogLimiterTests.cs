using Mp.Links;

namespace Mp.Runtime.Tests.Links;

public sealed class LogLimiterTests
{
    private readonly LogLimiter _limiter = new(10);

    [Fact]
    public void Lines_BeyondTheLimit_AreLeftOut_AndCountedInTheNextSecond()
    {
        int written = Enumerable.Range(0, 25).Count(_ => _limiter.TryTake("peer", TimeSpan.Zero, out _));

        bool isOther = _limiter.TryTake("other", TimeSpan.Zero, out int leftOutOfOther);
        bool isNext = _limiter.TryTake("peer", TimeSpan.FromSeconds(1), out int leftOut);

        Assert.Equal(10, written);
        Assert.True(isOther);
        Assert.Equal(0, leftOutOfOther);
        Assert.True(isNext);
        Assert.Equal(15, leftOut);
        Assert.True(_limiter.TryTake("peer", TimeSpan.FromSeconds(1.5), out leftOut));
        Assert.Equal(0, leftOut);
    }

    [Fact]
    public void ManyPeers_AreNoReasonToGrow_NorToFail()
    {
        for (int peer = 0; peer < 5_000; peer++)
        {
            Assert.True(_limiter.TryTake($"{peer}", TimeSpan.FromMilliseconds(peer), out _));
        }
    }
}
