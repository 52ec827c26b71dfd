using System.Buffers;
using Mp.CompilerServices;
using Mp.Messages;
using Mp.Runtime.Tests.Ports;

namespace Mp.Runtime.Tests.Messages;

/// <summary>
/// What an element of a message is taken for. Each rule is tried on the element as its sender typed it, as an object of
/// an array, and after a journey as bytes.
/// </summary>
public sealed class ElementRuleTests
{
    public enum Colour
    {
        Red,
        Green = 300,
    }

    public enum Wide : ulong
    {
        Most = ulong.MaxValue,
    }

    [Fact]
    public void Integers_OfEveryWidth_AreIntegersByValue()
    {
        AssertInt64((sbyte)-5, -5);
        AssertInt64((byte)5, 5);
        AssertInt64((short)-5, -5);
        AssertInt64((ushort)5, 5);
        AssertInt64(-5, -5);
        AssertInt64(5u, 5);
        AssertInt64(long.MinValue, long.MinValue);
        AssertInt64(5ul, 5);
        AssertInt64((int?)5, 5);
        AssertInt64('a', 97);
        AssertInt64(Colour.Green, 300);
        AssertInt64((Colour?)Colour.Green, 300);
    }

    [Fact]
    public void Integers_ThatDoNotFit_DoNotMatch()
    {
        foreach (MemoryMessage message in Forms(ulong.MaxValue))
        {
            Assert.False(message.TryGetInt64(1, out _));
            Assert.True(message.TryGetUInt64(1, out ulong value));
            Assert.Equal(ulong.MaxValue, value);
            Assert.True(message.TryGetEnum(1, out Wide wide));
            Assert.Equal(Wide.Most, wide);
            Assert.True(message.IsConstant(1, ulong.MaxValue));
            Assert.True(message.TryGetDouble(1, out double number));
            Assert.Equal((double)ulong.MaxValue, number);
        }

        foreach (MemoryMessage message in Forms(-1))
        {
            Assert.False(message.TryGetUInt64(1, out _));
            Assert.False(message.TryGetInteger<byte>(1, out _));
            Assert.False(message.TryGetInteger<ulong>(1, out _));
            Assert.False(message.TryGetEnum<Wide>(1, out _));
            Assert.True(message.TryGetInteger(1, out sbyte narrow));
            Assert.Equal(-1, narrow);
        }

        foreach (MemoryMessage message in Forms(256))
        {
            Assert.False(message.TryGetInteger<byte>(1, out _));
            Assert.True(message.TryGetInteger(1, out ushort wide));
            Assert.Equal(256, wide);
        }
    }

    [Fact]
    public void Numbers_OfAnyKind_AreFloatingNumbers()
    {
        AssertDouble(1.5, 1.5);
        AssertDouble(1.5f, 1.5);
        AssertDouble(0.1f, 0.1f);
        AssertDouble(7, 7);
        AssertDouble((byte)7, 7);
        AssertDouble((double?)1.5, 1.5);
        AssertDouble(double.NegativeInfinity, double.NegativeInfinity);
    }

    [Fact]
    public void FloatingNumbers_AreNoIntegers_NorAnythingElse()
    {
        foreach (MemoryMessage message in Forms(1.0))
        {
            Assert.False(message.TryGetInt64(1, out _));
            Assert.False(message.TryGetUInt64(1, out _));
            Assert.False(message.TryGetBoolean(1, out _));
            Assert.False(message.TryGetString(1, out _));
            Assert.False(message.IsConstant(1, 1L));
            Assert.True(message.IsConstant(1, 1.0));
        }
    }

    [Theory]
    [InlineData(9007199254740993L, 9007199254740992.0, false)]
    [InlineData(9007199254740992L, 9007199254740992.0, true)]
    [InlineData(long.MaxValue, 9223372036854775807.0, false)]
    [InlineData(long.MinValue, -9223372036854775808.0, true)]
    [InlineData(0L, -0.0, true)]
    [InlineData(1L, double.NaN, false)]
    public void FloatingConstant_EqualsAnIntegerExactly(long element, double constant, bool isEqual)
    {
        Assert.All(Forms(element), message => Assert.Equal(isEqual, message.IsConstant(1, constant)));

        ElementReader reader = AfterTheJourney(element);
        Assert.Equal(isEqual, reader.TryReadConstant(constant));
    }

