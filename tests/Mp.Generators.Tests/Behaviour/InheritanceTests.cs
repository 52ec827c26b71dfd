namespace Mp.Generators.Tests.Behaviour;

/// <summary>Handlers of base classes run as well, and first.</summary>
public sealed class InheritanceTests
{
    [Theory]
    [EachTable]
    public async Task HandlersOfTheBase_RunFirst(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv("a")] void Mine() => Note("mine");
            [Rcv("b")] void OnlyMine() => Note("only mine");
            """,
            """
            public partial class Basis : RecordingPort
            {
                [Rcv("a")] void Theirs() => Note("theirs");
                [Rcv("c")] void OnlyTheirs() => Note("only theirs");
            }
            """,
            "Basis");

        Assert.Equal(["theirs", "mine"], port.Receive("a"));
        Assert.Equal(["only mine"], port.Receive("b"));
        Assert.Equal(["only theirs"], port.Receive("c"));
        Assert.Empty(port.Receive("d"));
        Assert.False(port.IsMatched);
    }

    [Theory]
    [EachTable]
    public async Task HandlersOfAGenericBase_InAnotherAssembly_Run(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """[Rcv("a")] bool Mine() { Note("mine"); return true; }""",
            bases: "Library.Basis<string>",
            library: """
                namespace Library;

                public abstract partial class Basis<T> : RecordingPort
                {
                    [Rcv("a")] bool First(int number) { Note($"first {typeof(T).Name}"); return number == 1; }
                    [Rcv("a")] protected virtual void Second() => Note("second");
                }
                """);

        Assert.Equal(["first String", "second", "mine"], port.Receive("a", 0));
        Assert.Equal(["first String", "second"], port.Receive("a", 1));
        Assert.Equal(["second"], port.Receive("a", 1));
    }

    [Theory]
    [EachTable]
    public async Task ClassWithoutHandlers_BetweenOthers_ChangesNothing(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """[Rcv("a")] void Mine() => Note("mine");""",
            """
            public partial class Basis<T> : RecordingPort { [Rcv("a")] protected virtual void Theirs() => Note("theirs"); }
            public class Middle : Basis<int> { protected override void Theirs() => Note("overridden"); }
            """,
            "Middle");

        Assert.Equal(["overridden", "mine"], port.Receive("a"));
    }

    [Theory]
    [EachTable]
    public async Task HandlersThatAreDone_AreRemoved_EachFromItsOwnClass(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv("a")] bool Mine(int which) { Note("mine"); return which == 2; }
            [Rcv("a"), Rcv("b")] bool Mine2(int which) { Note("mine2"); return which == 3; }
            """,
            """
            public partial class Top : RecordingPort
            {
                [Rcv("a")] bool Top1(int which) { Note("top"); return which == 0; }
            }

            public partial class Basis : Top
            {
                [Rcv("a")] void Basis1() => Note("basis");
                [Rcv("a")] ValueTask<bool> Basis2(int which) { Note("basis2"); return new(which == 1); }
            }
            """,
            "Basis");

        Assert.Equal(["top", "basis", "basis2", "mine", "mine2"], port.Receive("a", 0));
        Assert.Equal(["basis", "basis2", "mine", "mine2"], port.Receive("a", 1));
        Assert.Equal(["basis", "mine", "mine2"], port.Receive("a", 2));
        Assert.Equal(["basis", "mine2"], port.Receive("a", 3));
        Assert.Equal(["basis"], port.Receive("a", 4));
        Assert.Empty(port.Receive("b", 4));
    }

    [Theory]
    [EachTable]
    public async Task AsynchronousHandlers_OfAnyClass_HoldBackAllAfterThem_EachOnce(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv("a")] void Mine() => Note("mine");
            [Rcv("a")] async ValueTask Mine2() { await Task.Yield(); Note("mine2"); }
            [Rcv("a")] void Mine3() => Note("mine3");
            """,
            """
            public partial class Top : RecordingPort { [Rcv("a")] void Top1() => Note("top"); }

            public partial class Basis : Top
            {
                [Rcv("a")] async Task<bool> Basis1() { await Task.Yield(); Note("basis"); return true; }
                [Rcv("a")] void Basis2() => Note("basis2");
                [Rcv("a")] async Task Basis3() { await Task.Yield(); Note("basis3"); }
            }
            """,
            "Basis");

        Assert.Equal(
            ["top", "basis", "basis2", "basis3", "mine", "mine2", "mine3"],
            await port.ReceiveAsync("a"));
        Assert.Equal(["top", "basis2", "basis3", "mine", "mine2", "mine3"], await port.ReceiveAsync("a"));
    }

    [Theory]
    [EachTable]
    public async Task HandlerOfTheBase_ThatIsNotDone_HoldsBackThoseOfTheClass(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """[Rcv("a")] void Mine() => Note("mine");""",
            """
            public partial class Basis : RecordingPort
            {
                [Rcv("a")] Task Theirs() => new TaskCompletionSource().Task;
            }
            """,
            "Basis");

        Assert.Empty(port.Receive("a"));

        Assert.False(port.Pending!.IsCompleted);
    }
}
