using Mp.CompilerServices;
using Mp.Nodes;
using Mp.Ports;
using Mp.Runtime.Tests.CompilerServices;
using Mp.Wire;

namespace Mp.Runtime.Tests.Ports;

/// <summary>Messages of another node that stand in a port's queue together.</summary>
public sealed class WireBatchTests : IDisposable
{
    private const int WindowMessages = 1000;

    private readonly PortBench _bench = new();
    private readonly ReceiveWindow _window = new(WindowMessages);
    private readonly List<object?> _seen = [];

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Messages_AreHandledInOrder_WithWhatWasSentBeforeAndAfter()
    {
        PortCell cell = Create(new ScriptedPort().On("n", message => _seen.Add(message[1])));

        PortBench.Send(cell, "n", -1L);
        Arrive(cell, 0, 64);
        Arrive(cell, 64, 10);
        PortBench.Send(cell, "n", 74L);
        _bench.Run();

        Assert.Equal(Enumerable.Range(-1, 76).Select(static number => (object?)(long)number), _seen);
        AssertAllHandled();
    }

    [Fact]
    public void Handler_ThatKeepsMessages_HasEachOfThem()
    {
        List<Message> kept = [];
        PortCell cell = Create(new ScriptedPort().On("n", kept.Add));

        Arrive(cell, 0, 3);
        _bench.Run();

        Assert.Equal(["[\"n\", 0]", "[\"n\", 1]", "[\"n\", 2]"], kept.Select(static message => message.ToString()));
        Assert.All(kept, static message => Assert.Equal("n", message.Tag));
    }

