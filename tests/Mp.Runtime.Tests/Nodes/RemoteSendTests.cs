using Mp.TestKit;
using Mp.Transports.Memory;

namespace Mp.Runtime.Tests.Nodes;

public sealed class RemoteSendTests
{
    [Fact]
    public async Task Snd_ToAPortOfAnotherNode_ArrivesElementForElement()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);

        nodes.First.Snd(id, "all", 1, -2L, 2.5, true, "text", (string?)null);

        object?[] message = Assert.Single(await port.WaitForAsync(1));
        Assert.Equal(["all", 1L, -2L, 2.5, true, "text", null], message);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("cbor")]
    public async Task Snd_OfALongArray_ThatIsChangedAfterwards_SendsWhatItWas(string? framing)
    {
        const int Count = 20;
        await using TwoNodes nodes = await TwoNodes.StartAsync(
            options => framing is null ? options : options with { Framings = [framing] });
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);
        byte[] data = new byte[300_000];
        nodes.First.Snd(id, "data", 0, data);
        await port.WaitForAsync(1);

        for (int number = 1; number < Count; number++)
        {
            Array.Fill(data, (byte)number);
            nodes.First.Snd(id, "data", number, data);
            nodes.First.Snd(id, "short", number);
        }

        IReadOnlyList<object?[]> messages = await port.WaitForAsync((2 * Count) - 1);
        for (int number = 1; number < Count; number++)
        {
            Assert.Equal(["data", (long)number], messages[(2 * number) - 1][..2]);
            byte[] received = Assert.IsType<byte[]>(messages[(2 * number) - 1][2]);
            Assert.Equal(data.Length, received.Length);
            Assert.False(received.AsSpan().ContainsAnyExcept((byte)number));
            Assert.Equal(["short", (long)number], messages[2 * number]);
        }
    }

    [Fact]
    public async Task Snd_ByWrittenId_Arrives()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        string id = nodes.Second.CreatePort(port).ToString();

        nodes.First.Snd(id, "ping", 1);

        Assert.Equal(["ping", 1L], Assert.Single(await port.WaitForAsync(1)));
    }

    [Fact]
    public async Task Snd_ManyMessages_ArriveInTheOrderSent()
    {
        const int Count = 20_000;
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);
        nodes.First.Snd(id, "number", 0);
        await port.WaitForAsync(1);

        for (int number = 1; number < Count; number++)
        {
            nodes.First.Snd(id, "number", number);
        }

        IReadOnlyList<object?[]> messages = await port.WaitForAsync(Count);
        Assert.Equal(
            Enumerable.Range(0, Count).Select(static number => (long)number),
            messages.Select(static message => (long)message[1]!));
    }

    [Fact]
    public async Task Snd_BeforeTheLinkIsUp_IsQueuedAndArrives()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);

        for (int number = 0; number < 100; number++)
        {
            nodes.First.Snd(id, "early", number);
        }

        Assert.Equal(100, (await port.WaitForAsync(100)).Count);
    }

    [Fact]
    public async Task Snd_BothWaysAtOnce_KeepsOneConnectionAndLosesNothing()
    {
        for (int round = 0; round < 20; round++)
        {
            await using TwoNodes nodes = await TwoNodes.StartAsync();
            var one = new RecordingPort();
            var other = new RecordingPort();
            PortId first = nodes.First.CreatePort(one);
            PortId second = nodes.Second.CreatePort(other);
            var lost = new TaskCompletionSource<Reason>();
            nodes.First.Mon(second, lost.SetResult);
            nodes.Second.Mon(first, lost.SetResult);

            Parallel.Invoke(
                () => nodes.First.Snd(second, "hello"),
                () => nodes.Second.Snd(first, "hello"));

            Assert.Single(await one.WaitForAsync(1));
            Assert.Single(await other.WaitForAsync(1));
            Assert.False(lost.Task.IsCompleted);
        }
    }

    [Fact]
    public async Task Snd_OfAMessageThatIsTooLarge_ThrowsAndSendsNothing()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync(static options => options with { MaxFrameBytes = 1024 });
        var port = new RecordingPort();
        PortId id = nodes.Second.CreatePort(port);

        var exception = Assert.Throws<MessageEncodingException>(() => nodes.First.Snd(id, "big", new byte[2000]));
        nodes.First.Snd(id, "small");

        Assert.Contains("'big'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("1024", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["small"], Assert.Single(await port.WaitForAsync(1)));
    }

    [Theory]
    [InlineData(nameof(NodeOptions.MaxFrameBytes))]
    [InlineData(nameof(NodeOptions.MaxMessageDepth))]
    [InlineData(nameof(NodeOptions.MaxMessageValues))]
    public async Task Snd_BeyondALimit_IsCountedAtTheSender(string limit)
    {
        using var reached = new LimitCount(limit);
        await using TwoNodes nodes = await TwoNodes.StartAsync(static options => options with
        {
            MaxFrameBytes = 2048,
            MaxMessageValues = 1000,
        });
        PortId id = nodes.Second.CreatePort(new RecordingPort());
        object? nested = null;
        for (int level = 0; level < 100; level++)
        {
            nested = new object?[] { nested };
        }

        object? element = limit switch
        {
            nameof(NodeOptions.MaxFrameBytes) => new byte[3000],
            nameof(NodeOptions.MaxMessageDepth) => nested,
            _ => new int[1001],
        };
        Assert.Throws<MessageEncodingException>(() => nodes.First.Snd(id, "beyond", element));

        Assert.True(reached.Count >= 1);
    }

    [Fact]
    public async Task Snd_OfAnElementThatCannotTravel_ThrowsNamingIt()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        PortId id = nodes.Second.CreatePort(new RecordingPort());

        var exception = Assert.Throws<MessageEncodingException>(() => nodes.First.Snd(id, "x", 1, new Lock()));

        Assert.Contains("Element 2 of message 'x'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("System.Threading.Lock", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snd_FromAPrivateNode_SaysToGoPublic()
    {
        await using Node node = await Node.StartAsync();

        var exception = Assert.Throws<InvalidPortIdException>(() => node.Snd("elsewhere:4040#port", "ping"));

        Assert.Contains("BecomePublicAsync", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snd_ToAnIdOfBeforeGoingPublic_SaysThatItIsInvalid()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        await using Node node = await Node.StartAsync(new NodeOptions
        {
            Secret = Secret.FromText("a secret for these tests"),
            Transport = nodes.Network.CreateTransport(),
        });
        var port = new RecordingPort();
        PortId before = node.CreatePort(port);
        string written = before.ToString();
        await node.BecomePublicAsync("third:0");

        Assert.Throws<InvalidPortIdException>(() => node.Snd(before, "ping"));
        Assert.Throws<InvalidPortIdException>(() => node.Snd(written, "ping"));
        node.Snd(port.Self, "ping");
        nodes.First.Snd(port.Self, "ping");

        Assert.Equal(2, (await port.WaitForAsync(2)).Count);
    }

    [Fact]
    public async Task WhatADeadPortSays_NamesItByItsPresentId()
    {
        await using Node node = await Node.StartAsync(new NodeOptions
        {
            Secret = Secret.FromText("a secret for these tests"),
            Transport = new MemoryNetwork().CreateTransport(),
        });
        var port = new RecordingPort();
        var dead = new TaskCompletionSource<Reason>();
        var dropped = new TaskCompletionSource<UnmatchedMessage>();
        node.CreatePort(port);
        await node.BecomePublicAsync("here:0");
        PortId id = port.Self;
        node.Mon(id, _ => node.Mon(id, dead.SetResult));
        node.Unmatched += dropped.SetResult;

        node.Kil(id);
        Reason reason = await dead.Task.Bounded();
        node.Snd(id, "ping");

        Assert.Equal(id.ToString(), reason[2]);
        Assert.Equal(id.ToString(), (await dropped.Task.Bounded()).PortId);
    }

    [Fact]
    public async Task Snd_ToAnUnknownPort_IsCountedThere()
    {
        await using TwoNodes nodes = await TwoNodes.StartAsync();
        var dropped = new TaskCompletionSource<UnmatchedMessage>();
        nodes.Second.Unmatched += dropped.SetResult;

        nodes.First.Snd($"{nodes.Second.Id}#nobody", "ping");

        UnmatchedMessage message = await dropped.Task.Bounded();
        Assert.Equal(new UnmatchedMessage("ping", $"{nodes.Second.Id}#nobody", UnmatchedReason.NoSuchPort), message);
    }
}
