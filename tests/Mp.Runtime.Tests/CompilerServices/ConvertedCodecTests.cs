using Mp.CompilerServices;

namespace Mp.Runtime.Tests.CompilerServices;

/// <summary>Codecs that are written by hand, and throw.</summary>
public sealed class ConvertedCodecTests
{
    private readonly IElementCodec<Fragile> _codec = Fragile.Register();

    [Fact]
    public void Write_WhoseCodecThrows_SaysSo_AndWhy()
    {
        var exception = Assert.Throws<MessageEncodingException>(() => Coded.Write(_codec, new Fragile("broken")));

        Assert.Equal("its codec threw: it broke", exception.Message);
        Assert.IsType<InvalidOperationException>(exception.InnerException);
    }

    [Fact]
    public void TryRead_WhoseCodecThrows_IsNoMatch()
    {
        Assert.Equal("whole", Coded.Read(_codec, Encoded.Elements("whole")).Text);
        Assert.False(Coded.Takes(_codec, Encoded.Elements("hostile")));
    }

    [Fact]
    public void ElementInMemory_WhoseCodecThrows_IsNoMatchForAnotherType() =>
        Assert.False(Message.Create("t", new Fragile("broken")).TryGet(1, out Version? _));
}
