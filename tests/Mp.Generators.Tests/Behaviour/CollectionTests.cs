using System.Collections.Immutable;

namespace Mp.Generators.Tests.Behaviour;

/// <summary>Collections, tuples and messages as parameters and members, nested as deep as one likes.</summary>
public sealed class CollectionTests
{
    private const string Usings = """
        using System.Collections.Concurrent;
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.Linq;

        """;

    private static readonly string[] Sequences =
    [
        "int[]", "List<int>", "IEnumerable<int>", "IReadOnlyCollection<int>", "IReadOnlyList<int>", "ICollection<int>",
        "IList<int>", "ISet<int>", "IReadOnlySet<int>", "HashSet<int>", "SortedSet<int>", "Queue<int>", "Stack<int>",
        "LinkedList<int>", "Collection<int>", "ReadOnlyCollection<int>", "ObservableCollection<int>",
        "ConcurrentQueue<int>", "ConcurrentStack<int>", "ConcurrentBag<int>", "ImmutableArray<int>",
        "ImmutableList<int>", "IImmutableList<int>", "ImmutableHashSet<int>", "IImmutableSet<int>",
        "ImmutableSortedSet<int>", "ImmutableQueue<int>", "IImmutableQueue<int>", "ImmutableStack<int>",
        "IImmutableStack<int>", "FrozenSet<int>",
    ];

    private static readonly string[] Maps =
    [
        "Dictionary<string, int>", "IDictionary<string, int>", "IReadOnlyDictionary<string, int>",
        "SortedDictionary<string, int>", "SortedList<string, int>", "ReadOnlyDictionary<string, int>",
        "ConcurrentDictionary<string, int>", "ImmutableDictionary<string, int>", "IImmutableDictionary<string, int>",
        "ImmutableSortedDictionary<string, int>", "FrozenDictionary<string, int>",
    ];

    [Theory]
    [EachTable]
    public async Task Sequence_OfEveryType_TakesAnArrayOfSuchItems(Table table)
    {
        Subject port = await CreateAsync(table, [.. Sequences.Select(static (type, index) =>
            $"[Rcv(\"{index}\")] void On{index}({type} value) => Note(string.Join(' ', value.Order()));")]);

        for (int index = 0; index < Sequences.Length; index++)
        {
            string tag = $"{index}";
            Assert.Equal(["1 2 3"], port.Receive(tag, new List<long> { 1, 2, 3 }));
            Assert.Equal(["1 2 3"], port.Receive(tag, ImmutableStack.Create(1, 2, 3)));
            Assert.Equal([""], port.Receive(tag, Array.Empty<string>()));
            Assert.Empty(port.Receive(tag, new object[] { 1, "x" }));
            Assert.Empty(port.Receive(tag, new[] { uint.MaxValue }));
            Assert.Empty(port.Receive(tag, new Dictionary<string, int>()));
            Assert.Empty(port.Receive(tag, "text"));
            Assert.Empty(port.Receive(tag, (object?)null));
        }
    }

    [Theory]
    [EachTable]
    public async Task Bytes_AreNoSequenceOfThem(Table table)
    {
        string[] types = ["IEnumerable<byte>", "IReadOnlyList<byte>", "IList<byte>", "ICollection<byte>?"];
        Subject port = await CreateAsync(table, [.. types.Select(static (type, index) =>
            $"[Rcv(\"{index}\")] void On{index}({type} value) => Note(string.Join(' ', value!));")]);

        for (int index = 0; index < types.Length; index++)
        {
            string tag = $"{index}";
            Assert.Empty(port.Receive(tag, new byte[] { 1, 2 }));
            Assert.Empty(port.Receive(tag, new ArraySegment<byte>([1, 2])));
            Assert.Equal(["1 2"], port.Receive(tag, new List<byte> { 1, 2 }));
        }
    }

    [Theory]
    [EachTable]
    public async Task Map_OfEveryType_TakesAMapOfSuchValues(Table table)
    {
        Subject port = await CreateAsync(table, [.. Maps.Select(static (type, index) =>
            $"[Rcv(\"{index}\")] void On{index}({type} value) => Note(string.Join(' ', value.OrderBy(x => x.Key)));")]);

        for (int index = 0; index < Maps.Length; index++)
        {
            string tag = $"{index}";
            Assert.Equal(["[a, 1] [b, 2]"], port.Receive(tag, new SortedList<string, long> { ["a"] = 1, ["b"] = 2 }));
            Assert.Equal([""], port.Receive(tag, new Dictionary<string, string>()));
            Assert.Empty(port.Receive(tag, new Dictionary<string, string> { ["a"] = "x" }));
            Assert.Empty(port.Receive(tag, new[] { 1 }));
        }
    }