    [Fact]
    public void AllOfThem_AreOneObject_AsMatchTablesSeeThem_UnlessTheyAreKept()
    {
        var port = new LookingPort();
        PortCell cell = Create(port);

        Arrive(cell, 0, 3);
        _bench.Run();

        Assert.Single(port.Looked.Distinct(ReferenceEqualityComparer.Instance));
        Assert.Equal(3, port.Kept.Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public void AsynchronousHandler_HasTheRestOfThemWait()
    {
        var first = new TaskCompletionSource();
        PortCell cell = Create(new ScriptedPort()
            .OnAsync("n", async message =>
            {
                _seen.Add($"begin {message[1]}");
                await (message[1] is 1L ? first.Task : Task.CompletedTask);
                _seen.Add($"end {message[1]}");
            })
            .On("n", message => _seen.Add($"then {message[1]}")));

        Arrive(cell, 0, 4);
        _bench.Run();
        Assert.Equal(["begin 0", "end 0", "then 0", "begin 1"], _seen);
        Assert.Equal(WindowMessages - 2, Room());
        first.SetResult();
        _bench.Run();

        Assert.Equal(
            ["end 1", "then 1", "begin 2", "end 2", "then 2", "begin 3", "end 3", "then 3"],
            _seen.Skip(4));
        AssertAllHandled();
    }

    [Fact]
    public void Handlers_ThatAreWaitedForAgainAndAgain_SeeTheirMessagesInOrder()
    {
        Queue<TaskCompletionSource> waiting = [];
        PortCell cell = Create(new ScriptedPort().OnAsync("n", async message =>
        {
            if ((long)message[1]! % 3 == 1)
            {
                var source = new TaskCompletionSource();
                waiting.Enqueue(source);
                await source.Task;
            }

            _seen.Add(message[1]);
        }));

        Arrive(cell, 0, 10);
        _bench.Run();
        Arrive(cell, 10, 10);
        PortBench.Send(cell, "n", 20L);
        for (_bench.Run(); waiting.TryDequeue(out TaskCompletionSource? next); _bench.Run())
        {
            next.SetResult();
        }

        Assert.Equal(Enumerable.Range(0, 21).Select(static number => (object?)(long)number), _seen);
        AssertAllHandled();
    }

    [Fact]
    public void HandlerThatThrows_HasTheRestOfThemDropped()
    {
        PortCell cell = Create(new ScriptedPort().On("n", message =>
        {
            if (message[1] is 2L)
            {
                throw new InvalidOperationException("mine");
            }

            _seen.Add(message[1]);
        }));
        List<Reason> fired = PortBench.Watch(cell);

        Arrive(cell, 0, 5);
        Arrive(cell, 5, 2);
        _bench.Run();

        Assert.Equal([0L, 1L], _seen);
        Assert.Single(fired);
        Assert.Equal(4, _bench.Dropped.Count(static dropped => dropped.Reason == UnmatchedReason.PortDied));
        AssertAllHandled();
    }

    [Fact]
    public void PortThatIsDead_DropsAllOfThem()
    {
        PortCell cell = Create(new ScriptedPort().On("n", message => _seen.Add(message[1])));
        PortBench.Kill(cell);
        _bench.Run();

        Arrive(cell, 0, 3);

        Assert.Empty(_seen);
        Assert.Equal(
            Enumerable.Repeat(new UnmatchedMessage("n", cell.ToString(), UnmatchedReason.NoSuchPort), 3),
            _bench.Dropped);
        AssertAllHandled();
    }

    [Fact]
    public void MessageWithoutHandler_IsDroppedAlone()
    {
        PortCell cell = Create(new ScriptedPort().OnUntil("n", message => message[1] is 1L));

        Arrive(cell, 0, 5);
        _bench.Run();

        Assert.Equal(
            Enumerable.Repeat(new UnmatchedMessage("n", cell.ToString(), UnmatchedReason.NoHandler), 3),
            _bench.Dropped);
        AssertAllHandled();
    }

    [Fact]
    public void HandlerThatIsAdded_SeesTheMessagesAfterThat_AndMayKeepThem()
    {
        List<Message> kept = [];
        var port = new ScriptedPort();
        port.On("n", message =>
        {
            if (message[1] is 0L)
            {
                port.Add(kept.Add);
            }
        });
        PortCell cell = Create(port);

        Arrive(cell, 0, 3);
        _bench.Run();

        Assert.Equal(["[\"n\", 1]", "[\"n\", 2]"], kept.Select(static message => message.ToString()));
        AssertAllHandled();
    }

    [Fact]
    public void EachOfThem_CountsForThePortsTurn()
    {
        PortCell cell = Create(new ScriptedPort().On("n", message => _seen.Add(message[1])));
        for (int first = 0; first < 640; first += 64)
        {
            Arrive(cell, first, 64);
        }

        _bench.Scheduler.RunOne();

        Assert.Equal(256, _seen.Count);
        Assert.Equal(1, _bench.Scheduler.Pending);
    }

    [Fact]
    public void PortsThatTakeEachByItself_GetNone()
    {
        Assert.True(Create(new ScriptedPort().On("n", static _ => { })).TakesBatches);

        // No handler was generated for it: what it has was written by hand, and may keep what it sees.
        Assert.False(Create(new ScriptedPort()).TakesBatches);
        var port = new ScriptedPort().On("n", static _ => { });
        port.Add(static _ => { });
        Assert.False(Create(port).TakesBatches);
    }

    private PortCell Create(Port port) => _bench.Create(port);

    // As a connection would.
    private void Arrive(PortCell cell, int first, int count)
    {
        var builder = new BatchBuilder(_window, ElementDialect.Exact);
        for (int number = first; number < first + count; number++)
        {
            _window.Deliver(1);
            Assert.True(builder.TryAdd(new Frame
            {
                PortName = default,
                Elements = Encoded.Elements("n", number),
                Count = 2,
            }));
        }

        WireBatch batch = builder.Take();
        cell.Enqueue(batch, batch);
    }

    private void AssertAllHandled() => Assert.Equal(WindowMessages, Room());

    // How many more may be delivered.
    private int Room()
    {
        int room = 0;
        for (; !_window.IsFull(); room++)
        {
            _window.Deliver(1);
        }

        _window.Handle(room);
        return room;
    }

    private sealed class LookingPort : Port
    {
        public List<object> Looked { get; } = [];

        public List<object> Kept { get; } = [];

        protected internal override int HandlerCount => 1;

        protected internal override void Match(WireMessage message, ref Dispatch dispatch)
        {
            dispatch.Match();
            Looked.Add(message);
            Kept.Add(message.Keep());
        }
    }
}
