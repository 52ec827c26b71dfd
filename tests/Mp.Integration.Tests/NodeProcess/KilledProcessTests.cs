using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.NodeProcess;

/// <summary>A process that is killed takes its ports with it, and whoever watches them is told.</summary>
public sealed class KilledProcessTests
{
    [Fact]
    public async Task KilledProcess_FiresEveryMonitorOnce_AndItsSuccessorIsReachedByName()
    {
        await using Node node = await PublicNode.StartAsync();
        using NodeInAProcess first = await NodeInAProcess.StartAsync(PublicNode.AnyPort);
        FiringCount[] monitors = [new(), new(), new(), new()];
        node.Mon(first.Port, monitors[0].Fire);
        node.Mon(first.Port, monitors[1].Fire);
        node.Mon(first.Service, monitors[2].Fire);
        node.Mon(PortId.Parse(first.Port.NodeId), monitors[3].Fire);
        await GenuinePeer.ExchangeAsync(node, first.Service);

        await first.KillAsync();

        foreach (FiringCount monitor in monitors)
        {
            Reason reason = await monitor.WaitAsync();
            Assert.Equal("transport_error", reason.Word);
            Assert.Equal(first.Port.NodeId, reason[1]);
        }

        using NodeInAProcess second = await NodeInAProcess.StartAsync(first.Port.NodeId);
        Assert.Equal(first.Service, second.Service);
        await GenuinePeer.ExchangeAsync(node, second.Service);
        await GenuinePeer.ExchangeAsync(node, second.Port);
        Assert.All(monitors, static monitor => Assert.Equal(1, monitor.Count));
    }

    [Fact]
    public async Task IdOfBefore_IsAnsweredNoSuchPort_ByTheSuccessor()
    {
        await using Node node = await PublicNode.StartAsync();
        using NodeInAProcess first = await NodeInAProcess.StartAsync(PublicNode.AnyPort);
        await GenuinePeer.ExchangeAsync(node, first.Port);
        var lost = new FiringCount();
        node.Mon(first.Port, lost.Fire);
        await first.KillAsync();
        await lost.WaitAsync();
        using NodeInAProcess second = await NodeInAProcess.StartAsync(first.Port.NodeId);
        var fired = new FiringCount();

        node.Mon(first.Port, fired.Fire);

        Assert.Equal("no_such_port", (await fired.WaitAsync()).Word);
        Assert.NotEqual(first.Port, second.Port);
        await GenuinePeer.ExchangeAsync(node, second.Port);
        Assert.Equal(1, fired.Count);
    }

    [Fact]
    public async Task MessagesSentWhileTheNodeIsAway_ArriveWhenItIsBack()
    {
        await using Node node = await PublicNode.StartAsync();
        using NodeInAProcess first = await NodeInAProcess.StartAsync(PublicNode.AnyPort);
        var lost = new FiringCount();
        node.Mon(first.Port, lost.Fire);
        await GenuinePeer.ExchangeAsync(node, first.Port);
        await first.KillAsync();
        await lost.WaitAsync();
        var answers = new RecordingPort();
        PortId me = node.CreatePort(answers);

        node.Snd(first.Service, "ping", me, 1L, "while away");
        using NodeInAProcess second = await NodeInAProcess.StartAsync(first.Port.NodeId);

        Assert.Equal(["pong", 2L, "while away"], Assert.Single(await answers.WaitForAsync(1)));
    }
}
