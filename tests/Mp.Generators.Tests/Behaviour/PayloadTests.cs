namespace Mp.Generators.Tests.Behaviour;

/// <summary>Records marked <c>[Payload]</c>, on their way and back.</summary>
public sealed class PayloadTests
{
    private const string Types = """
        [Payload] public record Order(int Id, string Name, List<Line> Lines, string? Note = "none", double Price = 1.5);
        [Payload] public readonly record struct Line(string Article, ulong Count, Color Color, PortId? From);
        [Payload] internal record Tree(int Value, Tree? Left, Tree? Right);
        [Payload] public record Empty();
        [Payload] public record @event(int @class, string? value, PortId<Receiver> To, object Anything);
        public enum Color : ulong { Red, Blue = ulong.MaxValue }
        """;

    private const string Members = """
        [Rcv("order")] void Order(Order o) =>
            Note(FormattableString.Invariant($"{o.Id} {o.Name} {o.Lines.Count} {o.Note} {o.Price}"));
        [Rcv("line")] void Line(Line l) => Note($"{l.Article} {l.Count} {l.Color} {l.From?.ToString() ?? "null"}");
        [Rcv("lines")] void Lines(Line[] l) => Note($"{l.Length} {l[^1].Color}");
        [Rcv("tree")] void Tree(Tree t) => Note($"{t.Value} {t.Left?.Value} {t.Right?.Left?.Value}");
        [Rcv("empty")] void Empty(Empty? e) => Note($"{e is null}");
        [Rcv("event")] void Event(@event e) => Note($"{e.@class} {e.value} {e.To} {e.Anything}");
        [Rcv("echo")] void Echo(Message m) { Last = m; }
        public Message? Last;
        """;

    [Theory]
    [EachTable]
    public async Task Payload_ArrivesWithItsMembers(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);
        object line = port.Make("Line", "nut", 3UL, Enum.ToObject(ColorOf(port), ulong.MaxValue), PortId.Parse("n#p"));
        Array lines = Array.CreateInstance(line.GetType(), 1);
        lines.SetValue(line, 0);

        Assert.Equal(["nut 3 Blue n#p"], port.Receive("line", line));
        Assert.Equal(["1 Blue"], port.Receive("lines", lines));
        Assert.Equal(["False"], port.Receive("empty", port.Make("Empty")));
        Assert.Equal(["True"], port.Receive("empty", (object?)null));
    }

    [Theory]
    [EachTable]
    public async Task Payload_OfPayloads_Arrives(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);
        object leaf = port.Make("Tree", 3, null, null);
        object tree = port.Make("Tree", 1, leaf, port.Make("Tree", 2, leaf, null));

        Assert.Equal(["1 3 3"], port.Receive("tree", tree));
    }

    [Theory]
    [EachTable]
    public async Task Map_IsTakenForAPayload_UnknownKeysSkipped_MissingOnesDefaulted(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);
        var order = new Dictionary<string, object?>
        {
            ["unknown"] = new object[] { 1, "x" },
            ["Lines"] = Array.Empty<int>(),
            ["Name"] = "bolts",
            ["Id"] = 7,
        };

        Assert.Equal(["7 bolts 0 none 1.5"], port.Receive("order", order));
        order["Note"] = null;
        order["Price"] = 2;
        Assert.Equal(["7 bolts 0  2"], port.Receive("order", order));
    }

    [Theory]
    [EachTable]
    public async Task Map_WithoutARequiredMember_OrWithOneOfAnotherType_DoesNotMatch(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);
        var order = new Dictionary<string, object?> { ["Id"] = 7, ["Lines"] = Array.Empty<int>() };

        Assert.Empty(port.Receive("order", order));
        order["Name"] = null;
        Assert.Empty(port.Receive("order", order));
        order["Name"] = 5;
        Assert.Empty(port.Receive("order", order));
        Assert.Empty(port.Receive("order", (object?)null));
        Assert.Empty(port.Receive("order", "text"));
        order["Name"] = "name";
        Assert.Single(port.Receive("order", order));
    }

    [Theory]
    [EachTable]
    public async Task MembersNamedLikeKeywords_TravelUnderTheirNames(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);
        var map = new Dictionary<string, object?> { ["class"] = 1, ["To"] = "n#p", ["Anything"] = "x" };

        Assert.Equal(["1  n#p x"], port.Receive("event", map));
        map["Anything"] = null;
        Assert.Empty(port.Receive("event", map));
    }

    private static Type ColorOf(Subject port) => port.Make("Color").GetType();
}
