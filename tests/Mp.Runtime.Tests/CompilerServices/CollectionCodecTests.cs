using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using Mp.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.CompilerServices;

/// <summary>Collections are arrays of their items, and dictionaries maps, whatever their type.</summary>
public sealed class CollectionCodecTests
{
    private static readonly IElementCodec<int> Int = BuiltInCodecs.Int32;

    [Fact]
    public void Sequences_AreArrays_InTheOrderOfTheirItems()
    {
        int[] items = [1, 2, 300];

        Verify(new ArrayCodec<int>(Int), items);
        Verify(new ListCodec<int>(Int), [.. items]);
        Verify(CollectionCodecs.IEnumerable(Int), items.Where(static item => item > 0));
        Verify(CollectionCodecs.IReadOnlyCollection(Int), items);
        Verify(CollectionCodecs.IReadOnlyList(Int), items);
        Verify(CollectionCodecs.ICollection(Int), new LinkedList<int>(items));
        Verify(CollectionCodecs.IList(Int), items);
        Verify(CollectionCodecs.ISet(Int), new SortedSet<int>(items));
        Verify(CollectionCodecs.IReadOnlySet(Int), new SortedSet<int>(items));
        Verify(CollectionCodecs.HashSet(Int), [.. items]);
        Verify(CollectionCodecs.SortedSet(Int), new SortedSet<int>(items));
        Verify(CollectionCodecs.Queue(Int), new Queue<int>(items));
        Verify(CollectionCodecs.Stack(Int), new Stack<int>(items.Reverse()));
        Verify(CollectionCodecs.LinkedList(Int), new LinkedList<int>(items));
        Verify(CollectionCodecs.Collection(Int), new Collection<int>(items));
        Verify(CollectionCodecs.ReadOnlyCollection(Int), new ReadOnlyCollection<int>(items));
        Verify(CollectionCodecs.ObservableCollection(Int), new ObservableCollection<int>(items));
        Verify(CollectionCodecs.ConcurrentQueue(Int), new ConcurrentQueue<int>(items));
        Verify(CollectionCodecs.ConcurrentStack(Int), new ConcurrentStack<int>(items.Reverse()));
        Verify(CollectionCodecs.ImmutableArray(Int), [.. items]);
        Verify(CollectionCodecs.ImmutableList(Int), [.. items]);
        Verify(CollectionCodecs.IImmutableList(Int), [.. items]);
        Verify(CollectionCodecs.ImmutableSortedSet(Int), [.. items]);
        Verify(CollectionCodecs.ImmutableQueue(Int), [.. items]);
        Verify(CollectionCodecs.IImmutableQueue(Int), [.. items]);
        Verify(CollectionCodecs.ImmutableStack(Int), ImmutableStack.Create(300, 2, 1));
        Verify(CollectionCodecs.IImmutableStack(Int), ImmutableStack.Create(300, 2, 1));
    }

    [Fact]
    public void Sequences_WithoutAnOrder_KeepTheirItems()
    {
        int[] items = [1, 2, 300];

        VerifyItems(CollectionCodecs.ConcurrentBag(Int), new ConcurrentBag<int>(items));
        VerifyItems(CollectionCodecs.ImmutableHashSet(Int), [.. items]);
        VerifyItems(CollectionCodecs.IImmutableSet(Int), [.. items]);
        VerifyItems(CollectionCodecs.FrozenSet(Int), items.ToFrozenSet());
    }

    [Fact]
    public void Stack_IsWrittenFromItsTop_AndReadAsTheSame()
    {
        Stack<int> read = Coded.Read(CollectionCodecs.Stack(Int), Encoded.Elements((object)new[] { 1, 2 }));

        Assert.Equal(1, read.Pop());
    }

    [Fact]
    public void ImmutableArray_ThatWasNeverMade_IsEmpty() =>
        Assert.Equal([0x90], Coded.Write(CollectionCodecs.ImmutableArray(Int), default));

    [Fact]
    public void Null_AmongItems_IsNull()
    {
        Assert.Equal([0x91, 0xc0], Coded.Write(new ListCodec<Queue<int>>(CollectionCodecs.Queue(Int)), [null!]));
        Assert.Equal([0x91, 0xc0], Coded.Write(new ListCodec<Message>(BuiltInCodecs.Message), [null!]));
        Assert.False(Coded.Takes(CollectionCodecs.Queue(Int), [0xc0]));
    }

