using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Mp.Testing.Loops;
using Mp.Torture.Cuts;

namespace Mp.Torture.Chaos;

/// <summary>One of the processes: a node that finds all others, and probes each of them until it is told to stop.</summary>
internal static class ChaosNode
{
    /// <summary>The verb of the process: followed by its records' file, its incarnation, its number, and all nodes.</summary>
    public const string Verb = "chaos-node";

    /// <summary>Asks whether it sees and reaches all others.</summary>
    public const string See = "see";

    /// <summary>The answer if it does; otherwise it names those that it does not.</summary>
    public const string AllSeen = "all";

    /// <summary>Has it probe no more.</summary>
    public const string Stop = "stop";

    private const int ManyLines = 1024 * 1024;
    private const int MostIncarnations = 1_000;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    /// <summary>The part of a node's ID that stands for its host in the records.</summary>
    public static string HostOf(string node) => node.Split(':')[0];

    /// <summary>Serves until its input ends. The first line that it writes is its ID.</summary>
    public static async Task<int> RunAsync(string path, string incarnationText, string hostText, params string[] nodes)
    {
        int incarnation = int.Parse(incarnationText, CultureInfo.InvariantCulture);
        int host = int.Parse(hostText, CultureInfo.InvariantCulture);
        string id = nodes[host];
        using var records = new RecordFile(path, HostOf(id), incarnation);
        var port = new ChaosPort(records);
        PortId self = default;
        await using Node node = await Node.StartAsync(
            new NodeOptions
            {
                NodeId = id,
                Binds = [id],
                Seeds = nodes,
                IsGlobal = true,
                AllowInsecureRemote = true,
                Scheduler = new InlineCallbacks(),

                // What is recorded of links is taken from the log: no line may be left out.
                MaxLogLinesPerSecond = ManyLines,
                LoggerFactory = new ClusterLog(NullLoggerFactory.Instance, records.Add, HostOf(id), incarnation),
            },
            prepare: started =>
            {
                self = started.CreatePort(port);
                records.Add(HistoryKind.Init, self.ToString());
                started.Register(ChaosPort.PortName, self);
                started.RegisterSpawn(ChaosMortal.SpawnName, _ => new ChaosMortal(records));
                started.Groups.Register(ChaosPort.PortName, self);
            });
        Console.WriteLine(node.Id);
        Lane[] lanes = [.. nodes.Where(peer => peer != id).Select(peer => new Lane(node, self, peer, host, records))];
        using var stop = new CancellationTokenSource();
        Task probing = ProbeAsync(lanes, new Random((host * MostIncarnations) + incarnation), stop.Token);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            switch (line)
            {
                case See:
                    Console.WriteLine(await SeeAsync(node, lanes));
                    break;
                case Stop:
                    await stop.CancelAsync();
                    await probing;
                    Console.WriteLine(Stop);
                    break;
                default:
                    throw new InvalidOperationException($"'{line}' was not understood.");
            }
        }

        return 0;
    }

    private static async Task ProbeAsync(Lane[] lanes, Random random, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Tick);
        while (!stop.IsCancellationRequested)
        {
            Array.ForEach(lanes, lane => lane.Step(random));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
    }

    private static async Task<string> SeeAsync(Node node, Lane[] lanes)
    {
        bool[] reached = await Task.WhenAll(lanes.Select(static lane => lane.CanReachAsync()));
        IReadOnlyCollection<string> up = node.UpNodes;
        string[] members =
            [.. (await node.Groups.MembersAsync(ChaosPort.PortName)).Select(static member => member.NodeId)];
        IEnumerable<string> missing =
        [
            .. lanes.Where((_, index) => !reached[index]).Select(static lane => $"no answer of {lane.Peer}"),
            .. lanes.Where(lane => !up.Contains(lane.Peer)).Select(static lane => $"not up: {lane.Peer}"),
            .. lanes.Select(static lane => lane.Peer)
                .Append(node.Id)
                .Where(id => members.Count(member => member == id) != 1)
                .Select(id => $"{members.Count(member => member == id)} times in the group: {id}"),
        ];
        return missing.Any() ? string.Join(", ", missing) : AllSeen;
    }
}
