using System.Runtime.CompilerServices;
using Mp.Integration.Tests.Support;
using Mp.TestKit;

namespace Mp.Integration.Tests.RoundTrips;

/// <summary>A record costs what the list costs that it stands for.</summary>
[Collection(Alone.Name)]
public sealed partial class TypedMessageAllocationTests
{
    private const int Rounds = 1000;

    private readonly ManualScheduler _scheduler = new();

    [Fact]
    public async Task SndOfARecordStruct_AllocatesWhatTheListDoes()
    {
        await using Node node = await Node.StartAsync(new NodeOptions { Scheduler = _scheduler });
        PortId id = node.CreatePort(new Counter());
        SendLists(node, id);
        SendRecords(node, id);

        long start = GC.GetAllocatedBytesForCurrentThread();
        SendLists(node, id);
        long lists = GC.GetAllocatedBytesForCurrentThread() - start;
        SendRecords(node, id);
        long records = GC.GetAllocatedBytesForCurrentThread() - start - lists;

        Assert.Equal(lists, records);
        Assert.InRange(records / Rounds, 1, 40);
    }

    [Fact]
    public async Task RecordStruct_BeingReceived_AllocatesNothing()
    {
        await using Node node = await Node.StartAsync(new NodeOptions { Scheduler = _scheduler });
        var counter = new Counter();
        PortId id = node.CreatePort(counter);
        SendRecords(node, id);
        _scheduler.RunUntilIdle();
        SendRecords(node, id);

        long before = GC.GetAllocatedBytesForCurrentThread();
        _scheduler.RunUntilIdle();
        long all = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(2L * Rounds, counter.Count);
        Assert.Equal(0, all);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SendLists(Node node, PortId id)
    {
        for (int round = 0; round < Rounds; round++)
        {
            node.Snd(id, "step", 1);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SendRecords(Node node, PortId id)
    {
        for (int round = 0; round < Rounds; round++)
        {
            node.Snd(id, new Step(1));
        }
    }

    [Message("step")]
    private readonly partial record struct Step(int Width);

    private sealed partial class Counter : Port
    {
        public long Count { get; private set; }

        [Rcv]
        private void OnStep(Step step) => Count += step.Width;
    }
}
