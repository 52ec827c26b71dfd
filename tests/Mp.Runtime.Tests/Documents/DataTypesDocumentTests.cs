using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Mp.CompilerServices;
using Mp.Runtime.Tests.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.Documents;

/// <summary>The tables of docs/data-types.md say what happens.</summary>
public sealed class DataTypesDocumentTests
{
    private static readonly DateTime Time = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Values_SaysWhatIsWritten() => DocumentTable.Verify(
        "data-types.md",
        "values",
        "| type | example | MessagePack | CBOR | JSON |\n|---|---|---|---|---|\n",
        [
            Row("bool", "`true`", BuiltInCodecs.Boolean, true),
            Row("sbyte", "`-100`", BuiltInCodecs.SByte, (sbyte)-100),
            Row("byte", "`200`", BuiltInCodecs.Byte, (byte)200),
            Row("short", "`-500`", BuiltInCodecs.Int16, (short)-500),
            Row("ushort", "`500`", BuiltInCodecs.UInt16, (ushort)500),
            Row("int", "`42`", BuiltInCodecs.Int32, 42),
            Row("uint", "`uint.MaxValue`", BuiltInCodecs.UInt32, uint.MaxValue),
            Row("long", "`-1`", BuiltInCodecs.Int64, -1),
            Row("ulong", "`ulong.MaxValue`", BuiltInCodecs.UInt64, ulong.MaxValue),
            Row("Int128", "`-1`", BuiltInCodecs.Int128, -1),
            Row("", "`(Int128)ulong.MaxValue + 1`", BuiltInCodecs.Int128, (Int128)ulong.MaxValue + 1),
            Row("UInt128", "`42`", BuiltInCodecs.UInt128, 42u),
            Row("", "`(UInt128)ulong.MaxValue + 1`", BuiltInCodecs.UInt128, (UInt128)ulong.MaxValue + 1),
            Row("BigInteger", "`256`", BuiltInCodecs.BigInteger, new BigInteger(256)),
            Row("Half", "`(Half)1.5`", BuiltInCodecs.Half, (Half)1.5),
            Row("float", "`0.1f`", BuiltInCodecs.Single, 0.1f),
            Row("double", "`0.1`", BuiltInCodecs.Double, 0.1),
            Row("decimal", "`1.50m`", BuiltInCodecs.Decimal, 1.50m),
            Row("char", "`'x'`", BuiltInCodecs.Char, 'x'),
            Row("Rune", "U+1F600", BuiltInCodecs.Rune, new Rune(0x1f600)),
            Row("string", "`\"é\"`", BuiltInCodecs.String, "é"),
            Row("an enum", "`DayOfWeek.Friday`", new EnumCodec<DayOfWeek>(), DayOfWeek.Friday),
            Row("Guid", "0f8fad5b-d9cb-469f-a165-70867728950e", BuiltInCodecs.Guid, Guid.Parse(
                "0f8fad5b-d9cb-469f-a165-70867728950e")),
            Row("DateTime", "2026-01-01, 0:00 UTC", BuiltInCodecs.DateTime, Time),
            Row("", "100 ns later", BuiltInCodecs.DateTime, Time.AddTicks(1)),
            Row("DateTimeOffset", "2026-01-01, 0:00 +02:00", BuiltInCodecs.DateTimeOffset, new DateTimeOffset(
                Time.Ticks, TimeSpan.FromHours(2))),
            Row("DateOnly", "2026-01-01", BuiltInCodecs.DateOnly, new DateOnly(2026, 1, 1)),
            Row("TimeOnly", "0:00:01", BuiltInCodecs.TimeOnly, new TimeOnly(0, 0, 1)),
            Row("TimeSpan", "a day", BuiltInCodecs.TimeSpan, TimeSpan.FromDays(1)),
            Row("Uri", "`new(\"http://x/\")`", BuiltInCodecs.Uri, new Uri("http://x/")),
            Row("Version", "`new(1, 2, 3)`", BuiltInCodecs.Version, new Version(1, 2, 3)),
            Row("PortId", "`node#port`", BuiltInCodecs.PortId, PortId.Parse("node#port")),
            Row("byte[]", "`[1, 2]`", BuiltInCodecs.Bytes, [1, 2]),
            Row("ReadOnlyMemory<byte>", "`[1, 2]`", BuiltInCodecs.Memory, new byte[] { 1, 2 }, (a, b) =>
                a.Span.SequenceEqual(b.Span)),
            Row("T?", "`null`", new NullableCodec<int>(BuiltInCodecs.Int32), null),
        ]);

