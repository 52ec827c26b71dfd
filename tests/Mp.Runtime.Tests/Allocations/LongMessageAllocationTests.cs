using Mp.Links;
using Mp.Messages;
using Mp.Nodes;

namespace Mp.Runtime.Tests.Allocations;

/// <summary>Messages of a mebibyte go where those before them went: new memory costs more than all the rest.</summary>
public sealed class LongMessageAllocationTests
{
    private const int Mebibyte = 1024 * 1024;

    private readonly byte[] _data = new byte[Mebibyte];

    [Fact]
    public void LongMessage_WaitingToBeWritten_TakesNoNewMemory()
    {
        var outgoing = new OutgoingBytes();

        AssertTakesNoNewMemory(() =>
        {
            _data.CopyTo(outgoing.GetSpan(Mebibyte + 1));
            outgoing.Advance(Mebibyte + 1);
            while (outgoing.Take().Length > 0)
            {
            }
        });
    }

    [Fact]
    public void LongMessage_BeingWrittenDown_TakesNoNewMemory()
    {
        var encoder = new MessageEncoder(maxBytes: 16 * Mebibyte, maxValues: 100);

        AssertTakesNoNewMemory(() => encoder.Encode(
            "port", Elements.Tagged("data", Elements.Of(_data)), 0, static (_, body) => body.Length));
    }

    // The least of several: a collection in between may empty the pool.
    private static void AssertTakesNoNewMemory(Action write)
    {
        long least = long.MaxValue;
        for (int time = 0; time < 10; time++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            write();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.InRange(least, 0, Mebibyte / 10);
    }
}
