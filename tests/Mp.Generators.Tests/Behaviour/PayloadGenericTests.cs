namespace Mp.Generators.Tests.Behaviour;

/// <summary>Generic payloads: each closed form that a project names has a codec there.</summary>
public sealed class PayloadGenericTests
{
    private const string Types = """
        [Payload] public record Box<T>(T Content);
        [Payload] public record Page<T>(List<Box<T>> Boxes, T? First, Dictionary<string, T>? More = null);
        [Payload] public record struct Two<TLeft, TRight>(TLeft Left, TRight Right);
        [Payload] public record Chain<T>(T Head, Chain<T>? Tail);
        [Payload] public class Derived : Typed<int> { public int Own { get; set; } }
        public abstract class Typed<T> { public T? Value { get; set; } }
        """;

    private const string Members = """
        [Rcv("box")] void On(Box<int> b) => Note($"int {b.Content}");
        [Rcv("box")] void On(Box<string> b) => Note($"string {b.Content}");
        [Rcv("page")] void On(Page<string> p) => Note($"{p.Boxes.Count} {p.Boxes[0].Content} {p.First} {p.More?["k"]}");
        [Rcv("two")] void On(Two<Box<bool>, int?> t) => Note($"{t.Left.Content} {t.Right}");
        [Rcv("chain")] void On(Chain<long> c) => Note($"{c.Head} {c.Tail?.Head}");
        [Rcv("derived")] void On(Derived d) => Note($"{d.Value} {d.Own}");
        public static object BoxOf(string value) => new Box<string>(value);
        """;

    [Theory]
    [EachTable]
    public async Task ClosedForms_AreToldApart(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);

        Assert.Equal(["string x"], port.Receive("box", port.Call("Receiver", "BoxOf", "x")));
        Assert.Equal(["int 1"], port.Receive("box", Map(("Content", 1))));
        Assert.Empty(port.Receive("box", Map(("Content", null))));
    }

    [Theory]
    [EachTable]
    public async Task FormsThatOnlyMembersNeed_HaveTheirCodecs(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Members, Types);
        Dictionary<string, object?>[] boxes = [Map(("Content", "a"))];

        Assert.Equal(["1 a  v"], port.Receive("page", Map(("Boxes", boxes), ("More", Map(("k", "v"))))));
        Assert.Equal(["True "], port.Receive("two", Map(("Left", Map(("Content", true))), ("Right", null))));
        Assert.Equal(["1 2"], port.Receive("chain", Map(("Head", 1), ("Tail", Map(("Head", 2))))));
        Assert.Equal(["3 4"], port.Receive("derived", Map(("Value", 3), ("Own", 4))));
    }

    [Theory]
    [EachTable]
    public async Task FormsOfAnotherAssembly_HaveTheirCodecsWhereTheyAreNamed(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv("box")] void On(Lib.Box<Lib.Inner> b) => Note($"{b.Content.Id}");
            public static object BoxOf(int id) => new Lib.Box<Lib.Inner>(new Lib.Inner(id));
            """,
            library: """
            namespace Lib;
            [Payload] public record Box<T>(T Content);
            [Payload] public record Inner(int Id);
            """);

        Assert.Equal(["5"], port.Receive("box", port.Call("Receiver", "BoxOf", 5)));
        Assert.Equal(["6"], port.Receive("box", Map(("Content", Map(("Id", 6))))));
    }

    [Fact]
    public void Form_ThatIsNamedWithNullAndWithout_HasOneCodec() => Assert.Single(
        GeneratorHarness.Generate("""
            [Payload] record Box<T>(T Content);
            class Uses { void A(Box<string> a, Box<string?> b) { } void B(Box<string> a) { } }
            """));

    [Fact]
    public void Form_OfATypeThatMakesItselfWider_ComesToAnEnd() => Assert.NotEmpty(
        GeneratorHarness.Generate("""
            [Payload] class Wide<T> { public Wide<List<T>>? Next { get; set; } }
            class Uses { void A(Wide<int> a) { } }
            """));

    [Fact]
    public void OpenForms_AndThoseOfHiddenTypes_HaveNone() => Assert.Empty(
        GeneratorHarness.Generate("""
            [Payload] record Box<T>(T Content);
            class Uses<T> { void A(Box<T> a, Box<Hidden> b) { } class Hidden { } }
            """));

    private static Dictionary<string, object?> Map(params (string Key, object? Value)[] entries) =>
        entries.ToDictionary(static entry => entry.Key, static entry => entry.Value);
}
