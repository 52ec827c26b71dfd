namespace Mp.Generators.Tests.Behaviour;

/// <summary>Payloads of every shape: what travels of them, and how they are made anew.</summary>
public sealed class PayloadShapeTests
{
    // Each is a payload of its own, and all of them together show that their codecs do not get in each other's way.
    private const string Types = """
        [Payload] public class Settable
        {
            public int Count { get; set; } = 7;
            public string Name { get; init; } = "none";
            public required long Total { get; set; }
            public double Rate = 0.5;
            public int Twice => 2 * Count;
            internal int Hidden { get; set; }
            [IgnoreMember] public int Ignored { get; set; } = 3;
        }

        [Payload] public struct Point
        {
            public int X;
            public int Y { get; init; }
        }

        [Payload] public sealed class Made
        {
            public Made(string text, int number = 4) => (Text, Number) = (text, number);
            public Made(string text) => Text = text + "?";
            private Made() => Text = "";
            public string Text { get; }
            public int Number { get; private set; }
            public override string ToString() => $"{Text} {Number}";
        }

        [Payload] public partial class Closed
        {
            [PayloadConstructor] private Closed(int id) => Id = id;
            public int Id { get; }
            public int Step { get; private set; }
            [Key("secret")] private int _secret;
            public static Closed Of(int id, int step, int secret) => new(id) { Step = step, _secret = secret };
            public override string ToString() => $"{Id} {Step} {_secret}";
        }

        public abstract class Animal
        {
            public string Name { get; set; } = "";
            public virtual int Legs { get; set; } = 4;
        }

        [Payload] public sealed class Bird : Animal
        {
            public override int Legs { get; set; } = 2;
            public bool Flies { get; set; }
        }

        [Payload] public sealed class Cat : Animal
        {
            public override int Legs => base.Legs + 1;
        }

        [Payload] public class Node
        {
            public int Value { get; set; }
            public Node? Next { get; set; }
            public List<Node> Children { get; init; } = [];
        }

        [Payload] public record Positional(int Id, string? Note) { public int Extra { get; set; } = 9; }
        [Payload] public record struct Nested(Outer.Inner Inner, Point? At);
        public static class Outer { [Payload] public record Inner(int Id); }
        """;

    private const string Members = """
        [Rcv("settable")] void On(Settable s) => Note(FormattableString.Invariant(
            $"{s.Count} {s.Name} {s.Total} {s.Rate} {s.Hidden} {s.Ignored}"));
        [Rcv("point")] void On(Point p) => Note($"{p.X} {p.Y}");
        [Rcv("made")] void On(Made m) => Note($"{m}");
        [Rcv("closed")] void On(Closed c) => Note($"{c}");
        [Rcv("bird")] void On(Bird b) => Note($"{b.Name} {b.Legs} {b.Flies}");
        [Rcv("cat")] void On(Cat c) => Note($"{c.Name} {c.Legs}");
        [Rcv("node")] void On(Node n) => Note($"{n.Value} {n.Next?.Next?.Value} {n.Children.Count}");
        [Rcv("positional")] void On(Positional p) => Note($"{p.Id} {p.Note} {p.Extra}");
        [Rcv("nested")] void On(Nested n) => Note($"{n.Inner.Id} {n.At?.X}");
        """;

    [Theory]
    [EachTable]
    public async Task SettableMembers_Travel_AndNoOthers(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);
        var map = new Dictionary<string, object?>
        {
            ["Hidden"] = 1,
            ["Ignored"] = 1,
            ["Twice"] = 1,
            ["Rate"] = 2.5,
            ["Total"] = 3,
            ["Name"] = "x",
            ["Count"] = 8,
        };

        Assert.Equal(["8 x 3 2.5 0 3"], port.Receive("settable", map));
    }

    [Theory]
    [EachTable]
    public async Task MissingMembers_KeepWhatTheConstructorGaveThem_RequiredOnesMustCome(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Equal(["7 none 3 0.5 0 3"], port.Receive("settable", Map(("Total", 3))));
        Assert.Equal(["7 x 3 0.5 0 3"], port.Receive("settable", Map(("Total", 3), ("Name", "x"))));
        Assert.Empty(port.Receive("settable", Map(("Count", 3))));
        Assert.Equal(["0 0"], port.Receive("point", Map()));
        Assert.Equal(["1 4"], port.Receive("positional", Map(("Id", 1), ("Extra", 4))).Select(Squeeze));
        Assert.Equal(["1 9"], port.Receive("positional", Map(("Id", 1))).Select(Squeeze));
    }

    [Theory]
    [EachTable]
    public async Task Constructor_ThatFitsTheMostMembers_IsCalled(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Equal(["a 5"], port.Receive("made", Map(("Text", "a"), ("Number", 5))));
        Assert.Equal(["a 4"], port.Receive("made", Map(("Text", "a"))));
        Assert.Empty(port.Receive("made", Map(("Number", 5))));
        Assert.Equal(["a 6"], port.Receive("made", port.Make("Made", "a", 6)));
    }

    [Theory]
    [EachTable]
    public async Task PartialType_TravelsWithWhatIsPrivate(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Equal(["1 2 3"], port.Receive("closed", port.Call("Closed", "Of", 1, 2, 3)));
        Assert.Equal(["1 2 3"], port.Receive("closed", Map(("Id", 1), ("Step", 2), ("secret", 3))));
    }

    [Theory]
    [EachTable]
    public async Task DerivedClass_TravelsWithTheMembersOfItsBase(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Equal(["wren 2 True"], port.Receive("bird", Map(("Name", "wren"), ("Flies", true))));
        Assert.Equal(["wren 1 False"], port.Receive("bird", Map(("Legs", 1), ("Name", "wren"))));
    }

    [Theory]
    [EachTable]
    public async Task PropertyOfWhichOnlyTheGetterIsOverridden_IsSetByTheBase(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Equal(["tom 4"], port.Receive("cat", Map(("Legs", 3), ("Name", "tom"))));
    }

    [Theory]
    [EachTable]
    public async Task NestedOnes_AndThoseOfThemselves_Arrive(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);
        Dictionary<string, object?> leaf = Map(("Value", 3));

        Assert.Equal(
            ["1 3 2"],
            port.Receive("node", Map(
                ("Value", 1),
                ("Next", Map(("Value", 2), ("Next", leaf))),
                ("Children", new[] { leaf, leaf }))));
        Assert.Equal(["5 1"], port.Receive("nested", Map(("Inner", Map(("Id", 5))), ("At", Map(("X", 1))))));
    }

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToDictionary(static entry => entry.Key, static entry => entry.Value);

    private static string Squeeze(string text) => text.Replace("  ", " ", StringComparison.Ordinal);
}
