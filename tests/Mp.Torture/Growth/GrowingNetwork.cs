using System.Globalization;

namespace Mp.Torture.Growth;

/// <summary>
/// A simulated network: some nodes that are each other's seeds, and so become global; all others are leaves with two of
/// them as seeds, each with one port in a group.
/// </summary>
internal sealed class GrowingNetwork
{
    private const string Group = "workers";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly TestCluster _cluster;
    private readonly List<GrowthStep> _steps = [];
    private readonly int _globals;
    private readonly List<TestNode> _leaves = [];
    private bool _hasAgreed = true;

    private GrowingNetwork(TestCluster cluster, int globals)
    {
        _cluster = cluster;
        _globals = globals;
        _cluster.Network.MinDelay = TimeSpan.FromMilliseconds(1);
        _cluster.Network.MaxDelay = TimeSpan.FromMilliseconds(20);
    }

    /// <summary>Starts all nodes at once; then a tenth of the leaves crashes, and comes back; then a global one.</summary>
    public static async Task<GrowthResult> PlayAsync(int nodes, int globals)
    {
        await using var cluster = new TestCluster(0);
        var network = new GrowingNetwork(cluster, globals);
        network.Measure("start", () => network.Start(nodes));
        TestNode[] lost = [.. network._leaves.Where(static (_, index) => index % 10 == 0)];
        network.Measure("a tenth crashes", () => Array.ForEach(lost, static node => node.Crash()));
        network.Measure("it comes back", () => Array.ForEach(lost, node =>
        {
            node.Restart();
            Join(node);
        }));
        network.Measure("a global node crashes", () => cluster[0].Crash());
        network.Measure("it comes back", () => cluster[0].Restart());
        return new GrowthResult(network._steps, network._hasAgreed);
    }

    private static string Place(int index) => string.Create(CultureInfo.InvariantCulture, $"n{index + 1}:4040");

    private static void Join(TestNode node) =>
        node.Node.Groups.Register(Group, node.Node.CreatePort(new RecordingPort()));

    private void Start(int nodes)
    {
        for (int index = 0; index < nodes; index++)
        {
            bool isGlobal = index < _globals;
            string[] seeds = isGlobal
                ? [Place((index + 1) % _globals)]
                : [Place(index % _globals), Place((index + 1) % _globals)];
            TestNode node = _cluster.AddNode(options => options with { Seeds = seeds });
            if (!isGlobal)
            {
                _leaves.Add(node);
                Join(node);
            }
        }
    }

    private void Measure(string name, Action step)
    {
        TimeSpan began = _cluster.Clock.Elapsed;
        long bytes = _cluster.Network.BytesArrived;
        step();
        do
        {
            // At least once: what has happened is not known to anybody before.
            _cluster.Advance(Step);
        }
        while (!Agree() && _cluster.Clock.Elapsed - began < Limit);

        _hasAgreed &= Agree();
        _steps.Add(new GrowthStep(
            name,
            _cluster.Clock.Elapsed - began,
            _cluster.Network.Connections,
            _cluster.Network.BytesArrived - bytes));
    }

    // Every global node that runs is connected with all others, and knows of each leaf that runs, and of no other.
    private bool Agree()
    {
        TestNode[] globals = [.. _cluster.Nodes.Take(_globals).Where(static node => node.IsRunning)];
        HashSet<string> expected = [.. _leaves.Where(static leaf => leaf.IsRunning).Select(static leaf => leaf.Node.Id)];
        return globals.All(node => globals.All(other => other == node || node.Node.UpNodes.Contains(other.Node.Id))
            && expected.SetEquals(MembersAt(node)));
    }

    private static IEnumerable<string> MembersAt(TestNode node)
    {
        // A global node answers by itself, at once; one that is not yet global does not.
        Task<IReadOnlyList<PortId>> asked = node.Node.Groups.MembersAsync(Group).AsTask();
        return asked.IsCompletedSuccessfully
            ? asked.GetAwaiter().GetResult().Select(static member => member.NodeId)
            : [];
    }
}
