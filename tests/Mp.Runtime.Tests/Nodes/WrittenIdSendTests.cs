using Mp.TestKit;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>Sending to an ID of another node that was written down, and leads where it led before.</summary>
public sealed class WrittenIdSendTests
{
    [Fact]
    public async Task Snd_OfAnyNumberOfElements_ArrivesElementForElement()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId id = PortId.Parse(nodes.Second.CreatePort(port).ToString());
        Node node = nodes.First;

        // Twice: the first ones find out where the ID leads.
        for (int time = 0; time < 2; time++)
        {
            node.Snd(id, "t");
            node.Snd(id, "t", 1);
            node.Snd(id, "t", 1, "2");
            node.Snd(id, "t", 1, "2", 3.5);
            node.Snd(id, "t", 1, "2", 3.5, true);
            node.Snd(id, "t", 1, "2", 3.5, true, (string?)null);
            node.Snd(id, "t", 1, "2", 3.5, true, (string?)null, -6L);
            node.Snd(id, "t", 1, "2", 3.5, true, (string?)null, -6L, "7");
        }

        IReadOnlyList<object?[]> messages = await port.WaitForAsync(16);
        object?[] all = ["t", 1L, "2", 3.5, true, null, -6L, "7"];
        Assert.All(messages, (message, index) => Assert.Equal(all[..(1 + (index % 8))], message));
    }

    [Fact]
    public async Task Snd_ToSeveralPortsInTurns_ArrivesInTheOrderSent()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        RecordingPort[] ports = [new(), new(), new()];
        PortId[] ids = [.. ports.Select(port => PortId.Parse(nodes.Second.CreatePort(port).ToString()))];

        List<long>[] sent = [[], [], []];

        for (int number = 0; number < 999; number++)
        {
            // Some in a row, some not.
            int to = number / 7 % 2 == 0 ? number % 3 : 0;
            sent[to].Add(number);
            nodes.First.Snd(ids[to], "number", number);
        }

        for (int to = 0; to < 3; to++)
        {
            IReadOnlyList<object?[]> messages = await ports[to].WaitForAsync(sent[to].Count);
            Assert.Equal(sent[to], messages.Select(static message => (long)message[1]!));
        }
    }

    [Fact]
    public async Task Snd_AfterTheNodeHasEnded_IsRefused()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId id = PortId.Parse(nodes.Second.CreatePort(port).ToString());
        nodes.First.Snd(id, "before", 1);
        nodes.First.Snd(id, "before", 2);
        await port.WaitForAsync(2);
        await nodes.First.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => nodes.First.Snd(id, "after", 3));
    }

    [Fact]
    public async Task Snd_AllocatesNothing()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId id = PortId.Parse(nodes.Second.CreatePort(port).ToString());
        nodes.First.Snd(id, "first", 0);
        await port.WaitForAsync(1);

        // The least of many: what is written meanwhile is none of the message's.
        long least = long.MaxValue;
        for (int time = 0; time < 100; time++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            nodes.First.Snd(id, "inc", time);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }
}
