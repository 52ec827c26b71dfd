using System.Runtime.CompilerServices;
using Mp.CompilerServices;
using Mp.Messages;
using Mp.Ports;
using Mp.Runtime.Tests.Ports;

namespace Mp.Runtime.Tests.Allocations;

/// <summary>What a message and a port cost. The bounds are promises; a test that fails here is a regression.</summary>
public sealed class PortAllocationTests : IDisposable
{
    private const int Rounds = 1000;

    private readonly PortBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Message_OfATagAndAnInteger_IsOneObjectOfAtMost40Bytes()
    {
        PortCell cell = _bench.Create(new CounterPort());
        Enqueue(cell);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Enqueue(cell);
        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;

        Assert.InRange(each, 1, 40);
    }

    [Fact]
    public void Message_BeingHandled_AllocatesNothing()
    {
        var port = new CounterPort();
        PortCell cell = _bench.Create(port);
        Enqueue(cell);
        _bench.Run();
        Enqueue(cell);

        long before = GC.GetAllocatedBytesForCurrentThread();
        _bench.Run();
        long all = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(2L * Rounds, port.Count);
        Assert.Equal(0, all);
    }

    [Fact]
    public void IdlePort_OfOneField_IsAtMost128Bytes()
    {
        object?[] ports = new object?[Rounds];
        Create(ports);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Create(ports);
        long each = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;

        Assert.InRange(each, 1, 128);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Enqueue(PortCell cell)
    {
        for (int round = 0; round < Rounds; round++)
        {
            cell.Enqueue(new TypedMessage<int>("inc", 1));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Create(object?[] ports)
    {
        for (int index = 0; index < ports.Length; index++)
        {
            ports[index] = _bench.Create(new CounterPort());
        }
    }

    // As generated code would write it.
    private sealed class CounterPort : Port
    {
        public long Count { get; private set; }

        protected internal override void Match(MemoryMessage message, ref Dispatch dispatch)
        {
            if (dispatch.Wants(0) && message.IsConstant(0, "inc") && message.TryGetInt64(1, out long step))
            {
                dispatch.Match();
                Count += step;
            }
        }
    }
}
