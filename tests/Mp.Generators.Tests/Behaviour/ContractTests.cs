namespace Mp.Generators.Tests.Behaviour;

/// <summary>Patterns on the methods of interfaces, received by the ports that implement them.</summary>
public sealed class ContractTests
{
    private const string Library = """
        namespace Library;

        public interface IStore<T>
        {
            [Rcv("put")] void Put(string key, T value, int times = 7);
            [Rcv("drop"), Rcv("remove")] bool Drop(string key);
            [Rcv("note")] async ValueTask Note(string text) => await Task.Yield();
        }
        """;

    [Theory]
    [EachTable]
    public async Task ImplicitImplementation_OfAContractInAnotherAssembly_Receives(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            public void Put(string key, long value, int times = 1) => Note($"put {key} {value} {times}");
            public bool Drop(string key) { Note($"drop {key}"); return key == "last"; }
            """,
            bases: "RecordingPort, Library.IStore<long>",
            library: Library);

        Assert.Equal(["put a 5 7"], port.Receive("put", "a", 5));
        Assert.Equal(["put a 5 6"], port.Receive("put", "a", 5, 6));
        Assert.Equal(["drop a"], port.Receive("drop", "a"));
        Assert.Equal(["drop last"], port.Receive("remove", "last"));
        Assert.Empty(port.Receive("drop", "a"));
        Assert.Empty(port.Receive("put", "a", "x"));
        Assert.Empty(await port.ReceiveAsync("note", "x"));
        Assert.True(port.IsMatched);
    }

    [Theory]
    [EachTable]
    public async Task ExplicitImplementation_Receives(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            void Library.IStore<string?>.Put(string key, string? value, int times) => Note($"put {value ?? "null"}");
            bool Library.IStore<string?>.Drop(string key) { Note("drop"); return false; }
            async ValueTask Library.IStore<string?>.Note(string text) { await Task.Yield(); Note(text); }
            """,
            bases: "RecordingPort, Library.IStore<string?>",
            library: Library);

        Assert.Equal(["put null"], port.Receive("put", "a", null));
        Assert.Equal(["drop"], port.Receive("remove", "a"));
        Assert.Equal(["text"], await port.ReceiveAsync("note", "text"));
    }

    [Theory]
    [EachTable]
    public async Task MethodThatIsMarkedInSeveralPlaces_IsOneHandler(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            [Rcv("b")] void First() => Note("first");
            [Rcv("b")] public void Both(int number = 0) => Note($"both {number}");
            [Rcv("b")] void Last() => Note("last");
            """,
            """
            public interface IOne { [Rcv("a")] void Both(int number = 1); }
            public interface ITwo { [Rcv("b")] void Both(int number = 2); }
            """,
            "RecordingPort, IOne, ITwo");

        Assert.Equal(["both 1"], port.Receive("a"));
        Assert.Equal(["first", "both 0", "last"], port.Receive("b"));
    }

    [Theory]
    [EachTable]
    public async Task ContractOfTheBase_IsReceivedOnce_ByWhatImplementsItLast(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """
            public new void A() => Note("mine");
            [Rcv("b")] void B() => Note("b");
            """,
            """
            public interface IContract { [Rcv("a")] void A(); }
            public partial class Basis : RecordingPort, IContract { public void A() => Note("theirs"); }
            """,
            "Basis, IContract");

        Assert.Equal(["mine"], port.Receive("a"));
        Assert.Equal(["b"], port.Receive("b"));
    }
}
