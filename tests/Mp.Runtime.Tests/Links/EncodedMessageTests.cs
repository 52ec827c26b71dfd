using System.Buffers;
using Mp.Links;
using Mp.Wire;

namespace Mp.Runtime.Tests.Links;

public sealed class EncodedMessageTests
{
    private readonly EncodedMessage _message = new();

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(65_533)]
    [InlineData(200_000)]
    [InlineData(6_000_000)]
    public void Bytes_AreWhatWasWritten(int length)
    {
        byte[] written = RandomBytes(length);

        foreach (byte[] part in written.Chunk(Math.Max(1, length / 7)))
        {
            _message.Write(part);
        }

        Assert.Equal(written, _message.Bytes);
        Assert.Equal(length, _message.Length);
        _message.Clear();
        Assert.Equal(0, _message.Bytes.Length);
    }

    [Fact]
    public void LongOne_IsTaken_AndTheNextIsWrittenElsewhere()
    {
        byte[] written = RandomBytes(200_000);
        _message.Write(written);
        Assert.True(_message.IsLong);
        _message.Head.Fill(7);

        ArraySegment<byte> taken = _message.Take();
        _message.Write(RandomBytes(200_000));

        Assert.Equal<byte>([7, 7, 7, 7, .. written], taken.ToArray());
        Assert.Equal(200_000, _message.Length);
        LongArrays.Shared.Return(taken.Array!);
        _message.Clear();
    }

    [Fact]
    public void ShortOne_IsNotTaken()
    {
        _message.Write(RandomBytes(60_000));

        Assert.False(_message.IsLong);
    }

    [Fact]
    public void Link_SendsALongOne_AsItWouldSendItsBytes()
    {
        byte[] body = RandomBytes(200_000);
        var expected = new ArrayBufferWriter<byte>();
        new MessagePackFrameWriter().Write(body, expected);
        Link link = LinkFixture.Create("m", "z");
        var connection = new FakeConnection();
        Assert.True(link.TryAccept(connection, new MessagePackFrameWriter()));
        _message.Write(body);

        Assert.Equal(LinkActionKind.None, link.Send(_message).Kind);

        Assert.Equal(0, _message.Length);
        Assert.Equal(expected.WrittenCount, link.QueuedBytes);
        Assert.Equal(expected.WrittenSpan, link.TakeOutgoing(connection).Span);
    }

    [Fact]
    public void Link_ThatHasNoRoom_LeavesALongOneToBeSentAgain()
    {
        Link link = LinkFixture.Create("m", "z");
        var connection = new FakeConnection();
        Assert.True(link.TryAccept(connection, new MessagePackFrameWriter()));
        link.Send("first"u8);
        _message.Write(RandomBytes(200_000));

        Assert.Equal(LinkAction.NoRoom, link.TrySend(_message));
        Assert.Equal(200_000, _message.Length);
        _ = link.TakeOutgoing(connection);
        _ = link.TakeOutgoing(connection);

        Assert.Equal(LinkAction.Flush(connection), link.TrySend(_message));
        Assert.Equal(200_004, link.TakeOutgoing(connection).Length);
    }

    private static byte[] RandomBytes(int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
