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
            Assert.True(stream.Asked <= Math.Max(64 * 1024, 15 * before));
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

    // Fills whatever it is given, up to a limit, and remembers how much it was given.
    private sealed class EndlessStream : MemoryStream
    {
        public int Asked { get; private set; }

        public int Most { get; set; } = int.MaxValue;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Asked = buffer.Length;
            return new ValueTask<int>(Math.Min(buffer.Length, Most));
        }
    }
}
