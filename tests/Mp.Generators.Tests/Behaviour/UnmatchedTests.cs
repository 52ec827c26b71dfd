namespace Mp.Generators.Tests.Behaviour;

/// <summary>What no handler matches goes to one method, and is not dropped then.</summary>
public sealed class UnmatchedTests
{
    [Theory]
    [EachTable]
    public async Task Unmatched_RunsOnlyWhenNoHandlerMatched(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] void A(int number) => Note("a");
            [RcvUnmatched] void Nobody(Message message) => Note($"nobody {message}");
            """);

        Assert.Equal(["a"], port.Receive("a", 1));
        Assert.Equal(["nobody [\"a\", \"x\"]"], port.Receive("a", "x"));
        Assert.True(port.IsMatched);
        Assert.Equal(["nobody []"], port.Receive());
    }

    [Theory]
    [EachTable]
    public async Task Unmatched_NeedsNoOtherHandler(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """[RcvUnmatched] void Nobody() => Note("nobody");""");

        Assert.Equal(["nobody"], port.Receive("a"));
        Assert.True(port.IsMatched);
    }

    [Theory]
    [EachTable]
    public async Task HandlerThatWasRemoved_LeavesItsMessagesToUnmatched(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] bool Once() { Note("once"); return true; }
            [RcvUnmatched] void Nobody() => Note("nobody");
            """);

        Assert.Equal(["once"], port.Receive("a"));
        Assert.Equal(["nobody"], port.Receive("a"));
    }

    [Theory]
    [EachTable]
    public async Task AsynchronousUnmatched_HoldsBackWhatFollows(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] void A() => Note("a");
            [RcvUnmatched] async ValueTask Nobody() { await Task.Yield(); Note("nobody"); }
            """);

        Assert.Equal(["nobody"], await port.ReceiveAsync("b"));
        Assert.Equal(["a"], await port.ReceiveAsync("a"));
    }

    [Theory]
    [EachTable]
    public async Task UnmatchedOfTheBase_RunsWhenNeitherClassMatches(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """[Rcv("b")] void B() => Note("b");""",
            """
            public partial class Basis : RecordingPort
            {
                [Rcv("a")] void A() => Note("a");
                [RcvUnmatched] async Task Nobody() { await Task.Yield(); Note("nobody"); }
            }
            """,
            "Basis");

        Assert.Equal(["a"], await port.ReceiveAsync("a"));
        Assert.Equal(["b"], await port.ReceiveAsync("b"));
        Assert.Equal(["nobody"], await port.ReceiveAsync("c"));
    }

    [Theory]
    [EachTable]
    public async Task UnmatchedOfTheClass_TakesThePlaceOfThatOfTheBase(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """[RcvUnmatched] void Nobody() => Note("mine");""",
            """
            public partial class Basis : RecordingPort
            {
                [Rcv("a")] void A() => Note("a");
                [RcvUnmatched] void NobodyOfTheBase() => Note("theirs");
            }
            """,
            "Basis");

        Assert.Equal(["a"], port.Receive("a"));
        Assert.Equal(["mine"], port.Receive("b"));
    }
}
