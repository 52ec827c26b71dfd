using System.Buffers;
using Mp.CompilerServices;
using Mp.TestKit;
using Mp.Runtime.Tests.CompilerServices;

namespace Mp.Runtime.Tests.Nodes;

/// <summary>Calls within a node: what is sent, and what comes of it.</summary>
public sealed class CallTests : IAsyncDisposable
{
    private readonly CallBench _bench = new();

    private Node Node => _bench.Node;

    private BarePort Called => _bench.Called;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cal_SendsTheElementsAndAPort_AndResultsInWhatIsSentThere(bool serializeLocal)
    {
        await using var bench = new CallBench(serializeLocal);
        bench.Called.Rcv("add", (int left, int right, PortId reply) => bench.Node.Snd(reply, "sum", left + right));

        Task<Message> call = bench.Node.Cal(bench.Called, "add", 2, 3);
        bench.Run();

        Assert.Equal("""["sum", 5]""", (await call).ToString());
    }

    [Fact]
    public async Task Cal_OfAnyNumberOfElements_SendsThePortLast()
    {
        Called.Rcv([], message =>
        {
            Assert.True(message.TryGet(message.Count - 1, out PortId reply));
            object?[] elements = new object?[message.Count - 1];
            message.CopyTo(0, elements);
            Node.Snd(reply, elements);
        });

        Task<Message>[] calls =
        [
            Node.Cal(Called, "t"),
            Node.Cal(Called, "t", 1),
            Node.Cal(Called, "t", 1, "2"),
            Node.Cal(Called, "t", 1, "2", 3L),
            Node.Cal(Called, "t", 1, "2", 3L, true),
            Node.Cal(Called, "t", 1, "2", 3L, true, 5),
            Node.Cal(Called, "t", 1, "2", 3L, true, 5, 6),
            Node.Cal(Called, "t", 1, "2", 3L, true, 5, 6, 7),
            Node.Cal(Called, Message.Create(1, 2, 3, 4, 5, 6, 7, 8, 9)),
            Node.Cal(Called, Message.Create()),
        ];
        _bench.Run();

        Assert.Equal(
            [
                """["t"]""",
                """["t", 1]""",
                """["t", 1, "2"]""",
                """["t", 1, "2", 3]""",
                """["t", 1, "2", 3, true]""",
                """["t", 1, "2", 3, true, 5]""",
                """["t", 1, "2", 3, true, 5, 6]""",
                """["t", 1, "2", 3, true, 5, 6, 7]""",
                "[1, 2, 3, 4, 5, 6, 7, 8, 9]",
                "[]",
            ],
            (await Task.WhenAll(calls)).Select(static answer => answer.ToString()));
    }

    /// <summary>A moment that no DateTime holds, and others may.</summary>
    [Fact]
    public void Cal_WithAMessageThatWasReceived_SendsItsElementsAsTheyCame()
    {
        byte[] elements = [.. Encoded.Elements("ask"), .. Encoded.Timestamp(long.MaxValue, 0)];
        byte[]? received = null;
        Called.Rcv(["ask"], message =>
        {
            Assert.True(message.TryGet(2, out PortId _));
            var output = new ArrayBufferWriter<byte>();
            var writer = new ElementWriter(output);
            message.WriteElements(ref writer);
            writer.Flush();
            received = output.WrittenSpan.ToArray();
        });

        _ = Node.Cal(Called, new WireMessage(elements, 2));
        _bench.Run();

        Assert.Equal(elements, received?[..elements.Length]);
    }

    [Fact]
    public async Task Cal_OfANodesOwnPort_IsAnsweredByTheRequest()
    {
        Called.Rcv("hello", (PortId reply) => Node.Snd(reply, "hello yourself"));

        Task<Message> time = Node.Cal(Node.Port, "time");
        Task<Message> relayed = Node.Cal(Node.Port, "relay", (PortId)Called, "hello");
        _bench.Run();

        Assert.Equal(_bench.Clock.GetUtcNow().ToUnixTimeSeconds(), (double)(await time)[0]!);
        Assert.Equal("hello yourself", (await relayed).Tag);
    }