    [Fact]
    public void FloatingConstant_EqualsAFloatingElementExactly()
    {
        Assert.All(Forms(0.1f), message => Assert.False(message.IsConstant(1, 0.1)));
        Assert.All(Forms(0.5f), message => Assert.True(message.IsConstant(1, 0.5)));
        Assert.All(Forms(double.NaN), message => Assert.True(message.IsConstant(1, double.NaN)));
    }

    [Fact]
    public void TruthValues_AreNoNumbers()
    {
        foreach (MemoryMessage message in Forms(true))
        {
            Assert.True(message.TryGetBoolean(1, out bool value) && value);
            Assert.True(message.IsConstant(1, true));
            Assert.False(message.IsConstant(1, false));
            Assert.False(message.TryGetInt64(1, out _));
            Assert.False(message.TryGetDouble(1, out _));
        }
    }

    [Fact]
    public void PortIds_AreTheirText_AndTextsWithAMarkArePortIds()
    {
        PortId id = PortId.Parse("node#port");

        IEnumerable<MemoryMessage> forms =
            Forms(id).Concat(Forms("node#port")).Concat(Forms(new PortId<ScriptedPort>(id)));
        foreach (MemoryMessage message in forms)
        {
            Assert.True(message.TryGetPortId(1, out PortId asId));
            Assert.Equal(id, asId);
            Assert.True(message.TryGetString(1, out string? asText));
            Assert.Equal("node#port", asText);
            Assert.True(message.IsConstant(1, "node#port"));
            Assert.True(message.TryGet(1, out PortId got));
            Assert.Equal(id, got);
        }

        Assert.Equal("node#port", TextAfterTheJourney(new PortId<ScriptedPort>(id)));
        Assert.All(Forms("node"), message => Assert.False(message.TryGetPortId(1, out _)));
        Assert.All(Forms("# "), message => Assert.False(message.TryGetPortId(1, out _)));
    }

    [Fact]
    public void PortObject_IsItsId()
    {
        using var bench = new PortBench();
        var port = new ScriptedPort();
        PortId id = bench.Create(port).CurrentId;

        foreach (MemoryMessage message in Forms(port))
        {
            Assert.True(message.TryGetPortId(1, out PortId asId));
            Assert.Equal(id, asId);
            Assert.True(message.TryGetString(1, out string? text));
            Assert.Equal(id.ToString(), text);
        }

        Assert.Equal(id.ToString(), TextAfterTheJourney(port));
    }

    [Fact]
    public void PortObject_ThatNoNodeCreated_MatchesNothingAndCannotTravel()
    {
        var port = new ScriptedPort();

        foreach (MemoryMessage message in Forms(port))
        {
            Assert.False(message.TryGetPortId(1, out _));
            Assert.False(message.TryGetString(1, out _));
            Assert.False(message.TryGetCoded(1, BuiltInCodecs.String, out _));
            Assert.False(message.IsNull(1));
        }

        Assert.Throws<MessageEncodingException>(() => TextAfterTheJourney(port));
    }

    [Fact]
    public void Null_IsNullAndNothingElse()
    {
        IEnumerable<MemoryMessage> forms = Forms<string?>(null).Concat(Forms<int?>(null)).Concat(Forms<object?>(null))
            .Concat(Forms(default(PortId))).Concat(Forms(default(PortId<ScriptedPort>)));
        foreach (MemoryMessage message in forms)
        {
            Assert.True(message.IsNull(1));
            Assert.False(message.TryGetString(1, out _));
            Assert.False(message.TryGetInt64(1, out _));
            Assert.False(message.TryGetUInt64(1, out _));
            Assert.False(message.TryGetDouble(1, out _));
            Assert.False(message.TryGetBoolean(1, out _));
            Assert.False(message.TryGetPortId(1, out _));
            Assert.False(message.TryGet(1, out PortId _));
            Assert.False(message.TryGetCoded(1, BuiltInCodecs.String, out _));
            Assert.True(message.TryGetCoded(1, new NullableCodec<int>(BuiltInCodecs.Int32), out int? nothing));
            Assert.Null(nothing);
        }
    }

    [Fact]
    public void Collection_OfAnotherType_IsConvertedAsTheWireWould()
    {
        foreach (MemoryMessage message in Forms(new[] { 1, 2, 3 }))
        {
            Assert.True(message.TryGetCoded(1, new ListCodec<long>(BuiltInCodecs.Int64), out List<long>? list));
            Assert.Equal([1L, 2L, 3L], list);
            Assert.False(message.TryGetCoded(1, new ListCodec<string>(BuiltInCodecs.String), out _));
            Assert.False(message.TryGetCoded(1, BuiltInCodecs.Bytes, out _));
        }

        foreach (MemoryMessage message in Forms(new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1 }))
        {
            Assert.True(message.TryGetCoded(1, new DictionaryCodec<byte>(BuiltInCodecs.Byte), out var map));
            Assert.Equal(1, Assert.Single(map).Value);
        }

