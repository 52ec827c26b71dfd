namespace Mp.Generators.Tests.Behaviour;

/// <summary>
/// Many handlers of one tag that differ in the next element: what runs is what would run without choosing.
/// </summary>
public sealed class ChoiceTests
{
    private const string Numbers = """
        [Rcv("set", 1)] void One(string value) => Note($"one {value}");
        [Rcv("set", 2)] void Two(string value) => Note($"two {value}");
        [Rcv("set", -3)] void MinusThree(string value) => Note($"minus three {value}");
        [Rcv("set", 1)] void OneAgain(long value) => Note($"one again {value}");
        [Rcv("set", long.MaxValue)] void Most(string value) => Note($"most {value}");
        [Rcv("set")] void Every(object number, string value) => Note($"any {value}");
        [Rcv("set", 2)] void TwoLater(string value) => Note($"two later {value}");
        """;

    [Theory]
    [EachTable]
    public async Task Numbers_LeadToTheirHandlers_InTheOrderOfDeclaration(Table table)
    {
        Subject port = await Subject.CreateAsync(table, Numbers);

        Assert.Equal(["one a", "any a"], port.Receive("set", 1, "a"));
        Assert.Equal(["one again 5"], port.Receive("set", (byte)1, 5));
        Assert.Equal(["two a", "any a", "two later a"], port.Receive("set", 2UL, "a"));
        Assert.Equal(["minus three a", "any a"], port.Receive("set", -3, "a"));
        Assert.Equal(["most a", "any a"], port.Receive("set", long.MaxValue, "a"));
        Assert.Equal(["any a"], port.Receive("set", ulong.MaxValue, "a"));
        Assert.Equal(["any a"], port.Receive("set", 7, "a"));
        Assert.Equal(["any a"], port.Receive("set", "1", "a"));
        Assert.Empty(port.Receive("set", 1));
        Assert.Empty(port.Receive("set"));
    }

    [Theory]
    [EachTable]
    public async Task Texts_LeadToTheirHandlers(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("get", "name")] void Name() => Note("name");
            [Rcv("get", "")] void Nothing() => Note("nothing");
            [Rcv("get", "größe")] void Size(int unit) => Note($"size {unit}");
            [Rcv("get", "a text that is rather long, longer than what is compared at a glance")]
            void Long() => Note("long");
            [Rcv("get", "name")] bool NameOnce() { Note("name, once"); return true; }
            [Rcv("put", "name")] void Put() => Note("put");
            """);

        Assert.Equal(["name", "name, once"], port.Receive("get", "name"));
        Assert.Equal(["name"], port.Receive("get", "name"));
        Assert.Equal(["nothing"], port.Receive("get", ""));
        Assert.Equal(["size 3"], port.Receive("get", "größe", 3));
        Assert.Equal(
            ["long"],
            port.Receive("get", "a text that is rather long, longer than what is compared at a glance"));
        Assert.Empty(port.Receive("get", "a text that is rather long, longer than what is compared at a Glance"));
        Assert.Empty(port.Receive("get", "Name"));
        Assert.Empty(port.Receive("get", 3));
        Assert.Equal(["put"], port.Receive("put", "name"));
    }

    [Theory]
    [EachTable]
    public async Task FirstElements_ThatAreNumbers_LeadToTheirHandlers(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv(1)] void One() => Note("one");
            [Rcv(2, "a")] void Two() => Note("two");
            [Rcv(3)] void Three(int value) => Note($"three {value}");
            [Rcv(4)] void Four() => Note("four");
            [Rcv("1")] void Text() => Note("text");
            """);

        Assert.Equal(["one"], port.Receive(1));
        Assert.Equal(["two"], port.Receive(2, "a"));
        Assert.Equal(["three 9"], port.Receive(3, 9));
        Assert.Equal(["text"], port.Receive("1"));
        Assert.Empty(port.Receive(5));
        Assert.Empty(port.Receive((object?)null));
    }

    [Theory]
    [InlineData("one a, any a", "1")]
    [InlineData("two a, any a, two later a", 2L)]
    [InlineData("any a", "x")]
    public async Task Numbers_OfALoosePeer_LeadToTheirHandlersAsTexts(string expected, object number)
    {
        Subject port = await Subject.CreateAsync(Table.Wire, Numbers);

        Assert.Equal(expected, string.Join(", ", port.ReceiveLoosely("set", number, "a")));
    }

    [Theory]
    [EachTable]
    public async Task Handler_ThatFinishesLater_IsFollowedByTheOthersOfItsNumber(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("do", 1)]
            async System.Threading.Tasks.Task Wait() { Note("waits"); await System.Threading.Tasks.Task.Yield(); }
            [Rcv("do", 2)] void Two() => Note("two");
            [Rcv("do", 1)] void Then() => Note("then");
            [Rcv("do", 3)] void Three() => Note("three");
            [Rcv("do")] void Always() => Note("always");
            """);

        Assert.Equal(["waits", "then", "always"], await port.ReceiveAsync("do", 1));
        Assert.Equal(["two", "always"], await port.ReceiveAsync("do", 2));
    }

    [Theory]
    [InlineData("three", 3L)]
    [InlineData("three", "3")]
    [InlineData("nothing", "")]
    [InlineData("unmatched", 4L)]
    public async Task Texts_OfALoosePeer_LeadToTheirHandlersAsNumbers(string expected, object element)
    {
        Subject port = await Subject.CreateAsync(Table.Wire, """
            [Rcv("get", "1")] void One() => Note("one");
            [Rcv("get", "2")] void Two() => Note("two");
            [Rcv("get", "3")] void Three() => Note("three");
            [Rcv("get", "")] void Nothing() => Note("nothing");
            [RcvUnmatched] void Others() => Note("unmatched");
            """);

        Assert.Equal([expected], port.ReceiveLoosely("get", element));
    }
}
