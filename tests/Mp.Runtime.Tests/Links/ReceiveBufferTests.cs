using Mp.Links;

namespace Mp.Runtime.Tests.Links;

public sealed class ReceiveBufferTests
{
    [Fact]
    public async Task Fill_GrowsWithWhatIsThere_AndGivesTheRoomBack()
    {
        var buffer = new ReceiveBuffer();
        var stream = new EndlessStream();
        await buffer.FillAsync(stream, default);
        int first = stream.Asked;

        while (buffer.Unread.Length < 2 * 1024 * 1024)
        {
            int before = buffer.Unread.Length;
            await buffer.FillAsync(stream, default);
            Assert.True(stream.Asked <= before);
        }

        buffer.Consume(buffer.Unread.Length);
        await buffer.FillAsync(stream, default);

        Assert.Equal(first, stream.Asked);
    }

    [Fact]
    public async Task Unread_KeepsWhatWasNotConsumed_InOrder()
    {
        var buffer = new ReceiveBuffer();
        byte[] bytes = [.. Enumerable.Range(0, 100_000).Select(static number => (byte)(number % 251))];
        using var stream = new MemoryStream(bytes);
        var read = new List<byte>();

        while (await buffer.FillAsync(stream, default))
        {
            int some = Math.Max(1, buffer.Unread.Length / 2);
            read.AddRange(buffer.Unread[..some]);
            buffer.Consume(some);
        }

        read.AddRange(buffer.Unread);
        Assert.Equal(bytes, read);
    }

    // Fills whatever it is given, and remembers how much that was.
    private sealed class EndlessStream : MemoryStream
    {
        public int Asked { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Asked = buffer.Length;
            return new ValueTask<int>(buffer.Length);
        }
    }
}