    [Theory]
    [EachTable]
    public async Task Keys_MayBeIntegersEnumsAndGuids(Table table)
    {
        Subject port = await CreateAsync(table,
        [
            "[Rcv(\"i\")] void OnInt(Dictionary<int, string> value) => Note(string.Join(' ', value));",
            "[Rcv(\"e\")] void OnEnum(FrozenDictionary<DayOfWeek, int> value) => Note(string.Join(' ', value));",
            "[Rcv(\"g\")] void OnGuid(IReadOnlyDictionary<Guid, int> value) => Note(string.Join(' ', value));",
        ]);
        var id = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");

        Assert.Equal(["[-5, x]"], port.Receive("i", new Dictionary<int, string> { [-5] = "x" }));
        Assert.Equal(["[-5, x]"], port.Receive("i", new Dictionary<string, string> { ["-5"] = "x" }));
        Assert.Empty(port.Receive("i", new Dictionary<string, string> { ["x"] = "x" }));
        Assert.Equal(["[Friday, 1]"], port.Receive("e", new Dictionary<DayOfWeek, byte> { [DayOfWeek.Friday] = 1 }));
        Assert.Equal([$"[{id}, 1]"], port.Receive("g", new Dictionary<Guid, int> { [id] = 1 }));
    }

    [Theory]
    [EachTable]
    public async Task Tuples_TakeArraysOfTheirItems(Table table)
    {
        Subject port = await CreateAsync(table,
        [
            "[Rcv(\"2\")] void On2((int Id, string? Name) value) => Note($\"{value.Id} {value.Name ?? \"null\"}\");",
            "[Rcv(\"9\")] void On9((int, int, int, int, int, int, int, int, int) value) => Note($\"{value}\");",
            "[Rcv(\"t\")] void OnTuple(Tuple<int, string?> value) => Note($\"{value}\");",
            "[Rcv(\"p\")] void OnPair(KeyValuePair<int, string> value) => Note($\"{value}\");",
            "[Rcv(\"n\")] void OnMaybe((int, int)? value) => Note($\"{value?.ToString() ?? \"null\"}\");",
        ]);

        Assert.Equal(["1 a"], port.Receive("2", (1, (string?)"a")));
        Assert.Equal(["1 null"], port.Receive("2", new object?[] { 1, null }));
        Assert.Equal(["1 a"], port.Receive("2", Tuple.Create(1L, "a")));
        Assert.Empty(port.Receive("2", new object?[] { 1 }));
        Assert.Empty(port.Receive("2", new object?[] { 1, "a", 2 }));
        Assert.Equal(["(1, 2, 3, 4, 5, 6, 7, 8, 9)"], port.Receive("9", (1, 2, 3, 4, 5, 6, 7, 8, 9)));
        Assert.Equal(["(1, a)"], port.Receive("t", (1, "a")));
        Assert.Equal(["[1, a]"], port.Receive("p", (1, "a")));
        Assert.Equal(["null"], port.Receive("n", (object?)null));
        Assert.Equal(["(1, 2)"], port.Receive("n", (1, 2)));
    }

    [Theory]
    [EachTable]
    public async Task Types_NestToAnyDepth(Table table)
    {
        Subject port = await CreateAsync(
            table,
            [
                """
                [Rcv("deep")]
                void OnDeep(Dictionary<string, List<(Guid?, ImmutableArray<decimal[]>, Order?)>?> value) =>
                    Note(FormattableString.Invariant($"{value["k"]![0].Item2[0][1]} {value["k"]![0].Item3!.Lines.Peek()}"));
                """,
                "[Rcv] void OnMany(Many value) => Note($\"{value.Ids.Count} {value.Inner.Tag} {value.Pair.B[0]}\");",
                "[Rcv(\"messages\")] void OnMessages(Message[] value) => Note(string.Join(' ', value.Select(x => x.Tag)));",
                "[Rcv(\"memory\")] void OnMemory(Memory<byte> a, ArraySegment<byte> b) => Note($\"{a.Length} {b.Count}\");",
            ],
            """
            [Payload] public record Order(Queue<(int, Uri?)> Lines);
            [Message("many")] public partial record Many(HashSet<Guid> Ids, Message Inner, (int A, string?[] B) Pair);
            """);
        object order = port.Make("Order", new Queue<(int, Uri?)>([(5, null)]));
        var element = new Dictionary<string, object?>
        {
            ["k"] = new object?[] { new object?[] { null, new[] { new[] { 1m, 2.50m } }, order } },
            ["none"] = null,
        };

        Assert.Equal(["2.50 (5, )"], port.Receive("deep", element));
        Assert.Equal(["1 in x"], port.ReceiveRecord(port.Make(
            "Many", new HashSet<Guid> { Guid.Empty }, Message.Create("in", 1), (1, new string?[] { "x" }))));
        Assert.Equal(["a b"], port.Receive("messages", (object)new[] { Message.Create("a"), Message.Create("b", 2) }));
        Assert.Equal(["1 2"], port.Receive("memory", new byte[1], new byte[2]));
    }

    private static Task<Subject> CreateAsync(Table table, string[] handlers, string types = "") =>
        Subject.CreateAsync(table, string.Join('\n', handlers), types, usings: Usings);
}
