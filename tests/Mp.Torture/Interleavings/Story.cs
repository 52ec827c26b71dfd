using Mp.Testing.Loops;

#pragma warning disable CA1001 // The cluster is all memory. To end its nodes in order would cost as much as the story.

namespace Mp.Torture.Interleavings;

/// <summary>A few things that happen to some nodes, in whatever order, and what has to hold afterwards.</summary>
internal abstract class Story
{
    private static readonly TimeSpan TimeToSettle = TimeSpan.FromMinutes(2);

    private readonly List<string> _broken = [];
    private TestCluster? _cluster;

    /// <summary>The nodes.</summary>
    protected TestCluster Cluster => _cluster!;

    /// <summary>What became of it, as each node saw it: when all is over.</summary>
    public string Outcome => string.Join(
        '\n',
        Cluster.History.Records
            .GroupBy(static record => record.Node)
            .OrderBy(static node => node.Key, StringComparer.Ordinal)
            .SelectMany(static node => node.Select(static record => $"{record.Time} {record}"))
            .Append(Told)
            .Concat(_broken));

    /// <summary>What its ports and monitors were told.</summary>
    protected abstract string Told { get; }

    /// <summary>Lets it happen in the order of a schedule.</summary>
    /// <returns>What did not hold.</returns>
    public IReadOnlyList<string> Play(Schedule schedule)
    {
        _cluster = new TestCluster(0, options: null, schedule, schedule);
        Begin();
        Cluster.RunToQuiescence();
        Happen();
        if (TimeUntilOpen > TimeSpan.Zero)
        {
            Cluster.Advance(TimeUntilOpen);
        }

        schedule.IsOpen = true;
        Cluster.Advance(TimeToSettle);
        schedule.IsOpen = false;
        Judge();
        return _broken;
    }

    /// <summary>What there is before anything can happen in more than one order.</summary>
    protected abstract void Begin();

    /// <summary>For how long nothing that happens has another order than what came about first.</summary>
    protected virtual TimeSpan TimeUntilOpen => TimeSpan.Zero;

    /// <summary>Has things happen: each <see cref="Sometime"/>.</summary>
    protected abstract void Happen();

    /// <summary>Says what does not hold, by <see cref="Expect"/>, when all is over.</summary>
    protected abstract void Judge();

    /// <summary>Has things happen one after the other, each sometime after the one before.</summary>
    /// <param name="node">The node that they happen at; none, if they happen to the network.</param>
    /// <param name="steps">The things. What they see of other nodes, they say: <see cref="See"/>.</param>
    protected void Sometime(TestNode? node, params IEnumerable<Action> steps)
    {
        var rest = new Queue<Action>(steps);
        Post();

        void Post()
        {
            if (rest.TryDequeue(out Action? step))
            {
                Cluster.Loop.Post(node?.Machine, new ActionWork(() =>
                {
                    step();
                    Post();
                }));
            }
        }
    }

    /// <summary>
    /// Says that what happens now can be seen from elsewhere, or is decided by what was: then it makes a difference
    /// which of both came first.
    /// </summary>
    /// <param name="notes">What it is about: <see cref="Things.Notes"/>, or the other ones.</param>
    protected void Show(ulong notes = Things.Notes) => Cluster.Loop.Change(notes);

    /// <summary>Says that what happens now looks at what was shown.</summary>
    /// <inheritdoc cref="Show"/>
    protected void See(ulong notes = Things.Notes) => Cluster.Loop.Look(notes);

    /// <summary>Something that has to hold.</summary>
    protected void Expect(bool holds, string what)
    {
        if (!holds)
        {
            _broken.Add(what);
        }
    }

    /// <summary>Adds a node, which trusts the network: signs of life would be most of what there is to do.</summary>
    protected TestNode AddNode(Func<NodeOptions, NodeOptions>? options = null) => Cluster.AddNode(given =>
    {
        NodeOptions quiet = given with
        {
            HeartbeatInterval = TimeSpan.FromMinutes(10),
            HeartbeatTimeout = TimeSpan.FromMinutes(30),
        };
        return options?.Invoke(quiet) ?? quiet;
    });

    /// <summary>As others know it: over the network, also where it is of the same process.</summary>
    protected static PortId Written(PortId port) => PortId.Parse(port.ToString());
}
