using Mp.TestKit;

namespace Mp.Runtime.Tests.Nodes;

public sealed class AfterTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTimeProvider _clock = new();
    private readonly ManualScheduler _scheduler = new();
    private readonly RecordingLoggerFactory _log = new();
    private readonly RecordingPort _recorder = new();
    private readonly Node _node;
    private readonly TimedPort _port;

    public AfterTests()
    {
        _node = Node.StartAsync(new NodeOptions
        {
            TimeProvider = _clock,
            Scheduler = _scheduler,
            LoggerFactory = _log,
        }).AsTask().GetAwaiter().GetResult();
        _port = new TimedPort(_node.CreatePort(_recorder));
        _node.CreatePort(_port);
    }

    private IEnumerable<object?> Tags
    {
        get
        {
            _scheduler.RunUntilIdle();
            return _recorder.Messages.Select(static message => message[0]);
        }
    }

    [Fact]
    public void Message_IsSentWhenItsTimeHasCome_AndNotSooner()
    {
        _port.After(2 * Second, "to me", 1);
        _port.After(Second, _recorder.Self, "to another", 2);
        _node.After(3 * Second, _recorder.Self, "of the node", 3);

        _clock.Advance(Second - TimeSpan.FromMilliseconds(1));
        Assert.Empty(Tags);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["to another"], Tags);
        _clock.Advance(Second);
        Assert.Equal(["to another", "to me"], Tags);
        _clock.Advance(10 * Second);
        Assert.Equal(["to another", "to me", "of the node"], Tags);
    }

    [Fact]
    public void Callback_RunsOnce_InThePortsTurn()
    {
        List<bool> calls = [];
        _port.After(Second, () => calls.Add(_port.IsTurn));
        _node.After(Second, () => calls.Add(_port.IsTurn));

        _clock.Advance(10 * Second);
        Assert.Empty(calls);
        _scheduler.RunUntilIdle();

        Assert.Equal([false, true], calls.Order());
    }

    [Fact]
    public void Disposed_BeforeItBegan_NeverHappens()
    {
        using IDisposable early = _port.After(Second, "early");
        IDisposable late = _port.After(Second, () => _node.Snd(_recorder.Self, "late"));
        IDisposable ofNode = _node.After(Second, _recorder.Self, "of the node");

        early.Dispose();
        _clock.Advance(Second);
        late.Dispose();
        ofNode.Dispose();
        late.Dispose();

        Assert.Empty(Tags);
    }

    [Fact]
    public void DeathOfThePort_CallsOffWhatItPutOff()
    {
        _port.After(Second, "to me");
        _port.After(Second, _recorder.Self, "to another");
        _port.After(Second, () => _node.Snd(_recorder.Self, "callback"));
        _node.Kil(_port.Self);
        _scheduler.RunUntilIdle();
        _port.After(Second, _recorder.Self, "of the dead");

        _clock.Advance(10 * Second);

        Assert.Empty(Tags);
    }

    [Fact]
    public void CallbackThatThrows_KillsThePort()
    {
        var fired = new List<Reason>();
        _node.Mon(_port.Self, fired.Add);
        _port.After(TimeSpan.Zero, static () => throw new InvalidOperationException("it failed"));

        _clock.Advance(TimeSpan.Zero);
        _scheduler.RunUntilIdle();

        Assert.Equal("die", Assert.Single(fired).Word);
    }

    [Fact]
    public void MessageThatCannotBeSent_IsLogged()
    {
        _node.After(Second, PortId.Parse("other:1#port"), "lost");
        _node.After(Second, _recorder.Self, "fine");

        _clock.Advance(Second);

        Assert.Equal(["fine"], Tags);
        Assert.Contains(_log.Entries, static entry => entry.Id == 102);
    }

    [Fact]
    public async Task EndOfTheNode_CallsOffEverything()
    {
        List<string> calls = [];
        _node.After(Second, () => calls.Add("callback"));
        await _node.DisposeAsync();

        _clock.Advance(Second);
        _scheduler.RunUntilIdle();

        Assert.Empty(calls);
        Assert.Throws<ObjectDisposedException>(() => _node.After(Second, static () => { }));
    }

    [Fact]
    public void WrongArguments_AreErrors()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _node.After(-Second, static () => { }));
        Assert.Throws<ArgumentOutOfRangeException>(() => _port.After(TimeSpan.FromDays(50), "late"));
        Assert.Throws<ArgumentNullException>(() => _port.After(Second, (Action)null!));
        Assert.Throws<ArgumentNullException>(() => _port.Psub(null!));
        Assert.Throws<InvalidOperationException>(() => new TimedPort(default).After(Second, "early"));
    }

    [Fact]
    public void Psub_RunsInThePortsTurn_InTheOrderOfTheCalls()
    {
        List<string> calls = [];
        Action plain = _port.Psub(() => calls.Add($"plain {_port.IsTurn}"));
        Action<int> typed = _port.Psub((int number) => calls.Add($"typed {number}"));
        EventHandler<EventArgs> handler = _port.Psub((object? sender, EventArgs _) => calls.Add($"from {sender}"));

        plain();
        typed(5);
        handler("somebody", EventArgs.Empty);
        Assert.Empty(calls);
        _scheduler.RunUntilIdle();

        Assert.Equal(["plain True", "typed 5", "from somebody"], calls);
    }

    [Fact]
    public void Psub_ThatThrows_KillsThePort_AndNothingRunsAfterwards()
    {
        var fired = new List<Reason>();
        int calls = 0;
        _node.Mon(_port.Self, fired.Add);
        Action failing = _port.Psub(() =>
        {
            calls++;
            throw new InvalidOperationException("it failed");
        });

        failing();
        failing();
        _scheduler.RunUntilIdle();
        failing();
        _scheduler.RunUntilIdle();

        Assert.Equal(1, calls);
        Assert.Equal("die", Assert.Single(fired).Word);
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();
}
