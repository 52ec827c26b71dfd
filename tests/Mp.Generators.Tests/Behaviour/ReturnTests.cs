namespace Mp.Generators.Tests.Behaviour;

/// <summary>What handlers return: whether they stay, and when the next one runs.</summary>
public sealed class ReturnTests
{
    [Theory]
    [EachTable]
    public async Task True_RemovesTheHandler_FalseKeepsIt(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] bool Once(int number) { Note($"once {number}"); return number == 1; }
            [Rcv("a")] void Always() => Note("always");
            """);

        Assert.Equal(["once 0", "always"], port.Receive("a", 0));
        Assert.Equal(["once 1", "always"], port.Receive("a", 1));
        Assert.Equal(["always"], port.Receive("a", 1));
    }

    [Theory]
    [EachTable]
    public async Task TrueOfATask_RemovesTheHandler(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] ValueTask<bool> Now() { Note("now"); return new(true); }
            [Rcv("a")] async ValueTask<bool> Later() { await Task.Yield(); Note("later"); return true; }
            [Rcv("a")] async Task<bool> AsTask() { await Task.Yield(); Note("task"); return true; }
            [Rcv("a")] Task<bool> Stays() { Note("stays"); return Task.FromResult(false); }
            """);

        Assert.Equal(["now", "later", "task", "stays"], await port.ReceiveAsync("a"));
        Assert.Equal(["stays"], await port.ReceiveAsync("a"));
    }

    [Theory]
    [EachTable]
    public async Task AsynchronousHandlers_RunOneAfterTheOther_EachOnce(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] void First(int number) => Note($"1:{number}");
            [Rcv("a")] async Task Second(int number) { await Task.Yield(); Note($"2:{number}"); }
            [Rcv] async ValueTask Third(string tag) { await Task.Yield(); Note("3"); }
            [Rcv("a")] void Fourth() => Note("4");
            """);

        Assert.Equal(["1:5", "2:5", "3", "4"], await port.ReceiveAsync("a", 5));
        Assert.Equal(["3"], await port.ReceiveAsync("b"));
    }

    [Theory]
    [EachTable]
    public async Task HandlerThatIsNotDone_HoldsBackTheNext(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            public readonly TaskCompletionSource Gate = new();
            [Rcv("a")] Task First() => Gate.Task;
            [Rcv("a")] void Second() => Note("second");
            """);

        Assert.Empty(port.Receive("a"));

        Assert.False(port.Pending!.IsCompleted);
        Assert.True(port.IsMatched);
    }

    [Theory]
    [EachTable]
    public async Task FinishedTask_DoesNotSuspend(Table table)
    {
        Subject port = await Subject.CreateAsync(table, """
            [Rcv("a")] ValueTask First() { Note("first"); return default; }
            [Rcv("a")] Task Second() { Note("second"); return Task.CompletedTask; }
            """);

        Assert.Equal(["first", "second"], port.Receive("a"));
        Assert.Null(port.Pending);
    }

    [Theory]
    [EachTable]
    public async Task MoreThan64Handlers_AreRemovedOneByOne(Table table)
    {
        string members = string.Concat(Enumerable.Range(0, 70).Select(static index =>
            $"[Rcv(\"n\", {index})] bool H{index}() {{ Note(\"{index}\"); return true; }}\n"));
        Subject port = await Subject.CreateAsync(table, members);

        Assert.Equal(["69"], port.Receive("n", 69));
        Assert.Empty(port.Receive("n", 69));
        Assert.Equal(["5"], port.Receive("n", 5));
        Assert.Equal(["68"], port.Receive("n", 68));
    }
}
