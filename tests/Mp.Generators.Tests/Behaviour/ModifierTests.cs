namespace Mp.Generators.Tests.Behaviour;

/// <summary>Modifiers of handlers and of their parameters.</summary>
public sealed class ModifierTests
{
    [Theory]
    [EachTable]
    public async Task ReadOnlyReferences_AreGivenValues(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] void A(in int x, ref readonly string y, in Message z) => Note($"{x} {y} {z.Count}");
            [Rcv("b")]
            void B(ref readonly PortId<Receiver> x, in long y = 5, in double? z = null) => Note($"{x} {y} {z is null}");
            """);

        Assert.Equal(["1 x 3"], port.Receive("a", 1, "x"));
        Assert.Equal(["n#p 5 True"], port.Receive("b", "n#p"));
        Assert.Equal(["n#p 6 False"], port.Receive("b", "n#p", 6, 0.5));
    }

    [Theory]
    [EachTable]
    public async Task StaticHandler_IsCalled(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            private static readonly List<int> Seen = [];
            [Rcv("a")] static bool A(int number) { Seen.Add(number); return number == 0; }
            [Rcv("b")] static async Task B(int number) { await Task.Yield(); Seen.Add(number); }
            [Rcv("seen")] void All() { Note(string.Join(",", Seen)); Seen.Clear(); }
            """);

        await port.ReceiveAsync("a", 1);
        await port.ReceiveAsync("b", 2);
        await port.ReceiveAsync("a", 0);
        await port.ReceiveAsync("a", 3);

        Assert.Equal(["1,2,0"], await port.ReceiveAsync("seen"));
    }

    [Theory]
    [EachTable]
    public async Task Pattern_Of16Elements_Matches(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("long", 1, 2, 3, Any, 5, 6, 7, 8, 9, 10, 11, 12, null, true, "end")]
            void Long(int fourth, int after = -1) => Note($"{fourth} {after}");
            """);

        Assert.Equal(["4 -1"], port.Receive("long", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, null, true, "end"));
        Assert.Equal(["4 16"], port.Receive("long", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, null, true, "end", 16));
        Assert.Empty(port.Receive("long", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, null, true, "and"));
        Assert.Empty(port.Receive("long", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, null, true));
    }

    [Theory]
    [EachTable]
    public async Task FirstElement_ThatIsNoString_BindsAndCompares(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv(Any, "x")] void Wild(int first) => Note($"any {first}");
            [Rcv(1)] void One(string second) => Note($"1 {second}");
            [Rcv(0.5)] void Half() => Note("0.5");
            [Rcv(false)] void False(params object?[] rest) => Note($"false {rest.Length}");
            [Rcv(null, Any)] void Null(long second) => Note($"null {second}");
            """);

        Assert.Equal(["any 1", "1 x"], port.Receive(1, "x"));
        Assert.Equal(["0.5"], port.Receive(0.5));
        Assert.Equal(["false 1"], port.Receive(false, 2));
        Assert.Equal(["null 3"], port.Receive(null, 3));
        Assert.Empty(port.Receive("1", "x"));
    }
}
