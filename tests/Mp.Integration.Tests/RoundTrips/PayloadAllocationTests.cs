using System.Runtime.CompilerServices;
using Mp.Integration.Tests.Support;
using Mp.Payloads;
using Mp.TestKit;

namespace Mp.Integration.Tests.RoundTrips;

/// <summary>A payload costs nothing but the objects that are made of it.</summary>
[Collection(Alone.Name)]
public sealed class PayloadAllocationTests
{
    private const int Rounds = 1000;

    [Fact]
    public void Writing_AllocatesNothing()
    {
        var box = new Box { Position = new Position(1, 2.5), Count = 3, Shape = new Dot() };

        Assert.Equal(0, PayloadBytes.AllocatedByWriting(box, Rounds));
        Assert.Equal(0, PayloadBytes.AllocatedByWriting<IShape>(new Dot(), Rounds));
    }

    [Fact]
    public void Reading_AllocatesTheObjectsAlone()
    {
        var position = new Position(1, 2.5);
        var box = new Box { Position = position, Count = 3 };

        Assert.Equal(0, PayloadBytes.AllocatedByReading(position, Rounds));
        Assert.Equal(AllocatedByBoxes(), PayloadBytes.AllocatedByReading(box, Rounds));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long AllocatedByBoxes()
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < Rounds; round++)
        {
            GC.KeepAlive(new Box());
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [Union(0, typeof(Dot))]
    internal interface IShape;

    [Payload]
    internal sealed class Box
    {
        public Position Position { get; init; }

        public int? Count { get; set; }

        public IShape? Shape { get; init; }
    }

    [Payload]
    internal readonly record struct Position([Key(0)] int X, [Key(2)] double Y);

    [Payload]
    internal sealed class Dot : IShape;
}
