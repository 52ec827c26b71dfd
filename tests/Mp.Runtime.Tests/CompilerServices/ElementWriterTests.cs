using System.Collections;
using Mp.CompilerServices;

namespace Mp.Runtime.Tests.CompilerServices;

public sealed class ElementWriterTests
{
    // Worked by hand from the format's specification.
    [Theory]
    [InlineData(0L, "00")]
    [InlineData(127L, "7F")]
    [InlineData(128L, "CC80")]
    [InlineData(256L, "CD0100")]
    [InlineData(65536L, "CE00010000")]
    [InlineData(4294967296L, "CF0000000100000000")]
    [InlineData(-1L, "FF")]
    [InlineData(-32L, "E0")]
    [InlineData(-33L, "D0DF")]
    [InlineData(-129L, "D1FF7F")]
    [InlineData(-32769L, "D2FFFF7FFF")]
    [InlineData(-2147483649L, "D3FFFFFFFF7FFFFFFF")]
    [InlineData(1.5, "CB3FF8000000000000")]
    [InlineData(1.5f, "CA3FC00000")]
    [InlineData(null, "C0")]
    [InlineData(true, "C3")]
    [InlineData(false, "C2")]
    [InlineData("", "A0")]
    [InlineData("é", "A2C3A9")]
    [InlineData("0123456789012345678901234567890", "BF30313233343536373839303132333435363738393031323334353637383930")]
    [InlineData(
        "01234567890123456789012345678901",
        "D9203031323334353637383930313233343536373839303132333435363738393031")]
    public void Write_OfAScalar_IsItsShortestForm(object? value, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(Encoded.Elements(value)));

    [Fact]
    public void Write_OfBytesArraysAndMaps_IsTheirShortestForm()
    {
        Assert.Equal("C403010203", Convert.ToHexString(Encoded.Element<byte[]>([1, 2, 3])));
        Assert.Equal("930102A178", Convert.ToHexString(Encoded.Elements((object?)new object?[] { 1, 2, "x" })));
        Assert.Equal(
            "81A16B90",
            Convert.ToHexString(Encoded.Elements(new Dictionary<string, object?> { ["k"] = Array.Empty<int>() })));
        Assert.Equal("DC0010", Convert.ToHexString(Encoded.Elements(new int[16])[..3]));
        Assert.Equal("DD00010000", Convert.ToHexString(Encoded.Elements(new int[65536])[..5]));
    }

    // Not as data of the test: attributes can't hold such texts either.
    [Fact]
    public void Write_OfHalfASurrogatePair_IsRefused()
    {
        foreach (string text in (string[])["\ud800", "\udc00x", "a long text with half a pair \ud800 in it"])
        {
            Assert.Throws<MessageEncodingException>(() => Encoded.Elements(text));
        }
    }

    [Fact]
    public void Write_OfAnArrayThatHoldsItself_IsRefused()
    {
        object?[] array = [null];
        array[0] = array;

        Assert.Throws<MessageEncodingException>(() => Encoded.Elements([array]));
    }

    [Fact]
    public void Write_OfAnUnknownType_NamesIt()
    {
        MessageEncodingException error =
            Assert.Throws<MessageEncodingException>(() => Encoded.Elements(new Lazy<int>()));

        Assert.Contains("System.Lazy", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OfAMapWithOtherKeys_IsRefused() =>
        Assert.Throws<MessageEncodingException>(() => Encoded.Elements(new Dictionary<char, int> { ['x'] = 1 }));

    [Fact]
    public void Write_OfAnArrayWithTwoDimensions_IsRefused() =>
        Assert.Throws<MessageEncodingException>(() => Encoded.Elements(new int[2, 2]));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Write_OfACollectionThatHasNotAsManyAsItSays_IsRefused(int count) =>
        Assert.Throws<MessageEncodingException>(() => Encoded.Elements(new Liar(count)));

    [Fact]
    public void Write_OfNullAmongItems_IsNull()
    {
        Assert.Equal("91C0", Convert.ToHexString(Encoded.Elements((object?)new byte[]?[] { null })));

        var writer = new System.Buffers.ArrayBufferWriter<byte>();
        var elements = new ElementWriter(writer);
        new ListCodec<byte[]>(BuiltInCodecs.Bytes).Write(ref elements, [null!]);
        new ListCodec<int[]>(new ArrayCodec<int>(BuiltInCodecs.Int32)).Write(ref elements, [null!]);
        elements.Flush();
        Assert.Equal("91C091C0", Convert.ToHexString(writer.WrittenSpan));
    }

    private sealed class Liar(int count) : ICollection
    {
        public int Count => count;

        public bool IsSynchronized => false;

        public object SyncRoot => this;

        public void CopyTo(Array array, int index)
        {
        }

        public IEnumerator GetEnumerator()
        {
            yield return 1;
        }
    }
}
