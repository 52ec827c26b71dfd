namespace Mp.Generators.Tests.Behaviour;

/// <summary>Several patterns on one method: any of them makes it run, once.</summary>
public sealed class SeveralPatternsTests
{
    [Theory]
    [EachTable]
    public async Task Patterns_OfOneHandler_EachMatch(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("join"), Rcv("enter", Any, 3), Rcv(7)] void Join(string who) => Note($"join {who}");
            """);

        Assert.Equal(["join me"], port.Receive("join", "me"));
        Assert.Equal(["join you"], port.Receive("enter", "you", 3));
        Assert.Equal(["join they"], port.Receive(7, "they"));
        Assert.Empty(port.Receive("enter", "you", 4));
        Assert.False(port.IsMatched);
    }

    [Theory]
    [EachTable]
    public async Task Handler_OfWhichSeveralPatternsMatch_RunsOnce_ByTheFirstOfThem(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] void Before() => Note("before");
            [Rcv(Any, 1)]
            [Rcv("a")]
            [Rcv]
            void Some(object? element) => Note($"some {element}");
            [Rcv("a")] void After() => Note("after");
            """);

        Assert.Equal(["before", "some a", "after"], port.Receive("a", 1));
        Assert.Equal(["before", "some 2", "after"], port.Receive("a", 2));
        Assert.Equal(["some b"], port.Receive("b"));
    }

    [Theory]
    [EachTable]
    public async Task HandlerThatIsDone_IsRemovedWithAllItsPatterns(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] bool First() { Note("first"); return true; }
            [Rcv("a"), Rcv("b")] bool Once() { Note("once"); return true; }
            [Rcv("c"), Rcv("d")] bool Stays() { Note("stays"); return false; }
            """);

        Assert.Equal(["first", "once"], port.Receive("a"));
        Assert.Empty(port.Receive("b"));
        Assert.Empty(port.Receive("a"));
        Assert.Equal(["stays"], port.Receive("c"));
        Assert.Equal(["stays"], port.Receive("d"));
    }

    [Theory]
    [EachTable]
    public async Task AsynchronousHandler_OfWhichSeveralPatternsMatch_RunsOnce(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a"), Rcv("a", 1)] async Task Later() { await Task.Yield(); Note("later"); }
            [Rcv("a"), Rcv(Any)] ValueTask<bool> Now() { Note("now"); return new(true); }
            [Rcv("a")] void After() => Note("after");
            """);

        Assert.Equal(["later", "now", "after"], await port.ReceiveAsync("a", 1));
        Assert.Equal(["later", "after"], await port.ReceiveAsync("a", 1));
    }

    [Fact]
    public void BothPartsOfAMethod_MayHavePatterns() => Assert.Single(GeneratorHarness.Generate("""
        partial class Echo : Port
        {
            [Rcv("a")] private partial void A();
            [Rcv("b")] private partial void A() { }
        }
        """));
}
