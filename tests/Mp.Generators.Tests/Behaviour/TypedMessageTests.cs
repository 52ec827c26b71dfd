using Mp.CompilerServices;

namespace Mp.Generators.Tests.Behaviour;

/// <summary>Records marked <c>[Message]</c>: a list of a tag and their members, and nothing else.</summary>
public sealed class TypedMessageTests
{
    private const string Types = """
        [Message("placed")] public partial record Placed(string Id, double Total, string? Note, int Count = 1);
        [Message("moved")] public readonly partial record struct Moved(int X, int Y);
        [Message("stop")] public partial record Stop();
        """;

    [Theory]
    [EachTable]
    public async Task Record_IsTheListOfItsTagAndMembers_BothWays(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv] void OnPlaced(Placed p) => Note(FormattableString.Invariant($"{p.Id} {p.Total} {p.Note} {p.Count}"));
            [Rcv("placed")] void Written(string id, double total, string? note, int count) => Note($"written {id}");
            [Rcv] void OnMoved(Moved m) => Note($"{m.X} {m.Y}");
            [Rcv] void OnStop(Stop s) => Note("stop");
            """,
            Types);

        Assert.Equal(["a 2.5 x 7", "written a"], port.Receive("placed", "a", 2.5, "x", 7));
        Assert.Equal(["a 2.5  7", "written a"], port.ReceiveRecord(port.Make("Placed", "a", 2.5, null, 7)));
        Assert.Equal(["1 -2"], port.Receive("moved", 1, -2));
        Assert.Equal(["1 -2"], port.ReceiveRecord(port.Make("Moved", 1, -2)));
        Assert.Equal(["stop"], port.Receive("stop"));
        Assert.Equal(["stop"], port.ReceiveRecord(port.Make("Stop")));
    }

    [Fact]
    public async Task Record_BecomesTheSameMessage_AsWhatIsWrittenOut()
    {
        Subject port = await Subject.CreateAsync(Table.Memory, "", Types);
        var moved = (ITypedMessage)port.Make("Moved", 1, -2);

        Assert.Equal("""["moved", 1, -2]""", moved.ToMessage().ToString());
        Assert.Equal("""["moved", 1, -2, "n#p"]""", moved.ToMessage(PortId.Parse("n#p")).ToString());
        Assert.IsType<Mp.Messages.TypedMessage<int, int>>(moved.ToMessage());
        Assert.IsType<Mp.Messages.TypedMessage<int, int, PortId>>(moved.ToMessage(default));
        Assert.IsType<Mp.Messages.TagMessage>(((ITypedMessage)port.Make("Stop")).ToMessage());
    }

    [Theory]
    [EachTable]
    public async Task Types_ArePartOfThePattern(Table table)
    {
        Subject port = await Subject.CreateAsync(table, "[Rcv] void On(Placed p) => Note($\"{p.Id}\");", Types);

        Assert.Empty(port.Receive("placed"));
        Assert.Empty(port.Receive("placed", "a", 1));
        Assert.Empty(port.Receive("placed", 1, 1, null));
        Assert.Empty(port.Receive("placed", "a", "x", null));
        Assert.Empty(port.Receive("placed", null, 1, null));
        Assert.Empty(port.Receive("place", "a", 1, null));
        Assert.Empty(port.Receive("placed", "a", 1, null, "x"));
        Assert.Equal(["a"], port.Receive("placed", "a", 1, null));
        Assert.Equal(["n#p"], port.Receive("placed", PortId.Parse("n#p"), 1, null, 5, "more"));
    }

    [Theory]
    [EachTable]
    public async Task Parameters_BehindTheRecord_BindToWhatFollows(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv] void Reply(Moved m, PortId reply, int times = 3) => Note($"{m.X} {m.Y} {reply} {times}");
            [Rcv] void Rest(Message all, in Moved m, params object?[] rest) => Note($"{all.Count} {m.Y} {rest.Length}");
            [Rcv] void Stop(Stop s, string why, Message all) => Note($"{why} {all.Tag}");
            """,
            Types);

        Assert.Equal(["3 2 0"], port.Receive("moved", 1, 2));
        Assert.Equal(["1 2 n#p 3", "4 2 1"], port.Receive("moved", 1, 2, "n#p"));
        Assert.Equal(["1 2 n#p 4", "6 2 3"], port.Receive("moved", 1, 2, "n#p", 4, 5));
        Assert.Empty(port.Receive("stop"));
        Assert.Equal(["late stop"], port.Receive("stop", "late"));
    }

    [Theory]
    [EachTable]
    public async Task OverloadsAndWrittenOutHandlers_RunInTheOrderOfDeclaration(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv("m")] void Before() => Note("before");
            [Rcv] void On(Number m) => Note($"number {m.Value}");
            [Rcv] void On(Text m) => Note($"text {m.Value}");
            [Rcv("m", Any)] bool Once(object? value) { Note("once"); return true; }
            [Rcv] async ValueTask<bool> On(Text m, int times) { await Task.Yield(); Note($"twice {times}"); return true; }
            """,
            """
            [Message("m")] public partial record Number(long Value);
            [Message("m")] public partial record Text(string Value);
            """);

        Assert.Equal(["before", "number 5", "once"], port.Receive("m", 5));
        Assert.Equal(["before", "text x", "twice 2"], await port.ReceiveAsync("m", "x", 2));
        Assert.Equal(["before", "text x"], await port.ReceiveAsync("m", "x", 2));
        Assert.Equal(["before", "text y"], port.ReceiveRecord(port.Make("Text", "y")));
    }

    [Theory]
    [EachTable]
    public async Task RecordsOfAnotherAssembly_AreTheSame(Table table)
    {
        const string Library = """
            namespace Library;

            [Message("placed")]
            public partial record Placed(string Id, List<int>? Lines, DayOfWeek Day = DayOfWeek.Friday)
            {
                public Placed(string id) : this(id, null) { }
                public Placed(string Id, List<int>? Lines, DayOfWeek Day, bool Unused) : this(Id, Lines, Day) { }
                public void Deconstruct(out string id) => id = Id;
            }

            [Message("moved")] public readonly partial record struct Moved(int X, Placed? Unused = null);
            [Message("stop")] public partial record struct Stop();
            """;
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv] void On(Library.Placed p) => Note($"{p.Id} {p.Lines?.Count ?? -1} {p.Day}");
            [Rcv] void On(Library.Moved m) => Note($"{m.X}");
            [Rcv] void On(Library.Stop s, int code) => Note($"stop {code}");
            public Placed Placed(string id) => new(id, [1, 2]);
            """,
            types: "public record Placed(string Id, List<int> Lines);",
            library: Library.Replace(", Placed? Unused = null", "", StringComparison.Ordinal));

        Assert.Equal(["a -1 Friday"], port.Receive("placed", "a", null));
        Assert.Equal(["a 2 Monday"], port.Receive("placed", "a", new List<int> { 1, 2 }, DayOfWeek.Monday));
        Assert.Empty(port.Receive("placed", "a"));
        Assert.Equal(["7"], port.Receive("moved", 7));
        Assert.Equal(["stop 7"], port.Receive("stop", 7));
    }

    [Theory]
    [EachTable]
    public async Task ContractOfAnInterface_MayTakeRecords(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            public void On(Library.Moved m, string note) => Note($"{m.X} {note}");
            void Library.IMoves<string>.Stop(Library.Moved m) => Note($"stop {m.X}");
            """,
            bases: "RecordingPort, Library.IMoves<string>",
            library: """
                namespace Library;

                [Message("moved")] public readonly partial record struct Moved(int X);

                public interface IMoves<T>
                {
                    [Rcv] void On(Moved m, T note);
                    [Rcv] void Stop(Moved m);
                }
                """);

        Assert.Equal(["stop 7"], port.Receive("moved", 7));
        Assert.Equal(["7 x", "stop 7"], port.Receive("moved", 7, "x"));
    }

    [Theory]
    [EachTable]
    public async Task RecordThatIsAPayloadAsWell_IsAMessageWithoutAPattern_AndAnElementUnderOne(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv] [Rcv("wrapped")] void On(Both b) => Note($"{b.X}");
            [Rcv("nested")] void On(string name, Both b) => Note($"{name} {b.X}");
            """,
            "[Message(\"both\"), Payload] public partial record Both(int X);");

        Assert.Equal(["1"], port.Receive("both", 1));
        Assert.Equal(["2"], port.ReceiveRecord(port.Make("Both", 2)));
        Assert.Equal(["3"], port.Receive("wrapped", port.Make("Both", 3)));
        Assert.Equal(["x 4"], port.Receive("nested", "x", port.Make("Both", 4)));
        Assert.Empty(port.Receive("wrapped", "both", 5));
    }

    [Theory]
    [EachTable]
    public async Task DerivedRecord_IsSentAsWhatItIs(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv] void On(Basis m) => Note($"basis {m.X}");
            [Rcv] void On(Derived m) => Note($"derived {m.X} {m.Y}");
            """,
            """
            [Message("basis")] public partial record Basis(int X);
            [Message("derived")] public partial record Derived(int X, int Y) : Basis(X);
            public record Unmarked(int X, int Y) : Basis(X);
            """);

        Assert.Equal(["basis 1"], port.ReceiveRecord(port.Make("Basis", 1)));
        Assert.Equal(["derived 1 2"], port.ReceiveRecord(port.Make("Derived", 1, 2)));
        Assert.Equal(["basis 1"], port.ReceiveRecord(port.Make("Unmarked", 1, 2)));
    }

    [Theory]
    [EachTable]
    public async Task RecordOfManyMembersOfManyTypes_Arrives(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv] void On(Many m, PortId reply) => Note(
                FormattableString.Invariant($"{m.A} {m.B} {m.C} {m.D.Length} {m.E} {m.F} {m.G} {m.H[1]} {m.I} {reply}"));
            """,
            """
            [Message("many")]
            public partial record Many(
                byte A, char B, float C, byte[] D, PortId E, PortId<Receiver> F, DayOfWeek? G, string?[] H, object I);
            """);
        object many = port.Make(
            "Many",
            (byte)255,
            'x',
            0.5f,
            new byte[3],
            PortId.Parse("n#p"),
            Activator.CreateInstance(typeof(PortId<>).MakeGenericType(port.Port.GetType()), PortId.Parse("n#q")),
            null,
            new[] { null, "h" },
            7L);

        var message = ((ITypedMessage)many).ToMessage(PortId.Parse("n#r"));
        object?[] elements = [.. Enumerable.Range(0, message.Count).Select(index => message[index])];

        Assert.Equal(["255 x 0.5 3 n#p n#q  h 7 n#r"], port.Receive(elements));
        Assert.Empty(port.ReceiveRecord(many));
    }
}
