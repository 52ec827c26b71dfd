namespace Mp.Runtime.Tests.Matching;

/// <summary>Lambdas as people write them find the overload that is meant.</summary>
public sealed class RcvOverloadTests
{
    [Fact]
    public async Task AsyncLambda_IsATask_NotVoid()
    {
        await using var bench = new BarePortBench();

        bench.Port.Rcv("a", async () =>
        {
            await bench.Gate.Task;
            bench.Note("a");
        });
        bench.Port.Rcv("a", async (int number) => await bench.NoteLaterAsync($"a {number}"));
        bench.Port.Rcv("a", () => bench.Note("last"));

        Assert.Empty(bench.Receive("a", 1));
        bench.Gate.SetResult();
        Assert.Equal(["a", "a 1", "last"], bench.Run());
    }

    [Fact]
    public async Task Lambda_OfACallThatReturnsATask_IsATask()
    {
        await using var bench = new BarePortBench();

        bench.Port.Rcv("a", (string text) => bench.NoteLaterAsync("task " + text));
        bench.Port.Rcv("a", (string text) => new ValueTask(bench.NoteLaterAsync("value task " + text)));
        bench.Port.Rcv("a", (Message _) => bench.Note("last"));

        Assert.Empty(bench.Receive("a", "x"));
        bench.Gate.SetResult();
        Assert.Equal(["task x", "value task x", "last"], bench.Run());
    }

    [Fact]
    public async Task Lambda_ThatReturnsATruthValue_IsRemovedByIt()
    {
        await using var bench = new BarePortBench();

        bench.Port.Rcv("a", () => bench.IsNoted("nothing"));
        bench.Port.Rcv("a", (int _) => bench.IsNoted("integer"));
        bench.Port.Rcv("a", (int _, bool _) =>
        {
            bench.Note("block");
            return true;
        });
        bench.Port.Rcv(["a", typeof(int)], _ => bench.IsNoted("pattern"));

        Assert.Equal(["nothing", "integer", "block", "pattern"], bench.Receive("a", 1, true));
        Assert.Empty(bench.Receive("a", 1, true));
    }

    [Fact]
    public async Task AsyncLambda_ThatReturnsATruthValue_IsRemovedByIt()
    {
        await using var bench = new BarePortBench();
        bench.Gate.SetResult();

        bench.Port.Rcv("a", async (int number) =>
        {
            await Task.Yield();
            bench.Note($"{number}");
            return true;
        });
        bench.Port.Rcv("a", (int _) => bench.NoteTrueAsync("task"));
        bench.Port.Rcv("a", (int _) => new ValueTask<bool>(bench.NoteTrueAsync("value task")));
        bench.Port.Rcv(["a"], async _ =>
        {
            await Task.Yield();
            return true;
        });

        Assert.Equal(["1", "task", "value task"], bench.Receive("a", 1));
        Assert.Empty(bench.Receive("a", 1));
    }

    [Fact]
    public async Task MethodGroup_WithItsTypesWritten_IsTakenByItsResult()
    {
        await using var bench = new BarePortBench();

        bench.Port.Rcv<string>("a", bench.Note);
        bench.Port.Rcv<string>("a", bench.IsNoted);
        bench.Port.Rcv<string>("a", bench.NoteLaterAsync);
        bench.Gate.SetResult();

        Assert.Equal(["x", "x", "x"], bench.Receive("a", "x"));
        Assert.Equal(["y", "y"], bench.Receive("a", "y"));
    }

    [Fact]
    public async Task SevenParameters_Bind()
    {
        await using var bench = new BarePortBench();

        bench.Port.Rcv("a", (int a, string b, bool c, double d, PortId e, object? f, byte[] g) =>
            bench.Note($"{a} {b} {c} {d} {e} {f ?? "null"} {g.Length}"));

        Assert.Equal(
            ["1 b True 0.5 node#port null 2"],
            bench.Receive("a", 1, "b", true, 0.5, PortId.Parse("node#port"), null, new byte[2]));
    }

    [Fact]
    public async Task PatternOfAny_TakesTheMessage()
    {
        await using var bench = new BarePortBench();

        bench.Port.Rcv(["child_died", Pattern.Any, 3], m => bench.Note($"{m[1]} died"));

        Assert.Equal(["7 died"], bench.Receive("child_died", 7, 3));
        Assert.Empty(bench.Receive("child_died", 7, 4));
    }
}
