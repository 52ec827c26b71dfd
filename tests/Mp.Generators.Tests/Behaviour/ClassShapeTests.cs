namespace Mp.Generators.Tests.Behaviour;

/// <summary>Port classes may be nested, generic, and written in several parts; handlers may be private, and in any part.</summary>
public sealed class ClassShapeTests
{
    [Theory]
    [EachTable]
    public async Task HandlersInSeveralParts_AreThoseOfOneClass(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """[Rcv("a")] void First(int number) => Note($"first {number}");""",
            """
            partial class Receiver
            {
                [Rcv("a")] void Second(string text) => Note($"second {text}");
                [Rcv("a", Any)] void Third() => Note("third");
            }
            """);

        Assert.Equal(["first 1", "third"], port.Receive("a", 1));
        Assert.Equal(["second b", "third"], port.Receive("a", "b"));
    }

    [Theory]
    [EachTable]
    public async Task ClassNestedInAGenericOne_ReceivesWhatItsTypeArgumentIs(Table table)
    {
        Subject port = await Subject.CreateAsync(
            table,
            """[Rcv("mine")] void Mine() => Note("mine");""",
            """
            public static partial class Outer<T>
            {
                public partial class Inner : RecordingPort
                {
                    [Rcv("to")] void To(PortId<Inner> port, int number) => Note($"{typeof(T).Name} {number} for {port}");
                }
            }
            """,
            "Outer<DateTime>.Inner");

        Assert.Equal(["DateTime 7 for a:1#b"], port.Receive("to", PortId.Parse("a:1#b"), 7));
        Assert.Equal(["mine"], port.Receive("mine"));
        Assert.Empty(port.Receive("to", "no port", 7));
    }

    [Theory]
    [EachTable]
    public async Task HandlersOfTwoClosedForms_OfOneGenericClass_AreTheirOwn(Table table)
    {
        const string Types = """
            public abstract partial class Basis<T> : RecordingPort where T : struct
            {
                [Rcv("name")] static bool Once() => ++Calls == 1;
                [Rcv("name")] void Name() => Note($"{typeof(T).Name}");
                private static int Calls;
            }

            """;
        Subject bytes = await Subject.CreateAsync(table, "", Types, "Basis<byte>");
        Subject longs = await Subject.CreateAsync(table, "", Types, "Basis<long>");

        Assert.Equal(["Byte"], bytes.Receive("name"));
        Assert.Equal(["Int64"], longs.Receive("name"));
        Assert.Equal(["Byte"], bytes.Receive("name"));
    }
}
