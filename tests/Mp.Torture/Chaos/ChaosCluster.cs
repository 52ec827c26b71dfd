using System.Collections.Concurrent;
using System.Globalization;
using Mp.TestKit;
using Mp.Torture.Processes;

namespace Mp.Torture.Chaos;

/// <summary>The processes, the network between them if they have hosts of their own, and the records of both.</summary>
internal sealed class ChaosCluster : IDisposable
{
    private const int Port = 4040;

    // Processes that come and go all the time are to be there soon, and small.
    private static readonly string[] Launcher = ["env", "DOTNET_TieredCompilation=1", "DOTNET_GCgen0size=0x400000"];

    private readonly string _secret = NodeProcess.NewSecret();
    private readonly NamespacedNetwork? _network;
    private readonly NodeProcess?[] _processes;
    private readonly int[] _incarnations;
    private readonly ConcurrentDictionary<string, bool> _busy = new(StringComparer.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("mp-chaos-").FullName;
    private readonly RecordFile _records;

    /// <param name="nodes">How many there are to be.</param>
    public ChaosCluster(int nodes)
    {
        _network = NamespacedNetwork.Problem is null ? new NamespacedNetwork(nodes) : null;
        _processes = new NodeProcess?[nodes];
        _incarnations = new int[nodes];
        _records = new RecordFile(Path.Combine(_folder, "faults"), "*", 1);

        // Without hosts of their own, each has an address of the one host.
        int port = _network is null ? FreeEndPoint.Find().Port : Port;
        Ids =
        [
            .. Enumerable.Range(1, nodes).Select(host => string.Create(
                CultureInfo.InvariantCulture,
                $"{(_network is null ? $"127.0.77.{host}" : NamespacedNetwork.AddressOf(host))}:{port}")),
        ];
    }

    /// <summary>The IDs of the nodes.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Whether packets between two hosts can be dropped.</summary>
    public bool HasHosts => _network is not null;

    /// <summary>How often each kind of fault was made.</summary>
    public ConcurrentDictionary<FaultKind, int> Faults { get; } = new();

    /// <summary>All that was recorded.</summary>
    public IReadOnlyList<HistoryRecord> Records => RecordFile.ReadAll(_folder);

    /// <summary>Starts all.</summary>
    public Task StartAsync() => Task.WhenAll(Enumerable.Range(0, Ids.Count).Select(StartAsync));

    /// <summary>Tells all nodes a line.</summary>
    /// <returns>What each of them answered.</returns>
    public Task<string[]> AskAllAsync(string line) =>
        Task.WhenAll(_processes.Select(process => process!.AskAsync(line).Bounded()));

    /// <summary>Ends all, in the middle of whatever they do.</summary>
    public void End()
    {
        for (int node = 0; node < _processes.Length; node++)
        {
            _processes[node]?.Dispose();
            _processes[node] = null;
        }
    }

    /// <summary>Adds a record of what concerns all nodes.</summary>
    public void Record(HistoryKind kind, string data = "") => _records.Add(kind, peer: "*", data: data);

    /// <summary>Makes something go wrong, unless something is wrong there already.</summary>
    /// <returns>Completes when it is over; nothing if it can't be made now.</returns>
    public Task? TryMake(Fault fault) => fault.Kind switch
    {
        FaultKind.Kill => TryMake(fault, $"{fault.Node}", () => Hurt(fault.Node, "kill"), KillAsync),
        FaultKind.Freeze => TryMake(fault, $"{fault.Node}", () => Hurt(fault.Node, "freeze"), FreezeAsync),
        FaultKind.BlockOneWay or FaultKind.BlockBothWays => TryMake(
            fault,
            $"{Math.Min(fault.Node, fault.Other)}-{Math.Max(fault.Node, fault.Other)}",
            () => Hurt(fault.Node, $"{fault.Kind}", Ids[fault.Other]),
            BlockAsync),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    public void Dispose()
    {
        End();
        _network?.Dispose();
        _records.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task? TryMake(Fault fault, string place, Action record, Func<Fault, Task> makeAsync)
    {
        if (!_busy.TryAdd(place, true))
        {
            return null;
        }

        record();
        Faults.AddOrUpdate(fault.Kind, 1, static (_, count) => count + 1);
        return MakeAsync();

        async Task MakeAsync()
        {
            await makeAsync(fault);
            _busy.TryRemove(place, out _);
        }
    }

    private async Task KillAsync(Fault fault)
    {
        NodeProcess killed = _processes[fault.Node]!;
        killed.Process.Kill();
        await killed.Process.WaitForExitAsync();
        Record(HistoryKind.Crash, fault.Node);
        killed.Dispose();
        _processes[fault.Node] = null;
        await Task.Delay(fault.Time);
        await StartAsync(fault.Node);
    }

    private async Task FreezeAsync(Fault fault)
    {
        NodeProcess frozen = _processes[fault.Node]!;
        frozen.Signal("-STOP");
        await Task.Delay(fault.Time);
        frozen.Signal("-CONT");
    }

    private async Task BlockAsync(Fault fault)
    {
        Block(fault, _network!.Block);
        await Task.Delay(fault.Time);
        Block(fault, _network!.Open);
    }

    private static void Block(Fault fault, Action<int, int> change)
    {
        change(fault.Node + 1, fault.Other + 1);
        if (fault.Kind == FaultKind.BlockBothWays)
        {
            change(fault.Other + 1, fault.Node + 1);
        }
    }

    private async Task StartAsync(int node)
    {
        int incarnation = ++_incarnations[node];
        if (incarnation > 1)
        {
            Record(HistoryKind.Restart, node);
        }

        string file = string.Create(CultureInfo.InvariantCulture, $"node-{node}-{incarnation}");
        _processes[node] = await NodeProcess.StartAsync(
            [ChaosNode.Verb, Path.Combine(_folder, file), $"{incarnation}", $"{node}", .. Ids],
            _secret,
            [.. _network is null ? [] : (string[])["ip", "netns", "exec", _network.NameOf(node + 1)], .. Launcher]);
    }

    private void Hurt(int node, string what, string? other = null) => _records.Add(new HistoryRecord
    {
        Kind = HistoryKind.Fault,
        Node = ChaosNode.HostOf(Ids[node]),
        Peer = other is null ? "*" : ChaosNode.HostOf(other),
        Data = what,
    });

    private void Record(HistoryKind kind, int node) => _records.Add(new HistoryRecord
    {
        Kind = kind,
        Node = ChaosNode.HostOf(Ids[node]),
        Incarnation = _incarnations[node],
    });
}
