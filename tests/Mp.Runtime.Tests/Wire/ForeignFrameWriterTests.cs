using System.Buffers;
using System.Text;
using Mp.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.Wire;

public sealed class ForeignFrameWriterTests
{
    [Fact]
    public void Kil1_OfTheNodePort_IsKil() => Assert.Equal(
        """["","kil","port","enough",42]""",
        Write("", "kil1", "port", "enough", 42L));

    [Fact]
    public void Kil1_WithALongReason_IsKil()
    {
        object[] reason = [.. Enumerable.Range(0, 20).Select(static number => (object)(long)number)];

        Assert.Equal(
            $"""["","kil","port",{string.Join(',', reason)}]""",
            Write(["", "kil1", "port", .. reason]));
    }

    [Theory]
    [InlineData("port", "kil1", "x")]
    [InlineData("", "kil0", "port")]
    [InlineData("", "kil11", "port")]
    [InlineData("", "mon1", "kil1")]
    [InlineData("kil1", "", "x")]
    public void EverythingElse_StaysAsItIs(params string[] elements) => Assert.Equal(
        $"""["{string.Join("\",\"", elements)}"]""",
        Write([.. elements]));

    [Fact]
    public void Kil1_ForAPeerOfTheLaterProtocol_StaysKil1() => Assert.Equal(
        """["","kil1","port",42]""",
        WriteFor(isOfEarlierProtocol: false, "", "kil1", "port", 42L));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Mon1_LosesItsNumber(bool isOfEarlierProtocol) => Assert.Equal(
        """["","mon1","port"]""",
        WriteFor(isOfEarlierProtocol, "", "mon1", "port", 7L));

    [Fact]
    public void EmptyMessage_StaysEmpty()
    {
        var output = new ArrayBufferWriter<byte>();

        new ForeignFrameWriter(Framings.WriterOf(Framing.Json), isOfEarlierProtocol: true).Write([0x90], output);

        Assert.Equal("[]", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static string Write(params object[] elements) => WriteFor(isOfEarlierProtocol: true, elements);

    private static string WriteFor(bool isOfEarlierProtocol, params object[] elements)
    {
        var body = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(body);
        writer.WriteArrayHeader(elements.Length);
        foreach (object element in elements)
        {
            writer.WriteElement(element);
        }

        writer.Flush();
        var output = new ArrayBufferWriter<byte>();
        var foreign = new ForeignFrameWriter(Framings.WriterOf(Framing.Json), isOfEarlierProtocol);
        foreign.Write(body.WrittenSpan, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
