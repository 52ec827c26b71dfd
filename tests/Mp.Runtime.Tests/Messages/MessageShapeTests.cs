using Mp.CompilerServices;
using Mp.Messages;

namespace Mp.Runtime.Tests.Messages;

/// <summary>Every class of messages in memory: the right element at the right place, and none beyond.</summary>
public sealed class MessageShapeTests
{
    // As if they were numbered: what follows the tag is its own index.
    public static TheoryData<int> Counts => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Elements_StandWhereTheSenderPutThem(int count)
    {
        foreach (MemoryMessage message in new[] { Integers(count), Array(count, index => index) })
        {
            Assert.Equal(count, message.Count);
            Assert.Equal("tag", message.Tag);
            Assert.Equal("tag", message[0]);
            Assert.True(message.IsConstant(0, "tag"));
            for (int index = 1; index < count; index++)
            {
                Assert.Equal(index, message[index]);
                Assert.True(message.TryGetInt64(index, out long signed) && signed == index);
                Assert.True(message.TryGetUInt64(index, out ulong unsigned) && unsigned == (ulong)index);
                Assert.True(message.TryGetDouble(index, out double number) && number.Equals(index));
                Assert.True(message.TryGetCoded(index, BuiltInCodecs.Byte, out byte narrow) && narrow == index);
                Assert.False(message.IsNull(index));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Texts_StandWhereTheSenderPutThem(int count)
    {
        foreach (MemoryMessage message in new[] { Texts(count), Array(count, index => $"n#{index}") })
        {
            for (int index = 1; index < count; index++)
            {
                Assert.True(message.TryGetString(index, out string? text) && text == $"n#{index}");
                Assert.True(message.TryGetPortId(index, out PortId id) && id.ToString() == text);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void TruthValues_AndNulls_StandWhereTheSenderPutThem(int count)
    {
        MemoryMessage truths = Make<bool?>(count, index => index % 2 == 0 ? true : null);

        for (int index = 1; index < count; index++)
        {
            Assert.Equal(index % 2 == 0, truths.TryGetBoolean(index, out bool value) && value);
            Assert.Equal(index % 2 != 0, truths.IsNull(index));
        }
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Elements_BeyondTheEnds_AreNotThere(int count)
    {
        foreach (MemoryMessage message in new[] { Integers(count), Array(count, index => index) })
        {
            foreach (int index in new[] { -1, count, count + 1, int.MinValue, int.MaxValue })
            {
                Assert.Throws<ArgumentOutOfRangeException>(() => message[index]);
                Assert.False(message.IsNull(index));
                Assert.False(message.TryGetInt64(index, out _));
                Assert.False(message.TryGetUInt64(index, out _));
                Assert.False(message.TryGetDouble(index, out _));
                Assert.False(message.TryGetBoolean(index, out _));
                Assert.False(message.TryGetString(index, out _));
                Assert.False(message.TryGetPortId(index, out _));
                Assert.False(message.TryGetCoded(index, BuiltInCodecs.Object, out _));
            }
        }
    }

    [Fact]
    public void Tag_ThatIsNoString_IsNone()
    {
        MemoryMessage message = new ArrayMessage([1, "tag"]);

        Assert.Null(message.Tag);
        Assert.True(message.IsConstant(0, 1));
        Assert.Null(new ArrayMessage([]).Tag);
    }

    private static MemoryMessage Integers(int count) => Make(count, index => index);

    private static MemoryMessage Texts(int count) => Make(count, index => $"n#{index}");

    private static ArrayMessage Array(int count, Func<int, object> element) =>
        new(["tag", .. Enumerable.Range(1, count - 1).Select(element)]);

    private static MemoryMessage Make<T>(int count, Func<int, T> at) => count switch
    {
        1 => new TagMessage("tag"),
        2 => new TypedMessage<T>("tag", at(1)),
        3 => new TypedMessage<T, T>("tag", at(1), at(2)),
        4 => new TypedMessage<T, T, T>("tag", at(1), at(2), at(3)),
        5 => new TypedMessage<T, T, T, T>("tag", at(1), at(2), at(3), at(4)),
        6 => new TypedMessage<T, T, T, T, T>("tag", at(1), at(2), at(3), at(4), at(5)),
        7 => new TypedMessage<T, T, T, T, T, T>("tag", at(1), at(2), at(3), at(4), at(5), at(6)),
        _ => new TypedMessage<T, T, T, T, T, T, T>("tag", at(1), at(2), at(3), at(4), at(5), at(6), at(7)),
    };
}
