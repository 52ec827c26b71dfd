using Mp.Runtime.Tests.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

public sealed class MessagePackFrameTests
{
    // worked by hand: 14 bytes; an array of 3: "echo", "ping", 300.
    private const string Golden = "0000000E" + "93" + "A46563686F" + "A470696E67" + "CD012C";

    [Fact]
    public void Write_OfABody_IsItsLengthAndTheBody() =>
        Assert.Equal(
            Golden,
            Convert.ToHexString(ReadFrame.Write(Framing.MessagePack, Encoded.Body("echo", "ping", 300))));

    [Fact]
    public void TryRead_OfAFrame_IsItsPortAndElements()
    {
        ReadFrame frame = Assert.Single(Read(Golden));

        Assert.Equal("echo", frame.PortName);
        Assert.Equal(["ping", 300L], frame.Values);
    }

    [Theory]
    [InlineData("00000001" + "90")] // []
    [InlineData("00000002" + "91A0")] // [""]
    [InlineData("00000002" + "91C0")] // [null]
    public void TryRead_OfAKeepAlive_IsAFrameOfNothing(string hex)
    {
        ReadFrame frame = Assert.Single(Read(hex));

        Assert.Equal("", frame.PortName);
        Assert.Equal(0, frame.Count);
    }

    [Theory]
    [InlineData("00000002" + "9107", "7")]
    [InlineData("00000002" + "91E0", "-32")]
    [InlineData("0000000A" + "91CFFFFFFFFFFFFFFFFF", "18446744073709551615")]
    public void TryRead_OfAPortNamedByAnInteger_IsItsDigits(string hex, string expected) =>
        Assert.Equal(expected, Assert.Single(Read(hex)).PortName);

    [Theory]
    [InlineData("00000000")] // no array
    [InlineData("00000001C0")]
    [InlineData("00000001C1")]
    [InlineData("0000000180")]
    [InlineData("00000002" + "91C3")] // a port that is no name
    [InlineData("00000002" + "9190")]
    [InlineData("0000000A" + "91CB3FF8000000000000")]
    [InlineData("00000003" + "91A000")] // something after the array
    [InlineData("00000002" + "92A0")] // less than was announced
    [InlineData("00000005" + "DDFFFFFFFF")]
    [InlineData("01000001")] // a byte more than the limit, refused before it comes
    [InlineData("FFFFFFFF")]
    public void TryRead_OfWhatIsWrong_Throws(string hex) =>
        Assert.Throws<WireFormatException>(() => Read(hex));

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void TryRead_OfALongPortName_TakesItUpToTheLimit(int length, bool expected)
    {
        byte[] stream = ReadFrame.Write(Framing.MessagePack, Encoded.Body(new string('p', length)));

        Exception? error = Record.Exception(
            () => ReadFrame.All(Framings.CreateReader(Framing.MessagePack, new WireLimits()), stream));

        Assert.Equal(expected, error is null);
        Assert.True(error is null or WireFormatException);
    }

    [Fact]
    public void TryRead_OfAShortMessage_AllocatesNothing()
    {
        byte[] stream = Convert.FromHexString(Golden);
        var reader = new MessagePackFrameReader(new WireLimits());
        _ = reader.TryRead(stream, out _, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();

        bool isRead = reader.TryRead(stream, out int consumed, out _);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(isRead);
        Assert.Equal(stream.Length, consumed);
    }

    private static List<ReadFrame> Read(string hex) =>
        ReadFrame.All(Framings.CreateReader(Framing.MessagePack, new WireLimits()), Convert.FromHexString(hex));
}
