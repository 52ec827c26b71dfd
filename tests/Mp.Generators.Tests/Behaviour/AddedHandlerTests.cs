using Mp.TestKit;

namespace Mp.Generators.Tests.Behaviour;

/// <summary>Handlers added at run time live beside the generated ones of a class, by the same rules.</summary>
public sealed class AddedHandlerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AddedHandlers_RunAfterTheGeneratedOnes_OfTheSameMessage(bool areSerialized)
    {
        await using Bench bench = await Bench.CreateAsync(
            areSerialized,
            """
            public Receiver()
            {
                Rcv("sum", (int left, int right) => Note($"added {left + right}"));
                Rcv(["sum", Any, 3], _ => Note("added three"));
            }

            [Rcv("sum")] void Sum(int left) => Note($"generated {left}");
            """);

        Assert.Equal(["generated 1", "added 3"], bench.Receive("sum", 1, 2));
        Assert.Equal(["generated 1", "added 4", "added three"], bench.Receive("sum", 1, 3));
        Assert.Equal(["added three"], bench.Receive("sum", "x", 3));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AddedHandler_MayReplaceItself_AndOneShotsAreRemovedEachByItself(bool areSerialized)
    {
        await using Bench bench = await Bench.CreateAsync(
            areSerialized,
            """
            public Receiver() => Rcv("x", () => { Note("added once"); Rcv("x", () => Note("its successor")); return true; });

            [Rcv("x")] bool Once() { Note("generated once"); return true; }
            """);

        Assert.Equal(["generated once", "added once"], bench.Receive("x"));
        Assert.Equal(["its successor"], bench.Receive("x"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task UnmatchedHandler_RunsOnlyForWhatNeitherKindMatches(bool areSerialized)
    {
        await using Bench bench = await Bench.CreateAsync(
            areSerialized,
            """
            public Receiver() => Rcv("added", () => Note("added"));

            [Rcv("generated")] void Generated() => Note("generated");
            [RcvUnmatched] void Other(Message message) => Note($"other {message.Tag}");
            """);

        Assert.Equal(["generated"], bench.Receive("generated"));
        Assert.Equal(["added"], bench.Receive("added"));
        Assert.Equal(["other else"], bench.Receive("else"));
    }

    // A node's own way of dispatching: Subject asks the generated tables alone.
    private sealed class Bench(Node node, ManualScheduler scheduler, RecordingPort port) : IAsyncDisposable
    {
        public static async Task<Bench> CreateAsync(bool areSerialized, string members)
        {
            var port = (RecordingPort)Activator.CreateInstance(GeneratorHarness.Load($$"""
                using static Mp.Pattern;

                public partial class Receiver : RecordingPort
                {
                {{members}}
                }
                """).GetType("Receiver")!)!;
            var scheduler = new ManualScheduler();
            Node node = await Node.StartAsync(new NodeOptions { Scheduler = scheduler, SerializeLocal = areSerialized });
            node.CreatePort(port);
            return new Bench(node, scheduler, port);
        }

        public IReadOnlyList<string> Receive(params object?[] elements)
        {
            node.Snd(port.Self, Message.Create(elements));
            scheduler.RunUntilIdle();
            return port.TakeNotes();
        }

        public ValueTask DisposeAsync() => node.DisposeAsync();
    }
}
