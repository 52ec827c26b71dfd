using Mp.Links;

namespace Mp.Runtime.Tests.Links;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(0x00, 0.8)]
    [InlineData(0xff, 1.2)]
    public void Pauses_Double_UpToTheLongest_AndAFifthMoreOrLess(byte random, double factor)
    {
        NodeOptions options = new();
        var backoff = new Backoff(
            options.ReconnectDelay,
            options.MaxReconnectDelay,
            count => [.. Enumerable.Repeat(random, count)]);

        double[] pauses = [.. Enumerable.Range(0, 10).Select(_ => backoff.Next().TotalSeconds)];

        double[] expected = [0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 30, 30];
        Assert.Equal(
            expected.Select(pause => pause * factor),
            pauses,
            static (one, other) => Math.Abs(one - other) < 1e-6);
    }

    [Fact]
    public void FirstPause_IsNotLongerThanTheLongest()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3), static count => new byte[count]);

        Assert.Equal(TimeSpan.FromSeconds(2.4), backoff.Next());
        Assert.Equal(TimeSpan.FromSeconds(2.4), backoff.Next());
    }
}
