namespace Mp.Links;

/// <summary>What came of dialling an address without knowing which node is there.</summary>
internal readonly record struct SeedVisit
{
    /// <summary>What the node there calls itself, if it said so.</summary>
    public string? NodeId { get; init; }

    /// <summary>Whether it is this node itself.</summary>
    public bool IsItself { get; init; }

    /// <summary>Whether there was a connection, which is over by now.</summary>
    public bool WasUp { get; init; }
}
