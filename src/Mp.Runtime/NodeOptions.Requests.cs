namespace Mp;

/// <content>What others may have this node do.</content>
public sealed partial record NodeOptions
{
    /// <summary>Whether other nodes may neither spawn ports here nor call functions. Default: no.</summary>
    /// <remarks>
    /// They can name only what is registered or marked <see cref="SpawnAttribute"/> in any case. This node itself may.
    /// </remarks>
    public bool RefuseRemoteFunctions { get; init; }

    /// <summary>
    /// How many ports that one other node has spawned here may live. Default 10,000; 1 to 1 Mi.
    /// </summary>
    /// <remarks>One more is never created: whoever monitors it is told <c>no_such_port</c>.</remarks>
    public int MaxSpawnedPortsPerPeer { get; init; } = 10_000;
}
