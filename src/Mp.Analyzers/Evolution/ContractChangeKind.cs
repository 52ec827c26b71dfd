namespace Mp.Analyzers.Evolution;

/// <summary>What a change of contracts means for a peer that was built before.</summary>
internal enum ContractChangeKind
{
    /// <summary>It may send what is no longer received.</summary>
    LostArm,

    /// <summary>A record is no longer what it sends and takes.</summary>
    BrokenShape,

    /// <summary>It can be served as ever.</summary>
    Growth,
}
