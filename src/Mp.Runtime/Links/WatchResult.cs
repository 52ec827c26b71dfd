namespace Mp.Links;

/// <summary>What has become of a peer's wish to watch a port.</summary>
internal enum WatchResult
{
    /// <summary>It is granted.</summary>
    Added,

    /// <summary>There is nothing to do: it was granted before, or the connection is gone.</summary>
    Ignored,

    /// <summary>It watches too many already.</summary>
    TooMany,
}
