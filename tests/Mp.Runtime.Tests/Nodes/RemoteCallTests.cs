using Mp.Runtime.Tests.CompilerServices;
using Mp.TestKit;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>Calls to another node.</summary>
public sealed class RemoteCallTests
{
    [Fact]
    public async Task Cal_OfAPortElsewhere_ResultsInItsAnswer()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        BarePort called = nodes.Second.CreatePort();
        called.Rcv("add", (int left, int right, PortId reply) => nodes.Second.Snd(reply, "sum", left + right));

        Message answer = await nodes.First.Cal(called, "add", 2, 3).Bounded();

        Assert.Equal("""["sum", 5]""", answer.ToString());
    }

    [Fact]
    public async Task Cal_OfAnotherNodesOwnPort_IsAnsweredByTheRequest()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        BarePort called = nodes.Second.CreatePort();
        called.Rcv("hello", (PortId reply) => nodes.Second.Snd(reply, "hello yourself"));

        Message time = await nodes.First.Cal(nodes.Second.Port, "time").Bounded();
        Message can = await nodes.First.Cal(nodes.Second.Port, "can", "time").Bounded();
        Message relayed = await nodes.First.Cal(nodes.Second.Port, "relay", (PortId)called, "hello").Bounded();

        Assert.IsType<double>(Assert.Single(Elements(time)));
        Assert.Equal(true, Assert.Single(Elements(can)));
        Assert.Equal("hello yourself", relayed.Tag);
    }

    [Fact]
    public async Task Called_ThatIsUnknown_EndsTheCall()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();

        Task<Message> call = nodes.First.Cal(PortId.Parse($"{nodes.Second.Id}#nobody"), "ask");

        var exception = await Assert.ThrowsAsync<CallException>(() => call.Bounded());
        Assert.Equal("no_such_port", exception.Reason.Word);
    }

    [Fact]
    public async Task Called_ThatDies_EndsTheCall_WithItsReason()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        BarePort called = nodes.Second.CreatePort();
        called.Rcv("ask", (PortId _) => nodes.Second.Kil(called, "closed", 7));

        Task<Message> call = nodes.First.Cal(called, "ask");

        var exception = await Assert.ThrowsAsync<CallException>(() => call.Bounded());
        Assert.Equal(new Reason("closed", 7), exception.Reason);
    }

    [Fact]
    public async Task PortForTheAnswer_ThatIsKilledFromElsewhere_RefusesTheCall()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        BarePort called = nodes.Second.CreatePort();
        called.Rcv("ask", (PortId reply) => nodes.Second.Kil(reply, "no_such_account"));

        Task<Message> call = nodes.First.Cal(called, "ask");

        var exception = await Assert.ThrowsAsync<CallException>(() => call.Bounded());
        Assert.Equal(new Reason("no_such_account"), exception.Reason);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Link_ThatIsLost_EndsTheCall(bool isOfTheNodeItself)
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);
        Task<Message> call = isOfTheNodeItself
            ? nodes.First.Cal(nodes.Second.Port, "relay", id, "ask")
            : nodes.First.Cal(id, "ask");
        await port.WaitForAsync(1);

        nodes.Network.CutAll();

        var exception = await Assert.ThrowsAsync<CallException>(() => call.Bounded());
        Assert.Equal("transport_error", exception.Reason.Word);
    }

    [Fact]
    public async Task Node_ThatEnds_EndsItsCallsElsewhere()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        Task<Message> call = nodes.First.Cal(nodes.Second.CreatePort(port), "ask");
        await port.WaitForAsync(1);

        await nodes.First.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call.Bounded());
    }

    [Fact]
    public async Task Cal_OfAnElementThatCannotTravel_ThrowsAtOnce_AndTheNextCallGoes()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        BarePort called = nodes.Second.CreatePort();
        called.Rcv("ask", (PortId reply) => nodes.Second.Snd(reply, "answer"));

        Assert.Throws<MessageEncodingException>(() => { _ = nodes.First.Cal(called, "ask", new object()); });

        Assert.Equal("answer", (await nodes.First.Cal(called, "ask").Bounded()).Tag);
    }

    [Fact]
    public async Task Cal_SendsEachElementAsTheTypeItWasGivenAs()
    {
        Fragile.Register();
        Fragile derived = new DerivedFragile("whole");
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        BarePort called = nodes.Second.CreatePort();
        called.Rcv(["ask"], message =>
        {
            Assert.True(message.TryGet(message.Count - 1, out PortId reply));
            nodes.Second.Snd(reply, "answer", message.Count, message[message.Count - 2]);
        });

        Message ofSeven = await nodes.First.Cal(called, "ask", 1, 2, 3, 4, 5, 6, derived).Bounded();
        Message ofMessage = await nodes.First.Cal(called, Message.Create("ask", derived)).Bounded();

        Assert.Equal("""["answer", 9, "whole"]""", ofSeven.ToString());
        Assert.Equal("""["answer", 3, "whole"]""", ofMessage.ToString());
    }

    [Fact]
    public async Task Calls_ManyAtATime_GetEachItsOwnAnswer()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        BarePort called = nodes.Second.CreatePort();
        called.Rcv("echo", (int number, PortId reply) => nodes.Second.Snd(reply, "echo", number));

        Message[] answers = await Task
            .WhenAll(Enumerable.Range(0, 1_000).Select(number => nodes.First.Cal(called, "echo", number)))
            .Bounded();

        Assert.Equal(Enumerable.Range(0, 1_000), answers.Select(static answer => Convert.ToInt32(answer[1])));
    }

    private static IEnumerable<object?> Elements(Message message) =>
        Enumerable.Range(0, message.Count).Select(index => message[index]);
}