    [Fact]
    public async Task Cal_WithATimeSpanThatHasNoName_TakesItForAnElement()
    {
        Called.Rcv("ask", (PortId reply) => Node.Snd(reply, "no element"));
        Called.Rcv(["ask", Pattern.Any, Pattern.Any], message =>
            Node.Snd(Assert.IsType<PortId>(message[2]), "an element"));

        Task<Message> named = Node.Cal(Called, "ask", timeout: TimeSpan.FromSeconds(1));
        Task<Message> notNamed = Node.Cal(Called, "ask", TimeSpan.FromSeconds(1));
        _bench.Run();

        Assert.Equal("no element", (await named).Tag);
        Assert.Equal("an element", (await notNamed).Tag);
    }

    [Fact]
    public async Task SecondAnswer_IsDropped_AndSeen()
    {
        Called.Rcv("ask", (PortId reply) =>
        {
            Node.Snd(reply, "first");
            Node.Snd(reply, "second");
        });

        Task<Message> call = Node.Cal(Called, "ask");
        _bench.Run();

        Assert.Equal("first", (await call).Tag);
        UnmatchedMessage dropped = Assert.Single(_bench.Dropped);
        Assert.Equal(("second", UnmatchedReason.PortDied), (dropped.Tag, dropped.Reason));
    }

