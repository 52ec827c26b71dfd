using System.Buffers;
using Mp.Links;

namespace Mp.Runtime.Tests.Links;

public sealed class OutgoingBytesTests
{
    [Fact]
    public void Take_KeepsTheSegmentsOfABurst_UntilLittleIsWrittenAtATime()
    {
        var outgoing = new OutgoingBytes();
        for (int count = 0; count < 2_000; count++)
        {
            outgoing.Writer.Write(new byte[1024]);
        }

        Assert.Equal(2_000 * 1024, TakeAll(outgoing));
        int afterBurst = outgoing.Capacity;
        outgoing.Writer.Write(new byte[1024]);
        Assert.Equal(1024, TakeAll(outgoing));

        Assert.True(afterBurst > 1024 * 1024);
        Assert.True(outgoing.Capacity <= 128 * 1024);
    }

    private static int TakeAll(OutgoingBytes outgoing)
    {
        int all = 0;
        while (outgoing.Take() is { IsEmpty: false } bytes)
        {
            all += bytes.Length;
        }

        return all;
    }
}