    [Fact]
    public void Collections_SaysWhatIsWritten()
    {
        IElementCodec<int> item = BuiltInCodecs.Int32;
        IKeyCodec<string> key = KeyCodecs.String;
        Dictionary<string, int> map = new() { ["a"] = 1 };

        DocumentTable.Verify(
            "data-types.md",
            "collections",
            "| type | example | MessagePack | CBOR | JSON |\n|---|---|---|---|---|\n",
            [
                Items("T[]", new ArrayCodec<int>(item), [1, 2]),
                Items("List<T>", new ListCodec<int>(item), [1, 2]),
                Items("IEnumerable<T>", CollectionCodecs.IEnumerable(item), [1, 2]),
                Items("IReadOnlyCollection<T>", CollectionCodecs.IReadOnlyCollection(item), [1, 2]),
                Items("IReadOnlyList<T>", CollectionCodecs.IReadOnlyList(item), [1, 2]),
                Items("ICollection<T>", CollectionCodecs.ICollection(item), [1, 2]),
                Items("IList<T>", CollectionCodecs.IList(item), [1, 2]),
                Items("ISet<T>", CollectionCodecs.ISet(item), new HashSet<int> { 1, 2 }),
                Items("IReadOnlySet<T>", CollectionCodecs.IReadOnlySet(item), new HashSet<int> { 1, 2 }),
                Items("HashSet<T>", CollectionCodecs.HashSet(item), [1, 2]),
                Items("SortedSet<T>", CollectionCodecs.SortedSet(item), [1, 2]),
                Items("Queue<T>", CollectionCodecs.Queue(item), new([1, 2])),
                Items("Stack<T>", CollectionCodecs.Stack(item), new([2, 1])),
                Items("LinkedList<T>", CollectionCodecs.LinkedList(item), new([1, 2])),
                Items("Collection<T>", CollectionCodecs.Collection(item), [1, 2]),
                Items("ReadOnlyCollection<T>", CollectionCodecs.ReadOnlyCollection(item), new([1, 2])),
                Items("ObservableCollection<T>", CollectionCodecs.ObservableCollection(item), [1, 2]),
                Items("ConcurrentQueue<T>", CollectionCodecs.ConcurrentQueue(item), new([1, 2])),
                Items("ConcurrentStack<T>", CollectionCodecs.ConcurrentStack(item), new([2, 1])),
                Items("ConcurrentBag<T>", CollectionCodecs.ConcurrentBag(item), new([2, 1])),
                Items("ImmutableArray<T>", CollectionCodecs.ImmutableArray(item), [1, 2]),
                Items("ImmutableList<T>", CollectionCodecs.ImmutableList(item), [1, 2]),
                Items("IImmutableList<T>", CollectionCodecs.IImmutableList(item), [1, 2]),
                Items("ImmutableHashSet<T>", CollectionCodecs.ImmutableHashSet(item), [1, 2]),
                Items("IImmutableSet<T>", CollectionCodecs.IImmutableSet(item), [1, 2]),
                Items("ImmutableSortedSet<T>", CollectionCodecs.ImmutableSortedSet(item), [1, 2]),
                Items("ImmutableQueue<T>", CollectionCodecs.ImmutableQueue(item), [1, 2]),
                Items("IImmutableQueue<T>", CollectionCodecs.IImmutableQueue(item), [1, 2]),
                Items("ImmutableStack<T>", CollectionCodecs.ImmutableStack(item), ImmutableStack.Create(2, 1)),
                Items("IImmutableStack<T>", CollectionCodecs.IImmutableStack(item), ImmutableStack.Create(2, 1)),
                Items("FrozenSet<T>", CollectionCodecs.FrozenSet(item), new[] { 1, 2 }.ToFrozenSet()),
                Entries("Dictionary<TKey, TValue>", new DictionaryCodec<int>(item), map),
                Entries("IDictionary<TKey, TValue>", MapCodecs.IDictionary(key, item), map),
                Entries("IReadOnlyDictionary<TKey, TValue>", MapCodecs.IReadOnlyDictionary(key, item), map),
                Entries("SortedDictionary<TKey, TValue>", MapCodecs.SortedDictionary(key, item), new(map)),
                Entries("SortedList<TKey, TValue>", MapCodecs.SortedList(key, item), new(map)),
                Entries("ReadOnlyDictionary<TKey, TValue>", MapCodecs.ReadOnlyDictionary(key, item), new(map)),
                Entries("ConcurrentDictionary<TKey, TValue>", MapCodecs.ConcurrentDictionary(key, item), new(map)),
                Entries(
                    "ImmutableDictionary<TKey, TValue>",
                    MapCodecs.ImmutableDictionary(key, item),
                    map.ToImmutableDictionary()),
                Entries(
                    "IImmutableDictionary<TKey, TValue>",
                    MapCodecs.IImmutableDictionary(key, item),
                    map.ToImmutableDictionary()),
                Entries(
                    "ImmutableSortedDictionary<TKey, TValue>",
                    MapCodecs.ImmutableSortedDictionary(key, item),
                    map.ToImmutableSortedDictionary()),
                Entries("FrozenDictionary<TKey, TValue>", MapCodecs.FrozenDictionary(key, item), map.ToFrozenDictionary()),
                Row(
                    "Dictionary<int, TValue>",
                    "`{ [5] = 1 }`",
                    MapCodecs.Dictionary(KeyCodecs.Integer<int>(), item),
                    new() { [5] = 1 },
                    HaveSameItems),
                Row("ValueTuple", "`(1, 2)`", TupleCodecs.ValueTuple(item, item), (1, 2)),
                Row("Tuple", "`Tuple.Create(1, 2)`", TupleCodecs.Tuple(item, item), Tuple.Create(1, 2)),
                Row(
                    "KeyValuePair<TKey, TValue>",
                    "`new(1, 2)`",
                    TupleCodecs.KeyValuePair(item, item),
                    new(1, 2),
                    isSentAsItIs: false),
                Row(
                    "Memory<byte>",
                    "`new byte[] { 1, 2 }`",
                    BuiltInCodecs.WritableMemory,
                    new byte[] { 1, 2 },
                    static (one, other) => one.Span.SequenceEqual(other.Span)),
                Row(
                    "ArraySegment<byte>",
                    "`new byte[] { 1, 2 }`",
                    BuiltInCodecs.Segment,
                    new byte[] { 1, 2 },
                    static (one, other) => one.AsSpan().SequenceEqual(other)),
                Row(
                    "Message",
                    "`Message.Create(\"a\", 1)`",
                    BuiltInCodecs.Message,
                    Message.Create("a", 1),
                    static (one, other) => other.Tag == one.Tag && other.Count == one.Count),
            ]);
    }

