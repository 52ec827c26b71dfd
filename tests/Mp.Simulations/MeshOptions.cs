using Mp.Testing;

namespace Mp.Simulations;

/// <summary>What a seed decides about a mesh.</summary>
internal sealed record MeshOptions
{
    public required int Nodes { get; init; }

    public required int PortsOfANode { get; init; }

    public required int Steps { get; init; }

    /// <summary>The longest pause between two steps.</summary>
    public required TimeSpan LongestPause { get; init; }

    /// <summary>What goes wrong.</summary>
    public required FaultKinds Faults { get; init; }

    /// <summary>How often, on average.</summary>
    public required TimeSpan FaultInterval { get; init; }

    /// <summary>How long hosts wait for an answer before they give up a connection.</summary>
    public required TimeSpan HostTimeout { get; init; }

    /// <summary>Whether queues and frames are so small that links end by it.</summary>
    public required bool HasTightLimits { get; init; }

    public static MeshOptions Draw(Random random)
    {
        // One seed in eight sees no fault at all: nothing may be lost then.
        bool isCalm = random.Next(8) == 0;
        return new MeshOptions
        {
            Nodes = random.Next(3, 8),
            PortsOfANode = random.Next(1, 4),
            Steps = random.Next(200, 400),
            LongestPause = TimeSpan.FromMilliseconds(random.Next(1, 60)),
            Faults = isCalm ? FaultKinds.None : Kinds(random),
            FaultInterval = TimeSpan.FromMilliseconds(random.Next(20, 600)),
            HostTimeout = TimeSpan.FromMilliseconds(random.Next(500, 5000)),
            HasTightLimits = !isCalm && random.Next(3) == 0,
        };
    }

    /// <summary>The limits of one of the nodes.</summary>
    public NodeLimits LimitsOf(Random random) => HasTightLimits ? NodeLimits.Tight(random) : NodeLimits.Usual;

    // Half of the seeds do one thing only, and so often.
    private static FaultKinds Kinds(Random random) => random.Next(2) == 0
        ? (FaultKinds)random.Next(1, (int)FaultKinds.All + 1)
        : (FaultKinds)(1 << random.Next(8));
}
