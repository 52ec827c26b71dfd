using Mp.Testing;

namespace Mp.Simulations;

/// <summary>A port that does what the scenario tells it to, in its turn, and records all of it.</summary>
internal sealed class ProbePort : Port
{
    private readonly ClusterScenario _scenario;
    private readonly TestNode _node;
    private readonly NodeLimits _limits;
    private readonly Recorder _recorder;
    private readonly Queue<Action<ProbePort>> _orders = new();
    private readonly List<(long Number, IDisposable Guard)> _guards = [];
    private readonly Dictionary<string, long> _sent = new(StringComparer.Ordinal);
    private string _name = "";

    public ProbePort(ClusterScenario scenario, TestNode node, bool isSpawned = false)
    {
        IsSpawned = isSpawned;
        _limits = scenario.LimitsOf(node);
        _scenario = scenario;
        _node = node;
        _recorder = new Recorder(node, scenario.World.Cluster.History);
        Rcv("order", Obey);
        Rcv("slow order", ObeySlowlyAsync);
        Rcv(["message"], (Message message) => OnMessage(message));
    }

    /// <summary>The port's ID, as text.</summary>
    public string Name => _name;

    public TestNode Host => _node;

    /// <summary>Whether another port asked for it.</summary>
    public bool IsSpawned { get; }

    /// <summary>Whether nothing can be asked of it any more.</summary>
    public bool IsGone { get; private set; }

    private Random Random => _scenario.World.Random;

    /// <summary>To be called once it is a port, or when it is known what its ID will be.</summary>
    public void Begin(PortId self)
    {
        _name = self.ToString();
        _recorder.Add(HistoryKind.Init, _name);
        _node.Node.Mon(self, OnDeath);
        _scenario.OnBegun(this);
    }

    /// <summary>Has it do something in one of its next turns.</summary>
    public void Order(Action<ProbePort> order, bool isSlow = false)
    {
        _orders.Enqueue(order);
        Try(() => Node.Snd(Self, isSlow ? "slow order" : "order"));
    }

    /// <summary>Sends some messages to another port.</summary>
    public void Send(string target, int count, bool isLight = false)
    {
        for (; count > 0; count--)
        {
            object?[] cargo = isLight ? [] : Cargo.Draw(Random, _limits);
            long number = Number(target);
            _recorder.Add(HistoryKind.Send, _name, target, number);
            Call(() => Snd(PortId.Parse(target), "message", _name, number, cargo));
        }
    }

    /// <summary>Kills another port.</summary>
    public void Kill(string target)
    {
        long number = Number(target);
        _recorder.Add(HistoryKind.Kill, _name, target, number);
        Call(() => Kil(PortId.Parse(target), "killed", _name, number));
    }

    /// <summary>Watches another port, in this one's turn or outside of all.</summary>
    public void Watch(string target, bool inTurn)
    {
        long number = _scenario.NextMonitor();
        string watcher = inTurn ? _name : "";
        _recorder.Add(HistoryKind.Monitor, watcher, target, number);
        Call(() => _guards.Add((number, inTurn
            ? Mon(PortId.Parse(target), reason => OnFired(number, _name, target, reason))
            : Node.Mon(PortId.Parse(target), reason => OnFired(number, "", target, reason)))), watcher);
    }

    /// <summary>Has a node make a port, watches it and sends to it.</summary>
    public void Spawn(string node, bool inTurn, int count)
    {
        PortId made = default;
        Call(() => made = Spawn($"{node}#", ClusterScenario.SpawnName));
        if (made != default)
        {
            _recorder.Add(HistoryKind.Spawn, _name, made.ToString());
            WatchAndSend(made.ToString(), inTurn, count);
        }
    }

    /// <summary>Withdraws one of its monitors.</summary>
    public void Unwatch()
    {
        if (_guards.Count > 0)
        {
            int chosen = Random.Next(_guards.Count);
            (long number, IDisposable guard) = _guards[chosen];
            _guards.RemoveAt(chosen);
            Call(guard.Dispose);
            _recorder.Add(HistoryKind.Unmonitor, _name, "", number);
        }
    }

