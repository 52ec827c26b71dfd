namespace Mp.Torture.Chaos;

/// <summary>What goes wrong.</summary>
internal enum FaultKind
{
    /// <summary>A process is killed, and started again after a while.</summary>
    Kill,

    /// <summary>A process is stopped, and goes on after a while.</summary>
    Freeze,

    /// <summary>Nothing gets from one host to another for a while.</summary>
    BlockOneWay,

    /// <summary>The same, both ways.</summary>
    BlockBothWays,
}
