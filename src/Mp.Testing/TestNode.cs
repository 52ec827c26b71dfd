using Mp.Testing.Loops;

namespace Mp.Testing;

/// <summary>One node of a <see cref="TestCluster"/>, and the host that it runs on.</summary>
public sealed class TestNode
{
    private const int FirstPort = 4040;

    private readonly TestCluster _cluster;
    private readonly Func<NodeOptions, NodeOptions> _options;
    private readonly bool _isPrivate;
    private Machine _machine;
    private int _port = FirstPort;
    private bool _hasEnded;

    internal TestNode(TestCluster cluster, string name, Func<NodeOptions, NodeOptions> options, bool isPrivate)
    {
        _isPrivate = isPrivate;
        _cluster = cluster;
        _options = options;
        Name = name;
        (_machine, Node) = Boot(1);
    }

    /// <summary>The host's name: <c>n1</c>, <c>n2</c> and so on.</summary>
    public string Name { get; }

    /// <summary>The node, as it is now: a restart makes another one.</summary>
    public Node Node { get; private set; }

    /// <summary>Which process it is: 1 is the first.</summary>
    public int Incarnation => _machine.Incarnation;

    /// <summary>Whether it runs: it has neither crashed nor ended, and does not stand still.</summary>
    public bool IsRunning => _machine.State == MachineState.Running && !IsStopped;

    /// <summary>Whether it stands still.</summary>
    public bool IsFrozen => _machine.State == MachineState.Frozen;

    /// <summary>Whether it was ended by <see cref="StopAsync"/>.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether its process is gone: it crashed, or has ended.</summary>
    public bool IsOver => _machine.State == MachineState.Crashed || _hasEnded;

    /// <summary>The clock as the process sees it: give it to handlers that wait. Its timers stop with it.</summary>
    public TimeProvider TimeProvider => _machine.Clock;

    /// <summary>The process.</summary>
    internal Machine Machine => _machine;

    /// <summary>Makes the process stand still, as after <c>SIGSTOP</c>. Its host goes on, and takes bytes.</summary>
    public void Freeze() => _machine.Freeze();

    /// <summary>Lets the process go on where it stood still.</summary>
    public void Thaw() => _machine.Thaw();

    /// <summary>Ends the process in the middle of whatever it does, as <c>SIGKILL</c> does.</summary>
    /// <param name="withHost">
    /// Whether the host is switched off as well, so that nobody is told. Otherwise it closes the connections.
    /// </param>
    public void Crash(bool withHost = false)
    {
        _machine.Crash();
        _cluster.Network.Drop(_machine, withHost);
        _cluster.History.Add(Record(HistoryKind.Crash, withHost ? "with its host" : "alone"));
    }

    /// <summary>Starts the next process on this host, after a crash or an end.</summary>
    /// <param name="asAnother">Whether it gets an ID of its own; else it has the one before.</param>
    public void Restart(bool asAnother = false)
    {
        if (IsRunning || IsFrozen)
        {
            throw new InvalidOperationException($"'{Name}' runs. Crash it or stop it first.");
        }

        _cluster.Network.SwitchOn(Name);
        _port += asAnother ? 1 : 0;
        IsStopped = _hasEnded = false;
        (_machine, Node) = Boot(_machine.Incarnation + 1);
        _cluster.History.Add(Record(HistoryKind.Restart, Node.Id));
    }

    /// <summary>Ends the node in order, as a program does. Completes while the cluster runs.</summary>
    public async Task StopAsync()
    {
        IsStopped = true;
        _cluster.History.Add(Record(HistoryKind.Stop, ""));
        HistoryRecord stopped = Record(HistoryKind.Stopped, "");
        Machine machine = _machine;
        await Node.DisposeAsync().ConfigureAwait(false);
        _cluster.History.Add(stopped);

        // The process is over: what it still had to do, nobody waits for.
        machine.Crash();
        _cluster.Network.Drop(machine, isHostGone: false);
        _hasEnded = true;
    }

    /// <summary>The beginning of a record of what happens here.</summary>
    internal HistoryRecord Record(HistoryKind kind, string data) =>
        new() { Kind = kind, Node = Name, Incarnation = Incarnation, Data = data };

    private (Machine Machine, Node Node) Boot(int incarnation)
    {
        var machine = new Machine(Name, incarnation, _cluster.Loop, _cluster.Clock);
        Random random = _cluster.NextRandom();
        NodeOptions options = _options(new NodeOptions { Secret = TestCluster.Secret, SerializeLocal = true });
        options = options with
        {
            Transport = _cluster.Network.CreateTransport(machine),
            Scheduler = machine.Scheduler,
            TimeProvider = machine.Clock,
            // The history is written from what is logged of links: no line may be left out.
            MaxLogLinesPerSecond = 1024 * 1024,
            LoggerFactory = new ClusterLog(options.LoggerFactory, _cluster.History.Add, Name, incarnation),
            RandomBytes = count =>
            {
                byte[] bytes = new byte[count];
                random.NextBytes(bytes);
                return bytes;
            },
        };

        options = options.Binds.Count > 0 || _isPrivate ? options : options with { Binds = [$"{Name}:{_port}"] };
        return (machine, Now(Node.StartAsync(options).AsTask()));
    }

    // On this network nothing of it has to wait, and a constructor could not.
    private static T Now<T>(Task<T> task)
    {
        if (!task.IsCompleted)
        {
            throw new InvalidOperationException("A node did not start at once. Do its options bring a secret file?");
        }

#pragma warning disable VSTHRD002 // It has completed: this waits for nothing.
        return task.GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }
}
