namespace Mp;

/// <summary>What a factory is asked for that <see cref="Node.RegisterSpawn"/> has registered.</summary>
/// <param name="Source">The ID of the node that asks; of this one, if the request is of this process.</param>
/// <param name="Port">The ID that the port will have. It may be sent to others; what comes for it waits.</param>
/// <param name="Arguments">What was given after the name. Empty if nothing was.</param>
public sealed record SpawnRequest(string Source, PortId Port, Message Arguments);
