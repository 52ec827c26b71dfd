namespace Mp.Links;

/// <summary>How many connections may come from outside.</summary>
internal sealed record InboundLimits
{
    /// <summary>How many may be open.</summary>
    public required int MaxConnections { get; init; }

    /// <summary>How many may be open without having authenticated.</summary>
    public required int MaxUnauthenticated { get; init; }

    /// <summary>How many of these may come from one address.</summary>
    public required int MaxUnauthenticatedPerAddress { get; init; }

    /// <summary>How many times a minute one address may fail to authenticate.</summary>
    public required int MaxFailures { get; init; }

    /// <summary>For how long it is refused afterwards.</summary>
    public required TimeSpan Penalty { get; init; }
}