    private static string Items<TSequence>(string type, IElementCodec<TSequence> codec, TSequence value)
        where TSequence : IEnumerable<int> => Row(type, "`[1, 2]`", codec, value, HaveSameItems);

    private static string Entries<TMap>(string type, IElementCodec<TMap> codec, TMap value)
        where TMap : IEnumerable<KeyValuePair<string, int>> =>
        Row(type, "`{ [\"a\"] = 1 }`", codec, value, HaveSameItems);

    private static bool HaveSameItems<T>(T one, T other)
        where T : IEnumerable => one.Cast<object>().ToHashSet().SetEquals(other.Cast<object>());

    [Fact]
    public void Taken_SaysWhatIsRead() => DocumentTable.Verify(
        "data-types.md",
        "taken",
        "| parameter | takes from any peer | from a peer that is not Mp also | never |\n|---|---|---|---|\n",
        [
            Taken("Half", BuiltInCodecs.Half, [7, 1.5], ["1.5"], [true, "x"]),
            Taken("Int128", BuiltInCodecs.Int128, [-7, "18446744073709551616"], ["42"], [1.0, "007"]),
            Taken("UInt128", BuiltInCodecs.UInt128, [7, "18446744073709551616"], ["42"], [-1, 1.0]),
            Taken("BigInteger", BuiltInCodecs.BigInteger, [7, new byte[] { 0, 1 }], [], [1.0]),
            Taken("decimal", BuiltInCodecs.Decimal, [7, "1.50"], [1.5], ["1,5", "1e99"]),
            Taken("Rune", BuiltInCodecs.Rune, [120], ["120"], [0xd800, "x"]),
            Taken("Guid", BuiltInCodecs.Guid, ["0F8FAD5B-d9cb-469f-a165-70867728950e"], [], ["0f8fad5b", new byte[2]]),
            Taken("DateTime", BuiltInCodecs.DateTime, [Time], ["2026-01-01T02:00:00+02:00"], [1767225600, "2026-01-01"]),
            Taken("DateTimeOffset", BuiltInCodecs.DateTimeOffset, [new object[] { Time, 120 }, Time],
                ["2026-01-01T02:00:00+02:00"], [new object[] { Time, 841 }]),
            Taken("DateOnly", BuiltInCodecs.DateOnly, [739616], ["739616"], [-1, 3652059, "2026-01-01"]),
            Taken("TimeOnly", BuiltInCodecs.TimeOnly, [10000000], ["10000000"], [-1, 864000000000]),
            Taken("TimeSpan", BuiltInCodecs.TimeSpan, [-1, 10000000], ["10000000"], [ulong.MaxValue, "1:00"]),
            Taken("Uri", BuiltInCodecs.Uri, ["http://x/", "a/b"], [], ["http://[", null]),
            Taken("Version", BuiltInCodecs.Version, ["1.2", "1.2.3.4"], [1.5], ["1", 1]),
        ]);

