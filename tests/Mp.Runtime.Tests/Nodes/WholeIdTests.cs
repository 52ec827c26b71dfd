using Mp.TestKit;
using Mp.Transports;
using Mp.Transports.Memory;
using Mp.Wire;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>A hidden node that gives ports of its master by their whole IDs: it gets no further so.</summary>
public sealed class WholeIdTests
{
    [Theory]
    [InlineData("""["{0}","hello"]""")]
    [InlineData("""["","kil1","{0}"]""")]
    [InlineData("""["","kil","{0}"]""")]
    [InlineData("""["","relay","{0}","hello"]""")]
    [InlineData("""["","relay","first:4040#","kil1","{0}"]""")]
    public async Task PortOfTheSameNode_IsNotReached(string request)
    {
        var network = new MemoryNetwork();
        var secret = Secret.FromText("a secret for these tests");
        await using Node master = await TwoNodes.StartAsync(new NodeOptions { Secret = secret }, network, "first:4040");
        BarePort port = master.CreatePort(Senders.SameNode);
        port.Rcv("hello", static () => Assert.Fail("It was not to come."));
        var died = new TaskCompletionSource<Reason>();
        master.Mon(port, died.SetResult);
        var refused = new TaskCompletionSource<UnmatchedReason>();
        master.Unmatched += message => refused.TrySetResult(message.Reason);
        ITransportConnection connection = await network.CreateTransport().ConnectAsync(new("first", 4040), default);
        await using RawPeer hidden = await RawPeer.MeetAsync(
            connection, HandshakeRole.Connector, "home@first:4040", "json", secret);

        await hidden.SendAsync(System.Text.Encoding.UTF8.GetBytes(
            request.Replace("{0}", port.ToString(), StringComparison.Ordinal)));

        Assert.Equal(UnmatchedReason.Refused, await refused.Task.Bounded());
        Assert.False(died.Task.IsCompleted);
    }

    [Theory]
    [InlineData("""["","mon1","{0}"]""")]
    [InlineData("""["","mon1","{0}",7]""")]
    public async Task MonitorOfIt_IsToldSo(string request)
    {
        var network = new MemoryNetwork();
        var secret = Secret.FromText("a secret for these tests");
        await using Node master = await TwoNodes.StartAsync(new NodeOptions { Secret = secret }, network, "first:4040");
        BarePort port = master.CreatePort(Senders.SameNode);
        ITransportConnection connection = await network.CreateTransport().ConnectAsync(new("first", 4040), default);
        await using RawPeer hidden = await RawPeer.MeetAsync(
            connection, HandshakeRole.Connector, "home@first:4040", "json", secret);

        await hidden.SendAsync(System.Text.Encoding.UTF8.GetBytes(
            request.Replace("{0}", port.ToString(), StringComparison.Ordinal)));

        string notice;
        do
        {
            notice = await hidden.NextAsync();
        }
        while (!notice.Contains("kil", StringComparison.Ordinal));

        Assert.Contains("refused", notice, StringComparison.Ordinal);
    }
}
