namespace Mp.Generators.Tests.Behaviour;

/// <summary>Which elements are asked for, and which handlers run.</summary>
public sealed class MatchTests
{
    [Theory]
    [EachTable]
    public async Task Pattern_IsMatchedAgainstTheFirstElements_FurtherOnesAreAllowed(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("ping")] void Ping(int number) => Note($"ping {number}");
            """);

        Assert.Equal(["ping 1"], port.Receive("ping", 1));
        Assert.Equal(["ping 1"], port.Receive("ping", 1, "more", null));
    }

    [Theory]
    [EachTable]
    public async Task Any_MatchesOneElement_WhichMustExist(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("died", Any, 3)] void Died() => Note("died");
            """);

        Assert.Equal(["died"], port.Receive("died", null, 3));
        Assert.Equal(["died"], port.Receive("died", new[] { 1, 2 }, 3));
        Assert.Empty(port.Receive("died", 3));
        Assert.Empty(port.Receive("died"));
    }

    [Theory]
    [EachTable]
    public async Task TrailingAny_WithoutElement_DoesNotMatch(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("died", Any)] void Died() => Note("died");
            [Rcv("gone", Any)] void Gone(int pid = 5) => Note($"gone {pid}");
            """);

        Assert.Equal(["died"], port.Receive("died", null));
        Assert.Empty(port.Receive("died"));
        Assert.Equal(["gone 1"], port.Receive("gone", 1));
        Assert.Empty(port.Receive("gone"));
    }

    [Theory]
    [EachTable]
    public async Task Parameters_BindToWildcardsFirst_ThenToWhatFollowsThePattern(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a", Any, 3, Any)]
            void A(string first, int second, string third) => Note($"{first} {second} {third}");
            """);

        Assert.Equal(["x 7 y"], port.Receive("a", "x", 3, 7, "y"));
        Assert.Empty(port.Receive("a", "x", 3, "y", 7));
        Assert.Empty(port.Receive("a", "x", 3, 7));
    }

    [Theory]
    [EachTable]
    public async Task AnyFirst_BindsTheTag(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] void A() => Note("a");
            [Rcv(Any)] void Every(object? tag, int number = 0) => Note($"any {tag} {number}");
            """);

        Assert.Equal(["a", "any a 0"], port.Receive("a"));
        Assert.Equal(["any b 5"], port.Receive("b", 5));
        Assert.Equal(["any 1 0"], port.Receive(1));
    }

    [Theory]
    [EachTable]
    public async Task EmptyPattern_TakesEverythingThatFitsTheParameters(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv] void Trace(Message message) => Note($"trace {message.Count}");
            [Rcv] void Pair(string tag, int number) => Note($"pair {tag} {number}");
            """);

        Assert.Equal(["trace 0"], port.Receive());
        Assert.Equal(["trace 1"], port.Receive(1));
        Assert.Equal(["trace 2", "pair x 2"], port.Receive("x", 2));
    }

    [Theory]
    [EachTable]
    public async Task AllMatchingHandlers_RunInTheOrderOfDeclaration(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv] void First() => Note("1");
            [Rcv("b")] void Other() => Note("b");
            [Rcv("a", 1)] void Second() => Note("2");
            [Rcv(Any, 1)] void Third() => Note("3");
            [Rcv("a")] void Fourth() => Note("4");
            """);

        Assert.Equal(["1", "2", "3", "4"], port.Receive("a", 1));
        Assert.Equal(["1", "4"], port.Receive("a", 2));
        Assert.Equal(["1", "b", "3"], port.Receive("b", 1));
        Assert.Equal(["1", "3"], port.Receive("c", 1));
        Assert.Equal(["1"], port.Receive());
    }

    [Theory]
    [EachTable]
    public async Task Overloads_AreChosenByType(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("v")] void Value(int value) => Note($"int {value}");
            [Rcv("v")] void Value(string value) => Note($"string {value}");
            [Rcv("v")] void Value(bool value) => Note($"bool {value}");
            [Rcv("v")] static void Value(double[] value) { }
            """);

        Assert.Equal(["int 1"], port.Receive("v", 1));
        Assert.Equal(["string x"], port.Receive("v", "x"));
        Assert.Equal(["bool True"], port.Receive("v", true));
        Assert.Empty(port.Receive("v", new[] { 0.5 }));
        Assert.True(port.IsMatched);
    }

    [Theory]
    [EachTable]
    public async Task NoHandler_LeavesTheMessageUnmatched(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] void A(int number) => Note("a");
            """);

        Assert.Empty(port.Receive("a", "text"));
        Assert.False(port.IsMatched);
        Assert.Empty(port.Receive("b"));
        Assert.False(port.IsMatched);
        port.Receive("a", 1);
        Assert.True(port.IsMatched);
    }

    [Theory]
    [EachTable]
    public async Task Message_BindsTheWhole_AndTakesNoElement(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] void A(int first, Message message, int second) => Note($"{first} {message[1]} {second}");
            """);

        Assert.Equal(["1 1 2"], port.Receive("a", 1, 2));
    }

    [Theory]
    [EachTable]
    public async Task DefaultValue_StandsInForAMissingElement_NotForOneOfAnotherType(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv("a")] void A(int x = -5, string y = "why", string? z = null) => Note($"{x} {y} {z ?? "null"}");
            [Rcv("b")]
            void B(
                double d = 0.5, float f = -1.5f, Color color = (Color)(-1), bool b = true, char c = '\'',
                PortId to = default, int? n = 7) =>
                Note(FormattableString.Invariant($"{d} {f} {color} {b} {c} {to.IsNone} {n}"));
            [Rcv("c")] void C(string text = null!, List<int>? list = null) => Note($"{text is null} {list is null}");
            """,
            "public enum Color : sbyte { None = -1, Red }");

        Assert.Equal(["-5 why null"], port.Receive("a"));
        Assert.Equal(["1 why null"], port.Receive("a", 1));
        Assert.Equal(["1 x y"], port.Receive("a", 1, "x", "y"));
        Assert.Empty(port.Receive("a", "x"));
        Assert.Empty(port.Receive("a", 1, null));
        Assert.Equal(["0.5 -1.5 None True ' True 7"], port.Receive("b"));
        Assert.Equal(["True True"], port.Receive("c"));
    }
}
