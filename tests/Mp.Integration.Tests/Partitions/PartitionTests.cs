using Mp.TestKit;

namespace Mp.Integration.Tests.Partitions;

/// <summary>Node processes on hosts of their own, over the system's own TCP, when packets do not get through.</summary>
public sealed class PartitionTests
{
    [RequiresNamespacesFact]
    public async Task PathThatIsBlockedOneWay_EndsTheLinkAtBothEnds_AndTheyMeetAgain()
    {
        using var network = new NamespacedNetwork(2);
        using ScriptedProcess first = await ScriptedProcess.StartAsync(network, 1);
        using ScriptedProcess second = await ScriptedProcess.StartAsync(network, 2);
        await WatchEachOtherAsync(first, second);

        network.Block(1, 2);
        await Task.WhenAll(first.WhenLost(second), second.WhenLost(first));
        network.Open(1, 2);

        await first.PingAsync(second);
        await second.PingAsync(first);
        Assert.Equal((1, 1), (first.LossesOf(second), second.LossesOf(first)));
    }

    [RequiresNamespacesFact]
    public async Task HostThatVanishes_AndComesBackWithANewProcess_IsLetIn_AfterTheMonitorsHaveFired()
    {
        using var network = new NamespacedNetwork(2);
        using ScriptedProcess first = await ScriptedProcess.StartAsync(network, 1);
        ScriptedProcess former = await ScriptedProcess.StartAsync(network, 2);
        try
        {
            await WatchEachOtherAsync(first, former);
            network.Unplug(2);
        }
        finally
        {
            await former.KillAsync();
            former.Dispose();
        }

        network.SwitchOff(2);
        network.SwitchOn(2);
        using ScriptedProcess latter = await ScriptedProcess.StartAsync(network, 2);
        await latter.PingAsync(first);
        await first.PingAsync(latter);

        // Whatever is written after the loss is of the new life: the two had exchanged one ping each before.
        string pinged = $"pinged {latter.Port.NodeId}";
        IReadOnlyList<string> lines = first.Lines;
        Assert.Equal(1, first.LossesOf(former));
        Assert.Equal(2, lines.Count(line => line == pinged));
        Assert.True(
            lines.ToList().IndexOf(ScriptedProcess.LossOf(former)) < lines.ToList().LastIndexOf(pinged),
            string.Join('\n', lines));
    }

    [RequiresNamespacesFact]
    public async Task TwoThatLoseEachOther_TellAThirdNothing()
    {
        using var network = new NamespacedNetwork(3);
        using ScriptedProcess first = await ScriptedProcess.StartAsync(network, 1);
        using ScriptedProcess second = await ScriptedProcess.StartAsync(network, 2);
        using ScriptedProcess third = await ScriptedProcess.StartAsync(network, 3);
        await WatchEachOtherAsync(first, second);
        await WatchEachOtherAsync(second, third);
        await WatchEachOtherAsync(third, first);

        network.Block(1, 2);
        network.Block(2, 1);
        await Task.WhenAll(first.WhenLost(second), second.WhenLost(first));
        await third.PingAsync(first);
        await third.PingAsync(second);

        Assert.Equal((0, 0), (third.LossesOf(first), third.LossesOf(second)));
        Assert.Equal((0, 0), (first.LossesOf(third), second.LossesOf(third)));
        Assert.Equal((1, 1), (first.LossesOf(second), second.LossesOf(first)));
    }

    private static async Task WatchEachOtherAsync(ScriptedProcess one, ScriptedProcess other)
    {
        one.Watch(other.Port);
        other.Watch(one.Port);
        await one.PingAsync(other);
        await other.PingAsync(one);
    }
}
