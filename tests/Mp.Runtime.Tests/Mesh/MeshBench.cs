using Mp.CompilerServices;
using Mp.Mesh;

namespace Mp.Runtime.Tests.Mesh;

/// <summary>Some nodes' parts in a mesh, and what they tell each other, delivered when the test says so.</summary>
internal sealed class MeshBench
{
    private readonly Dictionary<string, BenchNode> _nodes = new(StringComparer.Ordinal);
    private readonly Queue<(string From, string To, int Epoch, WireMessage Request)> _underWay = new();
    private readonly Dictionary<(string, string), int> _epochs = [];
    private readonly HashSet<(string, string)> _connected = [];

    /// <summary>How many entries nodes hold for others.</summary>
    public int MaxEntries { get; init; } = int.MaxValue;

    /// <summary>How many families nodes may monitor at another.</summary>
    public int MaxMonitors { get; init; } = int.MaxValue;

    /// <summary>How many requests were delivered.</summary>
    public int Delivered { get; private set; }

    /// <summary>What was delivered, as text, a line each.</summary>
    public List<string> Log { get; } = [];

    public BenchNode this[string nodeId] => _nodes[nodeId];

    /// <summary>Adds a node that listens at an address of its own name.</summary>
    public BenchNode Add(string nodeId, bool hasSeeds = false, bool isGlobal = false)
    {
        var node = new BenchNode(this, nodeId);
        _nodes.Add(nodeId, node);
        node.Mesh.Begin(nodeId, [nodeId + ":4040"], hasSeeds, isGlobal);
        return node;
    }

    /// <summary>Connects two nodes, unless they are.</summary>
    public void Connect(string one, string other)
    {
        if (_connected.Add(Pair(one, other)))
        {
            _epochs[Pair(one, other)] = _epochs.GetValueOrDefault(Pair(one, other)) + 1;
            _nodes[one].Mesh.PeerUp(other, isAware: true);
            _nodes[other].Mesh.PeerUp(one, isAware: true);
        }
    }

    /// <summary>Connects a node with one that it has as a seed.</summary>
    public void Seed(string node, string seed)
    {
        Connect(node, seed);
        _nodes[node].Mesh.AddSeed(seed);
    }

    /// <summary>Cuts the connection of two nodes; what is under way between them is lost.</summary>
    public void Cut(string one, string other)
    {
        if (_connected.Remove(Pair(one, other)))
        {
            _nodes[one].Mesh.PeerDown(other);
            _nodes[other].Mesh.PeerDown(one);
        }
    }

    /// <summary>Delivers all that is under way, and connects whoever is to be, until there is nothing to do.</summary>
    public void Run()
    {
        bool isBusy;
        do
        {
            isBusy = false;
            while (_underWay.TryDequeue(out (string From, string To, int Epoch, WireMessage Request) next))
            {
                isBusy = true;
                if (_connected.Contains(Pair(next.From, next.To)) && _epochs[Pair(next.From, next.To)] == next.Epoch)
                {
                    Delivered++;
                    Log.Add($"{next.From}>{next.To} {next.Request}");
                    _nodes[next.To].Mesh.Receive(next.From, next.Request);
                }
            }

            foreach (BenchNode node in _nodes.Values)
            {
                foreach (string wanted in node.Wanted.Where(_nodes.ContainsKey))
                {
                    isBusy |= !_connected.Contains(Pair(node.Id, wanted));
                    Connect(node.Id, wanted);
                }
            }
        }
        while (isBusy);
    }

    private void Send(string from, string to, WireMessage request)
    {
        Assert.Contains(Pair(from, to), _connected);
        _underWay.Enqueue((from, to, _epochs[Pair(from, to)], request));
    }

    private static (string, string) Pair(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);

    /// <summary>One node of the bench.</summary>
    internal sealed class BenchNode : IMeshOutput
    {
        private readonly MeshBench _bench;

        public BenchNode(MeshBench bench, string nodeId)
        {
            _bench = bench;
            Id = nodeId;
            Mesh = new MeshNode(
                "private-" + nodeId, this, new FamilyBudget(bench.MaxEntries, () => RefusedEntries++), bench.MaxMonitors);
        }

        public string Id { get; }

        public MeshNode Mesh { get; }

        /// <summary>Whom it wants to be connected with at all times.</summary>
        public SortedSet<string> Wanted { get; } = new(StringComparer.Ordinal);

        /// <summary>Where nodes that it looked for are.</summary>
        public Dictionary<string, string> FoundAt { get; } = new(StringComparer.Ordinal);

        /// <summary>How many entries it has not taken in.</summary>
        public int RefusedEntries { get; private set; }

        /// <summary>How many times others wanted to monitor more than they may.</summary>
        public int RefusedMonitors { get; private set; }

        void IMeshOutput.RefuseMonitor(string nodeId) => RefusedMonitors++;

        public void Set(string family, string key, object? value) => Mesh.Set(family, key, FamilyValue.Of(value));

        /// <summary>What the node is told when it asks what is in a family: <c>key=value</c>, in order.</summary>
        public string Ask(string family)
        {
            string? told = null;
            Mesh.Ask(new FamilyQuestion(MeshRequest.Entries, family, answer => told = Text(answer.Entries)));
            _bench.Run();
            return told ?? "no answer";
        }

        /// <summary>Monitors a family; what it is told is added to the list.</summary>
        public List<string> Monitor(string family)
        {
            List<string> told = [];
            Mesh.AddMonitor(family, change => told.Add(
                $"{Text(change.Contents)} +{string.Join(',', change.Added.Order(StringComparer.Ordinal))} "
                + $"~{string.Join(',', change.Changed)} -{string.Join(',', change.Deleted)}"));
            return told;
        }

        void IMeshOutput.Send(string nodeId, WireMessage request) => _bench.Send(Id, nodeId, request);

        void IMeshOutput.KeepConnected(string nodeId, bool isWanted) =>
            _ = isWanted ? Wanted.Add(nodeId) : Wanted.Remove(nodeId);

        void IMeshOutput.Found(string nodeId, IReadOnlyList<string> endPoints) =>
            FoundAt[nodeId] = string.Join(',', endPoints);

        private static string Text(IReadOnlyDictionary<string, FamilyValue> entries) => string.Join(
            ' ',
            entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal)
                .Select(static entry => $"{entry.Key}={entry.Value}"));
    }
}
