using System.Runtime.InteropServices;
using Mp.Links;

namespace Mp.Runtime.Tests.Links;

public sealed class ReceiveBufferTests
{
    [Fact]
    public async Task Fill_GrowsWithWhatIsThere_AndGivesTheRoomBack()
    {
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        await buffer.FillAsync(stream, 0, default);
        int first = stream.Asked;

        while (buffer.Unread.Length < 2 * 1024 * 1024)
        {
            int before = buffer.Unread.Length;
            await buffer.FillAsync(stream, 0, default);
            Assert.True(stream.Asked <= before);
        }

        buffer.Consume(buffer.Unread.Length);
        await buffer.FillAsync(stream, 0, default);

        Assert.Equal(first, stream.Asked);
    }

    [Fact]
    public async Task Fill_ReadsMoreAtATime_ThoughAPartOfAMessageIsAlwaysLeft()
    {
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();

        for (int round = 0; round < 20; round++)
        {
            await buffer.FillAsync(stream, 0, default);
            buffer.Consume(buffer.Unread.Length - 48);
        }

        Assert.InRange(stream.Asked, 32 * 1024, 64 * 1024);
    }

    [Fact]
    public async Task Fill_KeepsTheRoomForLongMessages_UntilAShortOneComes()
    {
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        while (buffer.Unread.Length < 256 * 1024)
        {
            await buffer.FillAsync(stream, 0, default);
        }

        buffer.Consume(buffer.Unread.Length);
        stream.Most = 100;
        await buffer.FillAsync(stream, 0, default);
        int afterLong = stream.Asked;
        buffer.Consume(buffer.Unread.Length);
        await buffer.FillAsync(stream, 0, default);

        Assert.Equal(256 * 1024, afterLong);
        Assert.Equal(2 * 1024, stream.Asked);
    }

    [Fact]
    public async Task Fill_MakesRoomForALongMessage_AsItArrives_AndGivesThatAway()
    {
        const int Wanted = 3 * 1024 * 1024;
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        while (buffer.Unread.Length < Wanted)
        {
            int before = buffer.Unread.Length;
            await buffer.FillAsync(stream, Wanted, default);
            Assert.True(stream.Asked <= (64 * 1024) + (15 * before));
        }

        // All of it and nothing else is there, and in an array that is not much longer.
        ReadOnlyMemory<byte> given = Assert.NotNull(buffer.Offer(Wanted));
        buffer.GiveAway();
        Assert.True(MemoryMarshal.TryGetArray(given, out ArraySegment<byte> array));
        Assert.Equal(Wanted, given.Length);
        Assert.Equal(Wanted, array.Array!.Length);
        Assert.True(buffer.Unread.IsEmpty);

        await buffer.FillAsync(stream, 0, default);
        Assert.Equal(64 * 1024, stream.Asked);
        Assert.Null(buffer.Offer(buffer.Unread.Length));
    }

    [Fact]
    public async Task Message_ThatIsNotAlone_IsNotOffered()
    {
        const int Wanted = 100_000;
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        while (buffer.Unread.Length < Wanted)
        {
            await buffer.FillAsync(stream, Wanted, default);
        }

        Assert.Null(buffer.Offer(Wanted - 1));
        Assert.Equal(Wanted, buffer.Unread.Length);
    }

    [Fact]
    public async Task LongMessages_OfOneLength_AreReadWhereTheyStay_WithoutACopy()
    {
        const int Wanted = 100_000;
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        await ReadTwoAsync(buffer, stream, Wanted);

        await buffer.FillAsync(stream, 0, default);

        Assert.Equal(Wanted, stream.Asked);
        Assert.Equal(Wanted, Assert.NotNull(buffer.Offer(Wanted)).Length);
    }

    [Theory]
    [InlineData(2_097_152, 2_097_152)]
    [InlineData(2_097_153, 64 * 1024)]
    public async Task LongMessage_IsExpected_UpToTwoMebibytes(int wanted, int asked)
    {
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        await ReadTwoAsync(buffer, stream, wanted);

        await buffer.FillAsync(stream, 0, default);

        Assert.Equal(asked, stream.Asked);
    }

    [Fact]
    public async Task ShortMessages_WhereALongOneWasExpected_AreNotGivenAway()
    {
        const int Wanted = 100_000;
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        await ReadTwoAsync(buffer, stream, Wanted);

        stream.Most = 1_000;
        await buffer.FillAsync(stream, 0, default);
        Assert.Null(buffer.Offer(1_000));
        buffer.Consume(1_000);
        await buffer.FillAsync(stream, 0, default);
        Assert.Equal(Wanted, stream.Asked);
        Assert.Null(buffer.Offer(1_000));
        buffer.Consume(1_000);
        await buffer.FillAsync(stream, 0, default);

        Assert.Equal(64 * 1024, stream.Asked);
        Assert.Null(buffer.Offer(1_000));
    }