    /// <summary>Watches another port, thinks better of it, and does after all.</summary>
    public void WatchTwice(string target, bool inTurn)
    {
        Watch(target, inTurn);
        Unwatch();
        Watch(target, inTurn);
    }

    /// <summary>Watches another port and sends to it: nothing may get lost silently.</summary>
    public void WatchAndSend(string target, bool inTurn, int count, bool isLight = false)
    {
        Watch(target, inTurn);
        Send(target, count, isLight);
    }

    /// <summary>Sends to another port, and kills it then: not before.</summary>
    public void SendAndKill(string target, int count)
    {
        Send(target, count);
        Kill(target);
    }

    /// <summary>Nothing of it is left: its process is gone.</summary>
    public void Vanish() => IsGone = true;

    private void Obey() => Turn(() => _orders.Dequeue()(this));

    private async Task ObeySlowlyAsync()
    {
        _recorder.Add(HistoryKind.Enter, _name, data: "turn");
        await Task.Delay(TimeSpan.FromMilliseconds(Random.Next(50)), _node.TimeProvider);
        _orders.Dequeue()(this);
        await Task.Yield();
        _recorder.Add(HistoryKind.Leave, _name, data: "turn");
    }

    private void OnMessage(Message message) => Turn(() =>
    {
        string from = (string)message[1]!;
        _recorder.Add(HistoryKind.Deliver, _name, from, Convert.ToInt64(message[2], null));
        if (!from.StartsWith(Node.Id, StringComparison.Ordinal) && Cargo.DepthOf(message[3]) > _limits.Depth)
        {
            _recorder.Add(HistoryKind.Error, _name, from, data: "what is nested too deep was accepted");
        }
    });

    private void OnDeath(Reason reason)
    {
        IsGone = true;
        bool isKill = reason is ["killed", string, _];
        _recorder.Add(
            HistoryKind.Die,
            _name,
            isKill ? (string)reason[1]! : "",
            isKill ? Convert.ToInt64(reason[2], null) : 0,
            reason.ToString());
        _scenario.OnDeath(this);
    }

    private void OnFired(long number, string watcher, string target, Reason reason)
    {
        bool isInTurn = watcher.Length > 0;
        _guards.RemoveAll(guard => guard.Number == number);
        _recorder.Add(HistoryKind.Enter, watcher, data: isInTurn ? "turn" : "callback");
        _recorder.Add(HistoryKind.Fire, watcher, target, number, reason.ToString());
        if (!IsGone && _scenario.MayBeginAnew())
        {
            // Whoever is told that something was lost begins anew: that goes over the next connection.
            Watch(target, inTurn: false);
            Send(target, Random.Next(1, 4), isLight: true);
        }

        _recorder.Add(HistoryKind.Leave, watcher, data: isInTurn ? "turn" : "callback");
        if (!isInTurn && Random.Next(8) == 0)
        {
            _recorder.Add(HistoryKind.Throw, watcher, target, number);
            throw new InvalidOperationException("A callback that fails, as some do.");
        }
    }

    private void Turn(Action turn)
    {
        _recorder.Add(HistoryKind.Enter, _name, data: "turn");
        turn();
        _recorder.Add(HistoryKind.Leave, _name, data: "turn");
    }

    private void Call(Action call, string? party = null)
    {
        _recorder.Add(HistoryKind.Enter, party ?? _name, data: "call");
        Try(call);
        _recorder.Add(HistoryKind.Leave, party ?? _name, data: "call");
    }

    // A node that ends refuses; what was recorded as sent ends with it.
    private static void Try(Action call)
    {
        try
        {
            call();
        }
        catch (ObjectDisposedException)
        {
        }
    }

    private long Number(string target) =>
        _sent[target] = _sent.TryGetValue(target, out long last) ? last + 1 : 1;
}
