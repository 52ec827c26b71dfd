using Mp.Testing;

namespace Mp.Simulations;

/// <summary>
/// The scenario by which Mp itself is judged: some nodes whose ports send to, watch and kill each other, while all goes
/// wrong that can.
/// </summary>
internal sealed class ClusterScenario
{
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(61);
    private static readonly TimeSpan TimeBetweenProbes = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TimeToArrive = TimeSpan.FromSeconds(40);

    /// <summary>Under which name nodes make more ports.</summary>
    public const string SpawnName = "probe";

    private const long LeastEvents = 2_000;
    private const int MostBegunAnew = 200;

    private readonly ClusterScenarioOptions _options;
    private readonly List<ProbePort> _ports = [];

    // All there ever were, dead ones too: one can send to them, and watch them.
    private readonly List<string> _names = [];
    private readonly Dictionary<string, NodeLimits> _limits = new(StringComparer.Ordinal);
    private long _lastMonitor;
    private int _begunAnew;

    private ClusterScenario(SimulatedWorld world)
    {
        World = world;
        _options = ClusterScenarioOptions.Draw(world.Random);
        world.Describe("options", _options);
    }

    public SimulatedWorld World { get; }

    private TestCluster Cluster => World.Cluster;

    private Random Random => World.Random;

    public static Task RunAsync(SimulatedWorld world) => new ClusterScenario(world).RunAsync();

    public NodeLimits LimitsOf(TestNode node) => _limits[node.Name];

    public long NextMonitor() => ++_lastMonitor;

    /// <summary>Whether a port that was told of a loss sends again. Not for ever: that may be what overflows.</summary>
    public bool MayBeginAnew() => Random.Next(4) == 0 && _begunAnew++ < MostBegunAnew;

    /// <summary>A port is there.</summary>
    public void OnBegun(ProbePort port)
    {
        _ports.Add(port);
        _names.Add(port.Name);
    }

    /// <summary>A port has died: another one takes its place.</summary>
    public void OnDeath(ProbePort port)
    {
        _ports.Remove(port);
        if (port.Host.IsRunning && !port.IsSpawned)
        {
            AddPort(port.Host);
        }
    }

    private async Task RunAsync()
    {
        World.DetectionBound = _options.DetectionBound;
        Cluster.Network.UserTimeout = Cluster.Network.KeepAlive = _options.HostTimeout;
        for (int count = _options.Nodes; count > 0; count--)
        {
            AddNode();
        }

        World.Faults.Kinds = _options.Faults;
        World.Faults.MeanInterval = _options.FaultInterval;
        World.Faults.LongestFault = _options.LongestFault;
        World.Faults.Restarted += Populate;
        World.Faults.Start();
        for (int step = 0; step < _options.Steps || World.Events < LeastEvents; step++)
        {
            await World.Delay(_options.LongestPause * Random.NextDouble());
            Step();
        }

        Stranger? stranger = _options.HasStranger ? new Stranger(World) : null;
        if (_options.EndsWithACrash && Cluster.Nodes.FirstOrDefault(static node => node.IsRunning) is { } last)
        {
            last.Crash(withHost: true);
        }

        World.Faults.Stop();
        Greet();
        stranger?.Try(Cluster.Nodes);
        await World.Delay(Recovery);
        await ProbeAsync();
        await World.Delay(TimeToArrive);
        Cluster.History.Add(new HistoryRecord { Kind = HistoryKind.Quiet, Node = "*" });
    }

    private void AddNode()
    {
        NodeLimits limits = _options.LimitsOf(Random);
        bool isFast = _options.IsFast(Random);
        TestNode node = Cluster.AddNode(options => limits.Apply(isFast ? options.WithFastHeartbeats() : options));
        _limits.Add(node.Name, limits);
        if (_options.HasTightLimits)
        {
            Cluster.History.Add(new HistoryRecord
            {
                Kind = HistoryKind.Fault,
                Node = node.Name,
                Peer = "*",
                Data = "tight limits",
            });
        }

        Populate(node);
    }

    private void Populate(TestNode node)
    {
        foreach (ProbePort gone in _ports.Where(port => port.Host == node).ToArray())
        {
            gone.Vanish();
            _ports.Remove(gone);
        }

        node.Node.RegisterSpawn(SpawnName, request => AddSpawned(node, request));
        for (int count = _options.PortsOfANode; count > 0; count--)
        {
            AddPort(node);
        }
    }

    private void AddPort(TestNode node)
    {
        var port = new ProbePort(this, node);
        port.Begin(node.Node.CreatePort(port));
    }

    private ProbePort AddSpawned(TestNode node, SpawnRequest request)
    {
        var port = new ProbePort(this, node, isSpawned: true);
        port.Begin(request.Port);
        return port;
    }

    // Whoever has just come back is to be let in by all others, whatever they believe.
    private void Greet()
    {
        foreach (ProbePort from in _ports.ToArray())
        {
            string target = _ports[Random.Next(_ports.Count)].Name;
            from.Order(it => it.WatchAndSend(target, inTurn: false, 1, isLight: true));
        }
    }

    private TestNode AnyNode() => Cluster.Nodes[Random.Next(Cluster.Nodes.Count)];

    private void Step()
    {
        List<ProbePort> able = _ports.FindAll(static port => !port.IsGone && port.Host.IsRunning);
        if (able.Count > 0)
        {
            ProbePort port = able[Random.Next(able.Count)];
            port.Order(NextOrder(port), isSlow: Random.Next(10) == 0);
        }
    }

    private Action<ProbePort> NextOrder(ProbePort port)
    {
        string target = Random.Next(10) == 0
            ? _names[Random.Next(_names.Count)]
            : _ports[Random.Next(_ports.Count)].Name;
        int count = Random.Next(1, 10);
        bool inTurn = Random.Next(2) == 0;
        return Random.Next(17) switch
        {
            16 => it => it.Spawn(AnyNode().Node.Id, inTurn, count),
            0 => it => it.Kill(target),
            1 => it => it.Unwatch(),
            2 => it => it.WatchTwice(target, inTurn),
            3 => it => it.SendAndKill(target, count),
            4 or 5 or 6 => it => it.WatchAndSend(target, inTurn, count),
            _ => it => it.Send(target, count),
        };
    }

    // When all is well again: everybody to everybody, in turn, so that the tightest limits allow it.
    private async Task ProbeAsync()
    {
        foreach (ProbePort from in _ports.ToArray())
        {
            foreach (ProbePort to in _ports.ToArray())
            {
                string target = to.Name;
                from.Order(it => it.WatchAndSend(target, inTurn: false, 2, isLight: true));
                await World.Delay(TimeBetweenProbes);
            }
        }
    }
}
