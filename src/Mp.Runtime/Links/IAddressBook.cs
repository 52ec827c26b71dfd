namespace Mp.Links;

/// <summary>Knows where nodes are whose ID does not say it.</summary>
internal interface IAddressBook
{
    /// <summary>Where a node listens, each as <c>host:port</c>; empty if nobody knows.</summary>
    ValueTask<IReadOnlyList<string>> FindAsync(string nodeId, CancellationToken cancellationToken);
}