        foreach (MemoryMessage message in Forms(new[] { 1, 300 }))
        {
            Assert.False(message.TryGetCoded(1, new ArrayCodec<byte>(BuiltInCodecs.Byte), out _));
        }
    }

    [Fact]
    public void Collection_OfTheSameType_IsPassedByReference()
    {
        List<int> list = [1];
        var codec = new ListCodec<int>(BuiltInCodecs.Int32);

        Assert.All(Forms(list), message =>
        {
            Assert.True(message.TryGetCoded(1, codec, out List<int>? got));
            Assert.Same(list, got);
        });
    }

    [Fact]
    public void Element_ThatCannotTravel_MatchesNothing()
    {
        object itself = new object?[1];
        ((object?[])itself)[0] = itself;
        var badKeys = new Dictionary<int, int> { [1] = 1 };
        object[] elements = [new object(), 1.5m, DateTime.UnixEpoch, "\ud800", itself, badKeys];

        foreach (object element in elements)
        {
            MemoryMessage message = new ArrayMessage(["tag", element]);
            Assert.False(message.TryGetCoded(1, new ListCodec<int>(BuiltInCodecs.Int32), out _));
            Assert.False(message.TryGetInt64(1, out _));
        }
    }

    [Fact]
    public void TryGet_OfMessage_BindsAsHandlerParametersDo()
    {
        Message message = new TypedMessage<int, string, Colour>("tag", 5, "node#port", Colour.Green);

        Assert.True(message.TryGet(1, out long wide) && wide == 5);
        Assert.True(message.TryGet(1, out byte narrow) && narrow == 5);
        Assert.True(message.TryGet(1, out double number) && number == 5);
        Assert.True(message.TryGet(3, out short value) && value == 300);
        Assert.True(message.TryGet(0, out string? tag) && tag == "tag");
        Assert.True(Message.Create("tag", 300).TryGet(1, out Colour colour) && colour == Colour.Green);
        Assert.False(message.TryGet(1, out string? _));
        Assert.False(message.TryGet(4, out int _));
        Assert.False(message.TryGet(-1, out int _));
        Assert.False(message.TryGet(1, out Uri? _));
    }

    private static void AssertInt64<T>(T element, long expected)
    {
        foreach (MemoryMessage message in Forms(element))
        {
            Assert.True(message.TryGetInt64(1, out long value));
            Assert.Equal(expected, value);
            Assert.True(message.TryGetInteger(1, out short narrow) || expected == long.MinValue);
            Assert.True(expected == long.MinValue || narrow == expected);
            Assert.True(message.IsConstant(1, expected));
            Assert.False(message.IsConstant(1, expected + 1));
            Assert.Equal(expected >= 0, message.TryGetUInt64(1, out ulong unsigned) && unsigned == (ulong)expected);
            Assert.False(message.TryGetString(1, out _));
            Assert.False(message.TryGetBoolean(1, out _));
        }

        ElementReader reader = AfterTheJourney(element);
        Assert.True(reader.TryReadInt64(out long travelled));
        Assert.Equal(expected, travelled);
    }

    private static void AssertDouble<T>(T element, double expected)
    {
        foreach (MemoryMessage message in Forms(element))
        {
            Assert.True(message.TryGetDouble(1, out double value));
            Assert.Equal(expected, value);
            Assert.True(message.TryGetSingle(1, out float single));
            Assert.Equal((float)expected, single);
        }

        ElementReader reader = AfterTheJourney(element);
        Assert.True(reader.TryReadDouble(out double travelled));
        Assert.Equal(expected, travelled);
    }

    private static IEnumerable<MemoryMessage> Forms<T>(T element) =>
        [
            new TypedMessage<T>("tag", element),
            new TypedMessage<object?>("tag", element),
            new ArrayMessage(["tag", element]),
        ];

    private static ElementReader AfterTheJourney<T>(T element)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new ElementWriter(buffer);
        writer.WriteElement(element);
        writer.Flush();
        return new ElementReader(buffer.WrittenSpan);
    }

    private static string? TextAfterTheJourney<T>(T element)
    {
        ElementReader reader = AfterTheJourney(element);
        return reader.TryReadString(out string? text) ? text : null;
    }
}