    [Fact]
    public void Dictionaries_AreMaps_WhoseKeysAreTexts()
    {
        // 82 is a map of two, a1 a text of one byte.
        const string Texts = "82A16101A16202";
        KeyValuePair<string, int>[] entries = [new("a", 1), new("b", 2)];
        Dictionary<string, int> map = new(entries);
        IKeyCodec<string> key = KeyCodecs.String;

        VerifyMap(new DictionaryCodec<int>(Int), map, Texts);
        VerifyMap(MapCodecs.Dictionary(key, Int), map, Texts);
        VerifyMap(MapCodecs.IDictionary(key, Int), map, Texts);
        VerifyMap(MapCodecs.IReadOnlyDictionary(key, Int), map, Texts);
        VerifyMap(MapCodecs.SortedDictionary(key, Int), new(map), Texts);
        VerifyMap(MapCodecs.SortedList(key, Int), new(map), Texts);
        VerifyMap(MapCodecs.ReadOnlyDictionary(key, Int), new(map), Texts);
        VerifyMap(MapCodecs.ConcurrentDictionary(key, Int), new(map), null);
        VerifyMap(MapCodecs.ImmutableDictionary(key, Int), map.ToImmutableDictionary(), null);
        VerifyMap(MapCodecs.IImmutableDictionary(key, Int), map.ToImmutableDictionary(), null);
        VerifyMap(MapCodecs.ImmutableSortedDictionary(key, Int), map.ToImmutableSortedDictionary(), Texts);
        VerifyMap(MapCodecs.FrozenDictionary(key, Int), map.ToFrozenDictionary(), null);
    }

    [Fact]
    public void Keys_ThatAreIntegers_AreDecimalTexts()
    {
        // a2 2d 31 is "-1", a1 35 is "5".
        VerifyMap(MapCodecs.Dictionary(KeyCodecs.Integer<int>(), Int), new() { [-1] = 1 }, "81A22D3101");
        VerifyMap(MapCodecs.Dictionary(KeyCodecs.Enum<DayOfWeek>(), Int), new() { [DayOfWeek.Friday] = 1 }, "81A13501");
        VerifyMap(
            MapCodecs.Dictionary(KeyCodecs.Integer<ulong>(), Int),
            new() { [ulong.MaxValue] = 1 },
            "81B43138343436373434303733373039353531363135" + "01");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("256")]
    [InlineData("-1")]
    public void Key_ThatIsNone_IsNoMatch(string key)
    {
        byte[] element = Encoded.Elements(new Dictionary<string, int> { [key] = 1 });

        Assert.False(Coded.Takes(MapCodecs.Dictionary(KeyCodecs.Integer<byte>(), Int), element));
        Assert.False(Coded.Takes(MapCodecs.Dictionary(KeyCodecs.Guid, Int), element));
    }

    [Fact]
    public void Keys_ThatAreTheSameGuid_AreNoMatch()
    {
        const string Id = "0f8fad5b-d9cb-469f-a165-70867728950e";
        Dictionary<string, int> twice = new() { [Id] = 1, [Id.ToUpperInvariant()] = 2 };

        Assert.False(Coded.Takes(MapCodecs.FrozenDictionary(KeyCodecs.Guid, Int), Encoded.Elements(twice)));
        Assert.Equal(
            1,
            Coded.Read(
                MapCodecs.Dictionary(KeyCodecs.Guid, Int),
                Encoded.Elements(new Dictionary<Guid, int> { [Guid.Parse(Id)] = 1 }))[Guid.Parse(Id)]);
    }

    [Fact]
    public void SortedKeys_AreOrdinal_WhateverTheCulture()
    {
        // A soft hyphen, which a culture passes over, so that both would be one key.
        byte[] element = Encoded.Elements(new Dictionary<string, int> { ["ab"] = 1, ["a\u00adb"] = 2 });

        Assert.Equal(2, Coded.Read(MapCodecs.SortedDictionary(KeyCodecs.String, Int), element).Count);
        Assert.Equal(2, Coded.Read(MapCodecs.SortedList(KeyCodecs.String, Int), element).Count);
    }

