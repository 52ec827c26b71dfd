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

    /// <summary>Lets it happen in the order of a schedule.</summary>
    /// <returns>What did not hold.</returns>
    public IReadOnlyList<string> Play(Schedule schedule)
    {
        _cluster = new TestCluster(0, options: null, schedule);
        Begin();
        Cluster.RunToQuiescence();
        schedule.IsOpen = true;
        Happen();
        Cluster.Advance(TimeToSettle);
        schedule.IsOpen = false;
        Judge();
        return _broken;
    }

    /// <summary>What there is before anything can happen in more than one order.</summary>
    protected abstract void Begin();

    /// <summary>Has things happen: each <see cref="Sometime"/>.</summary>
    protected abstract void Happen();

    /// <summary>Says what does not hold, by <see cref="Expect"/>, when all is over.</summary>
    protected abstract void Judge();

    /// <summary>Has things happen one after the other, each sometime after the one before.</summary>
    protected void Sometime(params IEnumerable<Action> steps)
    {
        var rest = new Queue<Action>(steps);
        Post();

        void Post()
        {
            if (rest.TryDequeue(out Action? step))
            {
                Cluster.Loop.Post(null, new ActionWork(() =>
                {
                    step();
                    Post();
                }));
            }
        }
    }

    /// <summary>Something that has to hold.</summary>
    protected void Expect(bool holds, string what)
    {
        if (!holds)
        {
            _broken.Add(what);
        }
    }

    /// <summary>As others know it: over the network, also where it is of the same process.</summary>
    protected static PortId Written(PortId port) => PortId.Parse(port.ToString());
}
