using System.Runtime.CompilerServices;
using Mp.Links;
using Mp.Messages;
using Mp.Nodes;
using Mp.Runtime.Tests.Links;
using Mp.TestKit;
using Mp.Transports;
using Mp.Transports.Memory;
using Mp.Wire;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>
/// A port for its own node only, which comes while a node that may not send to it has it looked for: after it was not
/// found, and before what becomes of that is done.
/// </summary>
public sealed class RegisteredMeanwhileTests
{
    private readonly MemoryNetwork _network = new();
    private readonly Secret _secret = Secret.FromText("a secret for these tests");

    [Fact]
    public async Task Port_GetsNoRelayOfAnotherNode()
    {
        await using Node node = await StartAsync();
        UnmatchedReason? unmatched = null;
        node.Unmatched += message => unmatched = message.Reason;
        BarePort port = node.CreatePort(Senders.SameNode);
        port.Rcv("hello", static () => Assert.Fail("It was not to come."));
        Link asker = new LinkBench("first:4040", "second:4040").Link;

        // It is looked for once; whatever reads the name after that comes too late.
        var service = new AddressThatNotices(node.Id, "service", reads: 2, () => node.Register("service", port));
        bool isServed = RouterOf(node).TrySendReply(asker, new PortId(service), new ArrayMessage(["hello"]));

        Assert.True(isServed);
        Assert.Equal(UnmatchedReason.NoSuchPort, unmatched);
        Assert.NotNull(node.Lookup("service"));
    }

    [Theory]
    [InlineData("kil")]
    [InlineData("kil1")]
    public async Task Port_IsNotKilledByAHiddenNode_ThatGivesItsWholeId(string request)
    {
        await using Node node = await StartAsync();
        BarePort port = node.CreatePort(Senders.SameNode);
        var seen = new TaskCompletionSource<string>();
        node.Mon(port, _ => seen.TrySetResult("its death"));
        port.Rcv("hello", () => seen.TrySetResult("hello"));
        Link hidden = new LinkBench("first:4040", "home@first:4040").Link;

        // The reason is read when the port was not found.
        var mark = new AddressThatNotices(node.Id, "mark", reads: 1, () => node.Register("service", port));
        RouterOf(node).DeliverByName(
            hidden, "", new ArrayMessage([request, $"{node.Id}#service", new PortId(mark)]));
        node.Snd(port, "hello");

        Assert.Equal("hello", await seen.Task.Bounded());
    }

    [Fact]
    public async Task MonitorOfAPortThatIsNot_ByItsWholeId_IsAnsweredAtOnce_AndTakesNoPlace()
    {
        await using Node node = await StartAsync(new NodeOptions { MaxMonitorsPerLink = 1 });
        BarePort other = node.CreatePort();
        ITransportConnection connection = await _network.CreateTransport().ConnectAsync(new("first", 4040), default);
        await using RawPeer hidden = await RawPeer.MeetAsync(
            connection, HandshakeRole.Connector, "home@first:4040", "json", _secret);

        await hidden.SendAsync(System.Text.Encoding.UTF8.GetBytes(
            $"""["","mon1","{other}",1]["","mon1","{node.Id}#service",2]"""));

        string notice;
        do
        {
            notice = await hidden.NextAsync();
        }
        while (!notice.Contains("kil", StringComparison.Ordinal));

        Assert.Equal(
            $"""["","kil2","{node.Id}#service",2,"no_such_port","cannot monitor nonexistent port","{node.Id}#service"]""",
            notice);
    }

    private Task<Node> StartAsync(NodeOptions? options = null) =>
        TwoNodes.StartAsync((options ?? new NodeOptions()) with { Secret = _secret }, _network, "first:4040");

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_router")]
    private static extern ref Router RouterOf(Node node);

    // Calls back when its port's name is read the n-th time.
    private sealed class AddressThatNotices(string nodeId, string portName, int reads, Action notice) : PortAddress
    {
        private int _reads;

        public override string NodeId => nodeId;

        public override string PortName
        {
            get
            {
                if (++_reads == reads)
                {
                    notice();
                }

                return portName;
            }
        }
    }
}
