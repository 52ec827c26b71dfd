using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.RawPeers;

/// <summary>Memory follows what a peer has sent, and never what it says that it will send.</summary>
[Collection(Alone.Name)]
public sealed class ClaimedLengthTests
{
    // Far more than a connection needs, and far less than what is claimed.
    private const long MostBytes = 4 * 1024 * 1024;

    [Theory]
    [InlineData(new byte[] { 0x3f, 0xff, 0xff, 0xff, 0x91 })]
    [InlineData(new byte[] { 0xff, 0xff, 0xff, 0xff, 0x91 })]
    [InlineData(new byte[] { 0, 0, 0, 8, 0x92, 0xa1, (byte)'p', 0xdd, 0x0f, 0xff, 0xff, 0xff })]
    [InlineData(new byte[] { 0, 0, 0, 8, 0x92, 0xa1, (byte)'p', 0xc6, 0x0f, 0xff, 0xff, 0xff })]
    public async Task ClaimedLength_AllocatesNothingLikeIt(byte[] frame)
    {
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with
        {
            MaxFrameBytes = 1024 * 1024 * 1024,
            MaxMessageValues = 16 * 1024 * 1024,
        });
        var fired = new FiringCount();
        using RawPeer peer = await RawPeer.AuthenticateAsync(node, "msgpack");
        node.Mon(PortId.Parse($"{RawPeer.Id}#port"), fired.Fire);
        long before = GC.GetTotalAllocatedBytes(precise: true);

        await peer.SendAsync(frame);
        peer.Dispose();

        await fired.WaitAsync();
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.InRange(allocated, 0, MostBytes);
    }

    [Fact]
    public async Task Greeting_ThatNeverEnds_AllocatesNoMoreThanALine()
    {
        using var log = new RecordingLoggerFactory();
        await using Node node = await PublicNode.StartAsync(PublicNode.Options with { LoggerFactory = log });
        using RawPeer peer = await RawPeer.ConnectAsync(node);
        byte[] noise = [.. Enumerable.Repeat((byte)'x', 32 * 1024 * 1024)];
        long before = GC.GetTotalAllocatedBytes(precise: true);

        await peer.SendAsync(noise);

        await log.WaitForAsync(LogId.Refused);
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.InRange(allocated, 0, MostBytes);
    }
}
