namespace Mp.Testing;

/// <summary>Has things go wrong in a simulated world, one after the other, as its seed says.</summary>
public sealed class FaultPlan
{
    private readonly SimulatedWorld _world;
    private readonly List<FaultKinds> _kinds = [];
    private bool _isRunning;

    internal FaultPlan(SimulatedWorld world) => _world = world;

    /// <summary>What may go wrong. Default: everything.</summary>
    public FaultKinds Kinds { get; set; } = FaultKinds.All;

    /// <summary>How long it is from one fault to the next, on average. Default: 500 ms.</summary>
    public TimeSpan MeanInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a fault lasts at most. Default: 5 s.</summary>
    public TimeSpan LongestFault { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Raised when a node is there again after a crash or an end: it has no ports yet. Runs in the world's context.
    /// </summary>
    public event Action<TestNode>? Restarted;

    private TestCluster Cluster => _world.Cluster;

    private Random Random => _world.Random;

    /// <summary>Begins. Nothing happens in a world of one node, except to that node.</summary>
    public void Start()
    {
        _isRunning = true;
        _kinds.Clear();
        _kinds.AddRange(Enum.GetValues<FaultKinds>()
            .Where(kind => System.Numerics.BitOperations.PopCount((uint)kind) == 1 && Kinds.HasFlag(kind)));
        if (_kinds.Count > 0)
        {
            _world.Watch(RunAsync());
        }
    }

    /// <summary>Ends: all is healed, whoever stands still goes on, and whoever is gone comes back.</summary>
    public void Stop()
    {
        _isRunning = false;
        Cluster.Network.Heal();
        foreach (TestNode node in Cluster.Nodes)
        {
            node.Thaw();
            BringBack(node);
        }

        Cluster.History.Add(new HistoryRecord { Kind = HistoryKind.Calm, Node = "*" });
    }

    private async Task RunAsync()
    {
        while (_isRunning)
        {
            await _world.Delay(Between(TimeSpan.Zero, 2 * MeanInterval)).ConfigureAwait(false);
            if (_isRunning)
            {
                _world.Watch(CauseAsync(_kinds[Random.Next(_kinds.Count)]));
            }
        }
    }

    private Task CauseAsync(FaultKinds kind)
    {
        TestNode first = AnyNode();
        TestNode second = AnyNode();
        return kind switch
        {
            FaultKinds.Freeze => FreezeAsync(first),
            FaultKinds.Crash => CrashAsync(first),
            FaultKinds.Stop => StopAsync(first),
            FaultKinds.Refuse => RefuseAsync(first),
            FaultKinds.Clog => ClogAsync(),
            FaultKinds.SetClock => SetClock(),
            _ when first == second => Task.CompletedTask,
            FaultKinds.Cut => Cut(first, second),
            FaultKinds.Block => BlockAsync(first, second),
            _ => SlowDownAsync(first, second),
        };
    }

    // It is no fault by which anything may be lost.
    private Task SetClock()
    {
        Cluster.Clock.ShiftTimeOfDay(TimeSpan.FromHours(Random.Next(2) == 0 ? 1 : -1));
        return Task.CompletedTask;
    }

    private Task Cut(TestNode first, TestNode second)
    {
        CutNotice notice = (CutNotice)Random.Next(4);
        Tell(first.Name, second.Name, $"cut, noticed by {notice}");
        Cluster.Network.Cut(first.Name, second.Name, notice);
        return Task.CompletedTask;
    }

    private async Task BlockAsync(TestNode first, TestNode second)
    {
        bool isOneWay = Random.Next(2) == 0;
        Tell(first.Name, second.Name, isOneWay ? "blocked one way" : "blocked");
        Cluster.Network.Path(first.Name, second.Name).IsBlocked = true;
        Cluster.Network.Path(second.Name, first.Name).IsBlocked |= !isOneWay;
        await LastAsync().ConfigureAwait(false);
        Open(first.Name, second.Name);
    }

    private async Task ClogAsync()
    {
        List<(string From, string To)> clogged = [];
        for (int count = Random.Next(2, 6); count > 0 && _isRunning; count--)
        {
            (TestNode from, TestNode to) = (AnyNode(), AnyNode());
            Tell(from.Name, to.Name, "clogged");
            Cluster.Network.Path(from.Name, to.Name).IsBlocked = from != to;
            clogged.Add((from.Name, to.Name));
            await _world.Delay(Between(TimeSpan.Zero, LongestFault / 8)).ConfigureAwait(false);
        }

        while (clogged.Count > 0)
        {
            int chosen = Random.Next(clogged.Count);
            Open(clogged[chosen].From, clogged[chosen].To);
            clogged.RemoveAt(chosen);
            await _world.Delay(Between(TimeSpan.Zero, LongestFault / 8)).ConfigureAwait(false);
        }
    }

    private async Task RefuseAsync(TestNode node)
    {
        Tell(node.Name, "*", "refuses connections");
        Cluster.Network.Refuse(node.Name);
        await LastAsync().ConfigureAwait(false);
        Cluster.Network.Admit(node.Name);
    }

    private async Task SlowDownAsync(TestNode first, TestNode second)
    {
        NetworkPath path = Cluster.Network.Path(first.Name, second.Name);
        Tell(first.Name, second.Name, "slow");
        path.MaxDelay = Between(path.MinDelay, TimeSpan.FromSeconds(1));
        path.BytesPerSecond = Random.Next(2) == 0 ? Random.Next(200, 20_000) : null;
        path.MaxSegmentBytes = Random.Next(2) == 0 ? Random.Next(1, 50) : null;
        path.WindowBytes = Random.Next(100, 64 * 1024);
        path.ReadPause = Random.Next(2) == 0 ? Between(TimeSpan.Zero, TimeSpan.FromMilliseconds(100)) : TimeSpan.Zero;
        await LastAsync().ConfigureAwait(false);
        bool isBlocked = path.IsBlocked;
        path.Heal();
        path.IsBlocked = isBlocked && _isRunning;
    }

    private async Task FreezeAsync(TestNode node)
    {
        if (node.IsRunning)
        {
            Tell(node.Name, "*", "frozen");
            node.Freeze();
            await LastAsync().ConfigureAwait(false);
            node.Thaw();
        }
    }

    private async Task CrashAsync(TestNode node)
    {
        if (node.IsRunning || node.IsFrozen)
        {
            node.Crash(withHost: Random.Next(2) == 0);
            await LastAsync().ConfigureAwait(false);
            BringBack(node);
        }
    }

    private async Task StopAsync(TestNode node)
    {
        if (node.IsRunning)
        {
            await node.StopAsync().ConfigureAwait(false);
            await LastAsync().ConfigureAwait(false);
            BringBack(node);
        }
    }

    private void BringBack(TestNode node)
    {
        if (!node.IsRunning && !node.IsFrozen && node.IsOver)
        {
            node.Restart();
            Restarted?.Invoke(node);
        }
    }

    private void Open(string from, string to)
    {
        Cluster.Network.Path(from, to).IsBlocked = false;
        Cluster.Network.Path(to, from).IsBlocked = false;
    }

    private Task LastAsync() => _world.Delay(Between(TimeSpan.FromMilliseconds(1), LongestFault));

    private TestNode AnyNode() => Cluster.Nodes[Random.Next(Cluster.Nodes.Count)];

    private TimeSpan Between(TimeSpan least, TimeSpan most) =>
        least + (Random.NextDouble() * (most > least ? most - least : TimeSpan.Zero));

    private void Tell(string node, string peer, string what) =>
        Cluster.History.Add(new HistoryRecord { Kind = HistoryKind.Fault, Node = node, Peer = peer, Data = what });
}
