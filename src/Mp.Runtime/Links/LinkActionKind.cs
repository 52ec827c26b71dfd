namespace Mp.Links;

/// <summary>The kinds of <see cref="LinkAction"/>.</summary>
internal enum LinkActionKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Begin to connect.</summary>
    Connect,

    /// <summary>Have the connection write what has gathered.</summary>
    Flush,

    /// <summary>End the epoch, or give up the attempt: what waits is more than the limits allow.</summary>
    Overflow,
}
