using System.Buffers;
using Mp.Links;

namespace Mp.Runtime.Tests.Links;

public sealed class OutgoingBytesTests
{
    private readonly OutgoingBytes _outgoing = new();

    [Fact]
    public void Take_GivesTheSegmentsOfABurstBack()
    {
        for (int count = 0; count < 2_000; count++)
        {
            _outgoing.Write(new byte[1024]);
        }

        int inBurst = _outgoing.Capacity;

        Assert.Equal(2_000 * 1024, TakeAll().Length);
        Assert.True(inBurst > 1024 * 1024);
        Assert.True(_outgoing.Capacity <= 8 * 1024);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(5_000)]
    [InlineData(70_000)]
    [InlineData(1_500_000)]
    public void Take_ReturnsWhatWasWritten_InOrder(int bytes)
    {
        byte[] written = new byte[40 * bytes];
        new Random(bytes).NextBytes(written);
        List<byte> taken = [];
        for (int index = 0; index < 40; index++)
        {
            // Now and then in the middle, as a writer does.
            _outgoing.Write(written.AsSpan(index * bytes, bytes));
            taken.AddRange(index % 7 == 3 ? _outgoing.Take().ToArray() : []);
        }

        taken.AddRange(TakeAll());
        Assert.Equal(written, taken);
        Assert.Equal(0, _outgoing.Count);
    }

    [Fact]
    public void Add_KeepsTheOrder_AndCopiesNothing()
    {
        byte[] array = LongArrays.Shared.Rent(100_000);
        array.AsSpan().Fill((byte)'a');
        _outgoing.Write("before"u8);
        _outgoing.Add(new ArraySegment<byte>(array, 0, 100_000));
        _outgoing.Write("after"u8);

        Assert.Equal(100_011, _outgoing.Count);
        Assert.Equal("before"u8, _outgoing.Take().Span);
        ReadOnlyMemory<byte> added = _outgoing.Take();
        Assert.Equal(100_000, added.Length);
        Assert.True(added.Span.Overlaps(array));
        Assert.Equal("after"u8, _outgoing.Take().Span);
        Assert.True(_outgoing.Take().IsEmpty);
        Assert.True(_outgoing.Capacity <= 8 * 1024);
    }

    [Fact]
    public void Reset_DoesNotLendWhatIsBeingWritten()
    {
        byte[] array = LongArrays.Shared.Rent(100_000);
        _outgoing.Add(new ArraySegment<byte>(array, 0, 100_000));
        _ = _outgoing.Take();

        _outgoing.Reset();

        byte[][] lent = [.. Enumerable.Range(0, 8).Select(static _ => LongArrays.Shared.Rent(100_000))];
        Assert.All(lent, other => Assert.NotSame(array, other));
        Array.ForEach(lent, LongArrays.Shared.Return);
    }

    [Fact]
    public void ShortMessagesBetweenLongOnes_TakeLittleMemory()
    {
        for (int message = 0; message < 10; message++)
        {
            _outgoing.Add(new ArraySegment<byte>(LongArrays.Shared.Rent(100_000), 0, 100_000));
            _outgoing.Write(new byte[10]);
        }

        Assert.InRange(_outgoing.Capacity, _outgoing.Count, _outgoing.Count * 5 / 4);
        _outgoing.Reset();
    }

    [Fact]
    public void Reset_LeavesWhatIsBeingWritten()
    {
        _outgoing.Write("being written"u8);
        ReadOnlyMemory<byte> writing = _outgoing.Take();
        _outgoing.Write(new byte[200_000]);

        _outgoing.Reset();
        _outgoing.Write(new byte[200_000]);

        Assert.Equal("being written"u8, writing.Span);
        Assert.Equal(200_000, _outgoing.Count);
    }

    private byte[] TakeAll()
    {
        List<byte> all = [];
        while (_outgoing.Take() is { IsEmpty: false } bytes)
        {
            all.AddRange(bytes.Span);
        }

        return [.. all];
    }
}
