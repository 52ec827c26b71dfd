using System.Numerics;
using Mp.Testing;

namespace Mp.Simulations;

/// <summary>What a seed decides about the cluster.</summary>
internal sealed record ClusterScenarioOptions
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

    /// <summary>How long they last at most.</summary>
    public required TimeSpan LongestFault { get; init; }

    /// <summary>How long hosts wait for an answer before they give up a connection; without it, for ever.</summary>
    public required TimeSpan? HostTimeout { get; init; }

    /// <summary>Whether nodes notice in two seconds who is gone, and not in ten; without it, some do.</summary>
    public required bool? HasFastHeartbeats { get; init; }

    /// <summary>Whether a host is switched off last, and on again at once: others do not know yet.</summary>
    public required bool EndsWithACrash { get; init; }

    /// <summary>Whether somebody who does not know the secret tries to get in.</summary>
    public required bool HasStranger { get; init; }

    /// <summary>Within what time nodes must give up a peer that is silent.</summary>
    public TimeSpan DetectionBound => TimeSpan.FromSeconds(HasFastHeartbeats == true ? 2 : 10);

    /// <summary>Whether queues and frames are so small that links end by it.</summary>
    public required bool HasTightLimits { get; init; }

    public static ClusterScenarioOptions Draw(Random random)
    {
        // One seed in eight sees no fault at all: nothing may be lost then.
        bool isCalm = random.Next(8) == 0;
        return new ClusterScenarioOptions
        {
            Nodes = random.Next(3, 8),
            PortsOfANode = random.Next(1, 4),
            Steps = random.Next(200, 400),
            LongestPause = TimeSpan.FromMilliseconds(random.Next(1, 60)),
            Faults = isCalm ? FaultKinds.None : Kinds(random),
            FaultInterval = TimeSpan.FromMilliseconds(random.Next(20, 600)),
            LongestFault = TimeSpan.FromMilliseconds(random.Next(500, 12_000)),
            HostTimeout = random.Next(3) == 0 ? null : TimeSpan.FromMilliseconds(random.Next(500, 5000)),
            HasFastHeartbeats = random.Next(6) switch
            {
                0 => null,
                1 => false,
                _ => true,
            },
            EndsWithACrash = !isCalm && random.Next(2) == 0,
            HasStranger = random.Next(3) == 0,
            HasTightLimits = !isCalm && random.Next(3) == 0,
        };
    }

    /// <summary>The limits of one of the nodes.</summary>
    public NodeLimits LimitsOf(Random random) => HasTightLimits ? NodeLimits.Tight(random) : NodeLimits.Usual;

    /// <summary>Whether one of the nodes notices in two seconds who is gone.</summary>
    public bool IsFast(Random random) => HasFastHeartbeats ?? random.Next(2) == 0;

    // Half of the seeds do one thing only, and so often.
    private static FaultKinds Kinds(Random random) => random.Next(2) == 0
        ? (FaultKinds)random.Next(1, (int)FaultKinds.All + 1)
        : (FaultKinds)(1 << random.Next(BitOperations.PopCount((uint)FaultKinds.All)));
}
