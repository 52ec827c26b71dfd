namespace Mp.Testing.Tests;

/// <summary>Nodes that want signs of life more often than others send them by themselves.</summary>
public sealed class MixedHeartbeatTests
{
    [Theory]
    [InlineData(100, 200)]
    [InlineData(500, 1500)]
    [InlineData(2500, 7500)]
    [InlineData(60_000, 600_000)]
    public async Task IdleLinks_OfNodesWithOtherSettings_Last(int interval, int timeout)
    {
        await using var cluster = new TestCluster(1);
        TestNode other = cluster.AddNode(options => options with
        {
            HeartbeatInterval = TimeSpan.FromMilliseconds(interval),
            HeartbeatTimeout = TimeSpan.FromMilliseconds(timeout),
        });
        var fired = new List<Reason>();
        cluster[0].Node.Mon(other.Node.CreatePort(new RecordingPort()), fired.Add);
        cluster.RunToQuiescence();

        cluster.Advance(TimeSpan.FromMinutes(30));

        Assert.Empty(fired);
    }
}
