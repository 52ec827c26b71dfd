using Mp.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.CompilerServices;

/// <summary>Tuples, pairs and messages within messages are arrays of what they hold.</summary>
public sealed class TupleCodecTests
{
    private static readonly IElementCodec<int> Int = BuiltInCodecs.Int32;
    private static readonly IElementCodec<string> Text = BuiltInCodecs.String;

    [Fact]
    public void Tuples_AreArraysOfTheirItems()
    {
        // 9n is an array of n, a1 61 the text "a".
        Verify(TupleCodecs.ValueTuple(Int), ValueTuple.Create(1), "9101");
        Verify(TupleCodecs.ValueTuple(Int, Text), (1, "a"), "9201A161");
        Verify(TupleCodecs.ValueTuple(Int, Int, Int), (1, 2, 3), "93010203");
        Verify(TupleCodecs.ValueTuple(Int, Int, Int, Int), (1, 2, 3, 4), "9401020304");
        Verify(TupleCodecs.ValueTuple(Int, Int, Int, Int, Int), (1, 2, 3, 4, 5), "950102030405");
        Verify(TupleCodecs.ValueTuple(Int, Int, Int, Int, Int, Int), (1, 2, 3, 4, 5, 6), "96010203040506");
        Verify(TupleCodecs.ValueTuple(Int, Int, Int, Int, Int, Int, Int), (1, 2, 3, 4, 5, 6, 7), "9701020304050607");
    }

    [Fact]
    public void LongTuple_HasATupleForItsRest() => Verify(
        TupleCodecs.ValueTuple(Int, Int, Int, Int, Int, Int, Int, TupleCodecs.ValueTuple(Int, Int)),
        (1, 2, 3, 4, 5, 6, 7, 8, 9),
        "9801020304050607" + "920809");

    [Fact]
    public void TuplesThatAreObjects_AreWrittenAlike()
    {
        Verify(TupleCodecs.Tuple(Int), Tuple.Create(1), "9101");
        Verify(TupleCodecs.Tuple(Int, Text), Tuple.Create(1, "a"), "9201A161");
        Verify(TupleCodecs.Tuple(Int, Int, Int), Tuple.Create(1, 2, 3), "93010203");
        Verify(TupleCodecs.Tuple(Int, Int, Int, Int), Tuple.Create(1, 2, 3, 4), "9401020304");
        Verify(TupleCodecs.Tuple(Int, Int, Int, Int, Int), Tuple.Create(1, 2, 3, 4, 5), "950102030405");
        Verify(TupleCodecs.Tuple(Int, Int, Int, Int, Int, Int), Tuple.Create(1, 2, 3, 4, 5, 6), "96010203040506");
        Verify(
            TupleCodecs.Tuple(Int, Int, Int, Int, Int, Int, Int),
            Tuple.Create(1, 2, 3, 4, 5, 6, 7),
            "9701020304050607");
        Assert.Equal([0xc0], Coded.Write(TupleCodecs.Tuple(Int), null!));
    }

    [Fact]
    public void Pair_IsAnArrayOfTwo()
    {
        IElementCodec<KeyValuePair<int, string>> codec = TupleCodecs.KeyValuePair(Int, Text);

        Assert.Equal("9201A161", Convert.ToHexString(Coded.Write(codec, new(1, "a"))));
        Assert.Equal(new(1, "a"), Coded.Through(Framing.Json, codec, new(1, "a")));
    }

    [Theory]
    [InlineData("9101")]
    [InlineData("93010203")]
    [InlineData("92A16101")]
    [InlineData("01")]
    [InlineData("820101")]
    public void Tuple_OfOtherItems_IsNoMatch(string hex)
    {
        byte[] element = Convert.FromHexString(hex);

        Assert.False(Coded.Takes(TupleCodecs.ValueTuple(Int, Text), element));
        Assert.False(Coded.Takes(TupleCodecs.Tuple(Int, Text), element));
        Assert.False(Coded.Takes(TupleCodecs.KeyValuePair(Int, Text), element));
    }

    [Fact]
    public void MessageWithinAMessage_IsAnArrayOfItsElements()
    {
        Message inner = Message.Create("tag", 5, new[] { 1, 2 });
        byte[] element = Coded.Write(BuiltInCodecs.Message, inner);

        Message read = Coded.Read(BuiltInCodecs.Message, element);

        // a3 746167 is "tag".
        Assert.Equal("93A374616705920102", Convert.ToHexString(element));
        Assert.Equal(element, Encoded.Elements(inner));
        Assert.Equal("tag", read.Tag);
        Assert.Equal(3, read.Count);
        Assert.True(read.TryGet(1, out int number));
        Assert.Equal(5, number);
        Assert.Equal(element, Coded.Write(BuiltInCodecs.Message, read));
        Assert.False(Coded.Takes(BuiltInCodecs.Message, [0x01]));
    }

    [Fact]
    public void MessageWithinAMessage_ThatCannotTravel_IsToldAsTheOuterOnesElement()
    {
        Message outer = Message.Create("outer", 1, Message.Create("a", 2, 3, 4), new Lazy<int>());

        MessageEncodingException error =
            Assert.Throws<MessageEncodingException>(() => Coded.Write(BuiltInCodecs.Message, outer));

        Assert.Contains("System.Lazy", error.Message, StringComparison.Ordinal);
    }

    private static void Verify<T>(IElementCodec<T> codec, T value, string hex)
        where T : notnull
    {
        byte[] bytes = Coded.Write(codec, value);

        Assert.Equal(hex, Convert.ToHexString(bytes));
        Assert.Equal(bytes, Encoded.Element<object>(value));
        foreach (Framing format in Enum.GetValues<Framing>())
        {
            Assert.Equal(value, Coded.Through(format, codec, value));
        }
    }
}