    /// <summary>One type, whose value comes back from each format, unless that can't express it.</summary>
    private static string Row<T>(
        string type,
        string example,
        IElementCodec<T> codec,
        T value,
        Func<T, T, bool>? areEqual = null,
        bool isSentAsItIs = true)
    {
        byte[] element = Coded.Write(codec, value);
        if (isSentAsItIs)
        {
            Assert.Equal(element, Encoded.Element(value));
        }

        foreach (Framing format in Enum.GetValues<Framing>())
        {
            T read = Coded.Through(format, codec, value);
            Assert.True(areEqual is null ? Equals(value, read) || value is byte[] : areEqual(value, read), type);
        }

        string name = type.Length == 0 || type.StartsWith("an ", StringComparison.Ordinal) ? type : $"`{type}`";
        return $"| {name} | {example} | `{Convert.ToHexStringLower(Coded.In(Framing.MessagePack, element))}` "
            + $"| `{Convert.ToHexStringLower(Coded.In(Framing.Cbor, element))}` "
            + $"| `{Encoding.UTF8.GetString(Coded.In(Framing.Json, element))}` |\n";
    }

    private static string Taken<T>(
        string type,
        IElementCodec<T> codec,
        object?[] always,
        object?[] loosely,
        object?[] never)
    {
        const ElementDialect Loose = ElementDialect.Loose | ElementDialect.Octets;
        Assert.All(always, element => Assert.True(Coded.Takes(codec, Encoded.Elements(element))));
        Assert.All(loosely, element => Assert.True(Coded.Takes(codec, Encoded.Elements(element), Loose)));
        Assert.All([.. loosely, .. never], element => Assert.False(Coded.Takes(codec, Encoded.Elements(element))));
        Assert.All(never, element => Assert.False(Coded.Takes(codec, Encoded.Elements(element), Loose)));
        return $"| `{type}` | {List(always)} | {List(loosely)} | {List(never)} |\n";
    }

    private static string List(object?[] elements) =>
        string.Join(", ", elements.Select(static element => $"`{Text(element)}`"));

    // As JSON, but for what that has no form of its own for.
    private static string Text(object? element) => element switch
    {
        byte[] bytes => "bytes " + Convert.ToHexStringLower(bytes),
        DateTime => "moment",
        object[] items => $"[{string.Join(", ", items.Select(Text))}]",
        _ => Encoding.UTF8.GetString(Coded.In(Framing.Json, Encoded.Elements(element))),
    };
}