    [Fact]
    public void BinaryData_IsBytes()
    {
        byte[] bytes = [1, 2, 3];

        Assert.Equal("C4020203", Convert.ToHexString(Coded.Write(BuiltInCodecs.Segment, new(bytes, 1, 2))));
        Assert.Equal("C4020203", Convert.ToHexString(Coded.Write(BuiltInCodecs.WritableMemory, new(bytes, 1, 2))));
        Assert.Equal("C400", Convert.ToHexString(Coded.Write(BuiltInCodecs.Segment, default)));
        Assert.Equal(bytes, Coded.Through(Framing.Json, BuiltInCodecs.Segment, bytes).ToArray());
        Assert.Equal(bytes, Coded.Through(Framing.Cbor, BuiltInCodecs.WritableMemory, bytes).ToArray());
    }

    [Fact]
    public void Item_OfAnotherType_IsNoMatch()
    {
        byte[] element = Encoded.Elements((object)new object[] { 1, "x" });

        Assert.False(Coded.Takes(new ArrayCodec<int>(Int), element));
        Assert.False(Coded.Takes(new ListCodec<int>(Int), element));
        Assert.False(Coded.Takes(CollectionCodecs.HashSet(Int), element));
        Assert.False(Coded.Takes(CollectionCodecs.ImmutableArray(Int), element));
    }

    /// <summary>What an array claims to hold costs nothing before it comes.</summary>
    [Fact]
    public void Items_ThatAreNone_CostNoRoomForAll()
    {
        var codec = new ArrayCodec<decimal>(BuiltInCodecs.Decimal);
        byte[] element = Encoded.Elements((object)new object?[60_000]);

        long before = GC.GetAllocatedBytesForCurrentThread();
        bool isTaken = Coded.Takes(codec, element);
        long all = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.False(isTaken);
        Assert.InRange(all, 0, 16 * 1024);
    }

    [Fact]
    public void Object_ThatIsACollection_IsWrittenAlike()
    {
        Assert.Equal("920102", Hex(new HashSet<int> { 1, 2 }));
        Assert.Equal("920102", Hex(new[] { 1, 2 }.Where(static item => item > 0)));
        Assert.Equal("920102", Hex(ImmutableQueue.Create(1, 2)));
        Assert.Equal("81A13101", Hex(new Dictionary<int, int> { [1] = 1 }));
        Assert.Equal("81A13501", Hex(new Dictionary<DayOfWeek, int> { [DayOfWeek.Friday] = 1 }));
        Assert.Throws<MessageEncodingException>(() => Hex(new Dictionary<char, int> { ['x'] = 1 }));
        Assert.Throws<MessageEncodingException>(() => Hex(new int[1, 1]));
    }

    private static string Hex(object value) => Convert.ToHexString(Encoded.Elements(value));

    // 93 is an array of three; 300 takes the two bytes after cd.
    private static void Verify<TSequence>(IElementCodec<TSequence> codec, TSequence value)
        where TSequence : IEnumerable
    {
        Assert.Equal("930102CD012C", Convert.ToHexString(Coded.Write(codec, value)));
        VerifyItems(codec, value);
    }

    private static void VerifyItems<TSequence>(IElementCodec<TSequence> codec, TSequence value)
        where TSequence : IEnumerable
    {
        foreach (Framing format in Enum.GetValues<Framing>())
        {
            Assert.Equal(
                value.Cast<int>().Order(),
                Coded.Through(format, codec, value).Cast<int>().Order());
        }

        Assert.Empty(Coded.Read(codec, [0x90]));
    }

    private static void VerifyMap<TMap>(IElementCodec<TMap> codec, TMap value, string? hex)
        where TMap : IEnumerable
    {
        byte[] bytes = Coded.Write(codec, value);
        if (hex is not null)
        {
            Assert.Equal(hex, Convert.ToHexString(bytes));
        }

        foreach (Framing format in Enum.GetValues<Framing>())
        {
            TMap read = Coded.Through(format, codec, value);
            Assert.Equal(
                value.Cast<object>().Select(static entry => entry.ToString()).Order(),
                read.Cast<object>().Select(static entry => entry.ToString()).Order());
        }
    }
}