    [Fact]
    public async Task Called_ThatDies_EndsTheCall_WithItsReason()
    {
        Task<Message> call = Node.Cal(Called, "ask");
        Node.Kil(Called, "closed", 7);
        _bench.Run();

        CallException exception = await Assert.ThrowsAsync<CallException>(() => call);
        Assert.Equal(new Reason("closed", 7), exception.Reason);
        Assert.Contains("'ask'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(Called.ToString(), exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Called_ThatIsDeadAlready_EndsTheCall()
    {
        Node.Kil(Called);
        _bench.Run();

        Task<Message> call = Node.Cal(Called, "ask");
        _bench.Run();

        Assert.Equal("no_such_port", (await Assert.ThrowsAsync<CallException>(() => call)).Reason.Word);
        Assert.Equal("ask", Assert.Single(_bench.Dropped).Tag);
    }

    [Fact]
    public async Task Called_ThatDiesAfterItHasAnswered_HasAnswered()
    {
        Called.Rcv("ask", (PortId reply) =>
        {
            Node.Snd(reply, "answer");
            throw new InvalidOperationException("too late to matter");
        });

        Task<Message> call = Node.Cal(Called, "ask");
        _bench.Run();

        Assert.Equal("answer", (await call).Tag);
    }

    [Fact]
    public async Task PortForTheAnswer_ThatIsKilled_RefusesTheCall()
    {
        Called.Rcv("ask", (PortId reply) => Node.Kil(reply, "no_such_account", "A7"));

        Task<Message> call = Node.Cal(Called, "ask");
        _bench.Run();

        Assert.Equal(
            new Reason("no_such_account", "A7"),
            (await Assert.ThrowsAsync<CallException>(() => call)).Reason);
    }

    [Theory]
    [InlineData(null, 60)]
    [InlineData(5, 5)]
    public async Task Call_ThatNobodyAnswers_TimesOut(int? timeout, int expected)
    {
        using var reached = new LimitCount(nameof(NodeOptions.CallTimeout));
        Called.Rcv("ask", (PortId _) => { });

        Task<Message> call = Node.Cal(
            Called,
            "ask",
            timeout: timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        _bench.Clock.Advance(TimeSpan.FromSeconds(expected) - TimeSpan.FromMilliseconds(1));
        _bench.Run();
        Assert.False(call.IsCompleted);
        _bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        _bench.Run();

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Contains($"within {TimeSpan.FromSeconds(expected)}", exception.Message, StringComparison.Ordinal);
        Assert.NotEqual(0, reached.Count);
    }

    [Fact]
    public async Task Answer_AfterTheTimeIsOver_IsDropped_AndSeen()
    {
        PortId kept = default;
        Called.Rcv("ask", (PortId reply) => kept = reply);
        Task<Message> call = Node.Cal(Called, "ask");
        _bench.Run();
        _bench.Clock.Advance(TimeSpan.FromSeconds(60));
        _bench.Run();
        await Assert.ThrowsAsync<TimeoutException>(() => call);

        Node.Snd(kept, "answer");

        Assert.Equal(
            new UnmatchedMessage("answer", kept.ToString(), UnmatchedReason.NoSuchPort),
            Assert.Single(_bench.Dropped));
    }

    [Fact]
    public async Task Call_WithoutATimeout_WaitsAsLongAsThePortLives()
    {
        Task<Message> call = Node.Cal(Called, "ask", timeout: Timeout.InfiniteTimeSpan);
        Assert.Equal(0, _bench.Clock.PendingTimers);
        _bench.Run();
        Assert.False(call.IsCompleted);

        Node.Kil(Called);
        _bench.Run();

        Assert.True((await Assert.ThrowsAsync<CallException>(() => call)).Reason.IsNormal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(50L * 24 * 60 * 60 * 1000)]
    public void Timeout_OutOfRange_IsRefused_AndNothingIsSent(long milliseconds)
    {
        Assert.Throws<ArgumentOutOfRangeException>("timeout", () =>
            { _ = Node.Cal(Called, "ask", timeout: TimeSpan.FromMilliseconds(milliseconds)); });

        _bench.Run();
        Assert.Empty(_bench.Dropped);
    }

    [Fact]
    public async Task Token_ThatFires_EndsTheWait()
    {
        using var source = new CancellationTokenSource();
        Task<Message> call = Node.Cal(Called, "ask", cancellationToken: source.Token);

        await source.CancelAsync();
        _bench.Run();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, exception.CancellationToken);
        Assert.Equal("ask", Assert.Single(_bench.Dropped).Tag);
    }

    [Fact]
    public async Task Token_ThatHasFired_KeepsTheQuestionFromBeingSent()
    {
        Task<Message> call = Node.Cal(Called, "ask", cancellationToken: new CancellationToken(canceled: true));
        _bench.Run();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Empty(_bench.Dropped);
    }

    [Fact]
    public async Task Node_ThatEnds_EndsTheCalls_AndTakesNoMore()
    {
        Task<Message>[] calls = [Node.Cal(Called, "ask"), Node.Cal(Node.Port, "devnull")];

        await Node.DisposeAsync();
        _bench.Run();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => calls[0]);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => calls[1]);
        Assert.Throws<ObjectDisposedException>(() => { _ = Node.Cal(Called, "ask"); });
    }

    [Fact]
    public void Cal_ThatCannotBeSent_ThrowsAtOnce()
    {
        Assert.Throws<InvalidPortIdException>(() => { _ = Node.Cal(default, "ask"); });
        Assert.Throws<InvalidPortIdException>(() => { _ = Node.Cal(PortId.Parse("elsewhere:1#port"), "ask"); });
        Assert.Throws<ArgumentNullException>("message", () => { _ = Node.Cal(Called, (Message)null!); });
    }

    [Fact]
    public async Task Call_InAHandler_GoesOnInThePortsTurn_AndTheNextMessageWaits()
    {
        List<string> seen = [];
        BarePort asking = Node.CreatePort();
        Called.Rcv("ask", (PortId reply) => Node.Snd(reply, "answer"));
        asking.Rcv("begin", async () =>
        {
            SynchronizationContext? turn = SynchronizationContext.Current;
            Message answer = await Node.Cal(Called, "ask");
            seen.Add(answer.Tag!);
            Assert.NotNull(turn);
            Assert.Same(turn, SynchronizationContext.Current);
        });
        asking.Rcv("next", () => seen.Add("next"));

        Node.Snd(asking, "begin");
        Node.Snd(asking, "next");
        _bench.Run();

        Assert.Equal(["answer", "next"], seen);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Ports_ThatCallEachOtherFromTheirHandlers_WaitUntilTheTimeIsOver()
    {
        List<string> seen = [];
        BarePort other = Node.CreatePort();
        Called.Rcv("begin", () => TryAsync("called", other));
        other.Rcv("begin", () => TryAsync("other", Called));
        Called.Rcv("ask", (PortId reply) => Node.Snd(reply, "answer"));
        other.Rcv("ask", (PortId reply) => Node.Snd(reply, "answer"));

        Node.Snd(Called, "begin");
        Node.Snd(other, "begin");
        _bench.Run();
        Assert.Empty(seen);
        _bench.Clock.Advance(TimeSpan.FromSeconds(60));
        _bench.Run();

        Assert.Equal(["called", "other"], seen);
        await Task.CompletedTask;

        async Task TryAsync(string name, PortId to)
        {
            await Assert.ThrowsAsync<TimeoutException>(() => Node.Cal(to, "ask"));
            seen.Add(name);
        }
    }
}
