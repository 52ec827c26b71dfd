using Mp.TestKit;

namespace Mp.Testing.Tests;

public sealed class RecordingPortTests
{
    [Fact]
    public async Task WaitForAsync_ReturnsWhatWasSent_InOrder()
    {
        Node node = await Node.StartAsync();
        var port = new RecordingPort();
        PortId<RecordingPort> id = node.CreatePort(port);
        Task<IReadOnlyList<object?[]>> waiting = port.WaitForAsync(2);

        node.Snd(id, "first", 1);
        node.Snd(id, "second");

        Assert.Equal([["first", 1], ["second"]], await waiting);
        Assert.Equal(2, (await port.WaitForAsync(1)).Count);
    }
}
