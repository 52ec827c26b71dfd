using System.Runtime.CompilerServices;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.RoundTrips;

/// <summary>What generated handlers and calls allocate. The bounds are promises.</summary>
[Collection(Alone.Name)]
public sealed partial class HandlerAllocationTests
{
    private const int Rounds = 1000;

    // Of an object and the length of an array, on 64 bits.
    private const int ArrayOverhead = 24;

    private readonly ManualScheduler _scheduler = new();

    [Fact]
    public async Task MessageThatCameAsBytes_BeingReceived_AllocatesNothing() =>
        Assert.Equal(0, await ReceiveAsync(static (node, id) => node.Snd(id, "add", 1)));

    [Fact]
    public async Task BytesThatCameAsBytes_BeingReceived_AllocateTheHandlersArray()
    {
        byte[] data = new byte[200];

        Assert.Equal(200 + ArrayOverhead, await ReceiveAsync((node, id) => node.Snd(id, "data", data)));
    }

    [Fact]
    public async Task CallWithinAProcess_FromTheQuestionToTheAnswer_AllocatesAtMost720Bytes()
    {
        await using Node node = await Node.StartAsync(new NodeOptions { Scheduler = _scheduler });
        PortId id = node.CreatePort(new Adder());
        Call(node, id);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Call(node, id);
        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;

        Assert.InRange(each, 1, 720);
    }

    // The bytes allocated for each message from when it waits for the port until it was handled.
    private async Task<double> ReceiveAsync(Action<Node, PortId> send)
    {
        // What is sent is written and read back by the sender; then it waits, as what came over a link does.
        await using Node node = await Node.StartAsync(
            new NodeOptions { Scheduler = _scheduler, SerializeLocal = true });
        var port = new Adder();
        PortId id = node.CreatePort(port);
        SendMany();
        _scheduler.RunUntilIdle();
        SendMany();

        long before = GC.GetAllocatedBytesForCurrentThread();
        _scheduler.RunUntilIdle();
        long all = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(2 * Rounds, port.Handled);
        return (double)all / Rounds;

        void SendMany()
        {
            for (int round = 0; round < Rounds; round++)
            {
                send(node, id);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Call(Node node, PortId id)
    {
        for (int round = 0; round < Rounds; round++)
        {
            Task<Message> call = node.Cal(id, "ask");
            _scheduler.RunUntilIdle();
            Assert.True(call.IsCompletedSuccessfully);
        }
    }

    private sealed partial class Adder : Port
    {
        public int Handled { get; private set; }

        [Rcv("add")]
        private void Add(long number) => Handled++;

        [Rcv("data")]
        private void Data(ReadOnlyMemory<byte> data) => Handled++;

        [Rcv("ask")]
        private void Ask(PortId reply) => Snd(reply, "handled", Handled);
    }
}