    [Fact]
    public async Task LongMessage_AfterAShortOne_ComesIntoTheMemoryThatWasThereForIt()
    {
        const int Wanted = 100_000;
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        await ReadTwoAsync(buffer, stream, Wanted);

        await buffer.FillAsync(stream, 0, default);
        buffer.Consume(50);
        long before = GC.GetAllocatedBytesForCurrentThread();
        await buffer.FillAsync(stream, Wanted, default);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Wanted / 2);
        Assert.Equal(50, stream.Asked);
        Assert.NotNull(buffer.Offer(Wanted));
    }

    [Fact]
    public async Task LongMessages_OfAnotherLength_AreSoonGivenAwayAgain()
    {
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        await ReadTwoAsync(buffer, stream, 100_000);

        await buffer.FillAsync(stream, 0, default);
        Assert.Null(buffer.Offer(90_000));
        buffer.Consume(90_000);

        for (int message = 0; message < 3; message++)
        {
            await ReadMessageAsync(buffer, stream, 90_000);
            buffer.GiveAway();
        }
    }

    [Fact]
    public async Task BeginningOfALongMessage_AtTheEndOfWhatWasRead_TakesNoLittleArray()
    {
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        await FillAsync(buffer, stream);

        buffer.Consume(buffer.Unread.Length - 10);
        await buffer.FillAsync(stream, 1_000_000, default);
        Assert.Equal((64 * 1024) - 10, stream.Asked);
        await buffer.FillAsync(stream, 1_000_000, default);

        Assert.Equal(1_000_000 - (64 * 1024), stream.Asked);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public async Task BusyConnection_ThatWaits_HasNoMemory(int longMessage)
    {
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        await FillAsync(buffer, stream);

        buffer.Consume(buffer.Unread.Length);
        if (longMessage > 0)
        {
            await ReadMessageAsync(buffer, stream, longMessage);
            buffer.GiveAway();
        }

        stream.Arrival = new TaskCompletionSource<int>();
        ValueTask<bool> read = buffer.FillAsync(stream, 0, default);
        Assert.Equal(0, buffer.Capacity);
        stream.Arrival.SetResult(0);

        Assert.True(await read);
        Assert.Equal(64 * 1024, stream.Asked);
        Assert.Equal(64 * 1024, buffer.Unread.Length);
    }

    [Fact]
    public async Task LongMessages_WithShortOnesAndPausesBetweenThem_AreNotExpectedAnyMore()
    {
        const int Wanted = 100_000;
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        await ReadTwoAsync(buffer, stream, Wanted);

        // The memory for the next one is made, and given up.
        stream.Most = 50;
        await buffer.FillAsync(stream, 0, default);
        buffer.Consume(50);
        await PauseAsync(buffer, stream);
        buffer.Consume(buffer.Unread.Length);
        stream.Most = int.MaxValue;
        await ReadMessageAsync(buffer, stream, Wanted);
        buffer.GiveAway();

        await buffer.FillAsync(stream, 0, default);
        Assert.Equal(64 * 1024, stream.Asked);
    }

    [Fact]
    public async Task BusyConnection_ThatIsReadLittleFromForAWhile_IsBusyNoMore()
    {
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        await FillAsync(buffer, stream);

        buffer.Consume(buffer.Unread.Length);
        stream.Most = 50;
        for (int message = 0; message < 20; message++)
        {
            await buffer.FillAsync(stream, 0, default);
            buffer.Consume(50);
        }

        Assert.Equal(2 * 1024, buffer.Capacity);
    }

    [Fact]
    public async Task Unread_KeepsWhatWasNotConsumed_InOrder()
    {
        var buffer = new ReceiveBuffer();
        byte[] bytes = [.. Enumerable.Range(0, 100_000).Select(static number => (byte)(number % 251))];
        using var stream = new MemoryStream(bytes);
        var read = new List<byte>();

        while (await buffer.FillAsync(stream, 0, default))
        {
            int some = Math.Max(1, buffer.Unread.Length / 2);
            read.AddRange(buffer.Unread[..some]);
            buffer.Consume(some);
        }

        read.AddRange(buffer.Unread);
        Assert.Equal(bytes, read);
    }

    private static async Task PauseAsync(ReceiveBuffer buffer, EndlessStream stream)
    {
        stream.Arrival = new TaskCompletionSource<int>();
        ValueTask<bool> read = buffer.FillAsync(stream, 0, default);
        Assert.Equal(0, buffer.Capacity);
        stream.Arrival.SetResult(0);
        Assert.True(await read);
        stream.Arrival = null;
    }

    private static async Task FillAsync(ReceiveBuffer buffer, EndlessStream stream)
    {
        while (buffer.Unread.Length < 64 * 1024)
        {
            await buffer.FillAsync(stream, 0, default);
        }
    }

    // So that a third one is expected.
    private static async Task ReadTwoAsync(ReceiveBuffer buffer, EndlessStream stream, int wanted)
    {
        for (int message = 0; message < 2; message++)
        {
            await ReadMessageAsync(buffer, stream, wanted);
            buffer.GiveAway();
        }
    }

    private static async Task ReadMessageAsync(ReceiveBuffer buffer, EndlessStream stream, int wanted)
    {
        while (buffer.Unread.Length < wanted)
        {
            await buffer.FillAsync(stream, wanted, default);
        }

        Assert.NotNull(buffer.Offer(wanted));
    }

    // Fills whatever it is given, up to a limit, and remembers how much it was given.
    private sealed class EndlessStream : MemoryStream
    {
        public int Asked { get; private set; }

        public int Most { get; set; } = int.MaxValue;

        // Who asks for nothing waits for it.
        public TaskCompletionSource<int>? Arrival { get; set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (buffer.IsEmpty)
            {
                return Arrival is null ? new ValueTask<int>(0) : new ValueTask<int>(Arrival.Task);
            }

            Asked = buffer.Length;
            return new ValueTask<int>(Math.Min(buffer.Length, Most));
        }
    }
}
